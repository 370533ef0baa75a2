import type { Duration } from '../parts.ts'

const LENGTHS = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

/** As a charter writes it: `2 h of office`, `2 working days of office`, `14 days`. */
export function durationText(duration: Duration): string {
  const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`
  if (duration.kind === 'dates') return counted(duration.span.count, duration.span.unit)
  if (duration.kind === 'working-days') return `${counted(duration.count, 'working day')} of ${duration.calendar}`
  const [unit, size] = LENGTHS.find(([, each]) => duration.ms % each === 0) ?? ['ms', 1]
  return `${duration.ms / size} ${unit} of ${duration.calendar}`
}
