import { replaceEqualDeep } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef } from 'react'
import { clausesOfExample, type PartName, partOfDifference, partOfFinding } from './place-findings.ts'
import { type Studio, StudioProvider, useStudio } from './studio-context.tsx'

/**
 * What one part sees of the studio: itself, and what was found of it. It is drawn anew only when one of these changes, so
 * that a key typed in one clause costs the drawing of one clause. `of`: the part's own data; `place`: where it stands.
 */
export function PartScope({
  name,
  of,
  place,
  children,
}: {
  readonly name: PartName
  readonly of: unknown
  readonly place: number
  readonly children: ReactNode
}) {
  const studio = useStudio()
  const { data, shared, mayWrite } = studio
  const clause = /^(?:promises|remedies)\/(.+)$/.exec(name)?.[1]
  const findings = useSame(studio.findings.filter((finding) => partOfFinding(finding, data) === name))
  const examples = useSame(
    name === 'examples'
      ? studio.examples
      : studio.examples.filter((example) => clause !== undefined && clausesOfExample(example, data).includes(clause)),
  )
  const differences = useSame(studio.differences.filter((difference) => partOfDifference(difference) === name))
  const coverage = useSame(name === 'examples' ? studio.coverage : undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: all else that a part reads follows from these
  const scoped: Studio = useMemo(
    () => ({ ...studio, findings, examples, differences, coverage }),
    [of, place, shared, mayWrite, findings, examples, differences, coverage],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: the children are drawn from the part's data alone
  const drawn = useMemo(() => children, [scoped])
  return <StudioProvider value={scoped}>{drawn}</StudioProvider>
}

/** The value before, where the new one says the same. */
export function useSame<T>(value: T): T {
  const last = useRef(value)
  const same = replaceEqualDeep(last.current, value)
  last.current = same
  return same
}
