import { useSyncExternalStore } from 'react'

/** How often what depends on the time of day is drawn anew, ms. */
const TICK = 15_000

let offset = 0
let seen = Date.now()
const listeners = new Set<() => void>()

function tick(): void {
  seen = Date.now() + offset
  for (const listener of listeners) listener()
}

/** The server's clock is the clock: promises are judged by it, whatever the device believes. */
export function setServerClock(now: string): void {
  const ahead = Date.parse(now) - Date.now()
  // An answer is some hundredths of a second old when it is read: less than a second says nothing.
  if (Math.abs(ahead - offset) < 1000) return
  offset = ahead
  tick()
}

/** The server's time now, UTC ms; not for drawing. */
export function serverNow(): number {
  return Date.now() + offset
}

let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The server's time, UTC ms, as of the last tick. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => seen)
}
