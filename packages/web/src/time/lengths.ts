/** Lengths of time as people say them: at most two units, or exactly. */
export type LengthUnit = 'days' | 'hours' | 'minutes' | 'seconds'

export interface LengthPart {
  readonly unit: LengthUnit
  readonly n: number
}

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Time by the clock on the wall, ms, in two units at most: `1 d 4 h`, `1 h 20 min`, `45 min`; under a minute: seconds. */
export function wallParts(ms: number): readonly LengthPart[] {
  const length = Math.max(0, ms)
  if (length < MINUTE) return [{ unit: 'seconds', n: Math.floor(length / 1000) }]
  const minutes = Math.floor(length / MINUTE)
  const days = Math.floor(minutes / 1440)
  if (days >= 7) return [{ unit: 'days', n: days }]
  const hours = Math.floor((minutes % 1440) / 60)
  const parts: readonly LengthPart[] =
    days > 0
      ? [
          { unit: 'days', n: days },
          { unit: 'hours', n: hours },
        ]
      : [
          { unit: 'hours', n: hours },
          { unit: 'minutes', n: minutes % 60 },
        ]
  return parts.filter(({ n }) => n > 0)
}

/** Opening time, ms, not rounded: hours, minutes, seconds; what adds up in a reckoning. */
export function exactParts(ms: number): readonly LengthPart[] {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const parts: readonly LengthPart[] = [
    { unit: 'hours', n: Math.floor(seconds / 3600) },
    { unit: 'minutes', n: Math.floor((seconds % 3600) / 60) },
    { unit: 'seconds', n: seconds % 60 },
  ]
  const some = parts.filter(({ n }) => n > 0)
  return some.length > 0 ? some : [{ unit: 'minutes', n: 0 }]
}
