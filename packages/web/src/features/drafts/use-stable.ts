import { useLayoutEffect, useMemo, useRef } from 'react'

/** The same functions for as long as the component stands, each of which does what the newest of its name does. */
export function useStable<D extends object & { readonly [Name in keyof D]: (...given: never[]) => void }>(deeds: D): D {
  const newest = useRef(deeds)
  useLayoutEffect(() => {
    newest.current = deeds
  })
  return useMemo(() => {
    const names = Object.keys(newest.current) as (keyof D)[]
    const stable = names.map((name) => [name, (...given: never[]) => newest.current[name](...given)])
    return Object.fromEntries(stable) as D
  }, [])
}
