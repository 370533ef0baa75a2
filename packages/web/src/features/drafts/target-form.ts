/** A length promised, taken apart for a field: `2 h of office`, `3 working days of office`, `14 days`. */
export const UNITS = ['min', 'h', 'working days', 'days', 'weeks', 'months'] as const
export type Unit = (typeof UNITS)[number]

export interface TargetForm {
  readonly count: string
  readonly unit: Unit
  /** None for dates. */
  readonly calendar: string | undefined
}

const WORDS: Readonly<Record<string, Unit>> = {
  min: 'min',
  h: 'h',
  'working day': 'working days',
  'working days': 'working days',
  day: 'days',
  days: 'days',
  week: 'weeks',
  weeks: 'weeks',
  month: 'months',
  months: 'months',
}

/** Undefined for lengths of several units, which are typed as they are written. */
export function targetForm(written: string): TargetForm | undefined {
  const [, count, word, calendar] = /^(\d*\.?\d*) ?([a-z ]+?)(?: of (\S+))?$/.exec(written.trim()) ?? []
  const unit = word === undefined ? undefined : WORDS[word]
  if (count === undefined || unit === undefined || isCounted(unit) !== (calendar !== undefined)) return undefined
  return { count, unit, calendar }
}

/** Lengths that a calendar counts, not the dates of the zone. */
export function isCounted(unit: Unit): boolean {
  return unit === 'min' || unit === 'h' || unit === 'working days'
}

export function targetWritten({ count, unit, calendar }: TargetForm, calendars: readonly string[]): string {
  const one = count === '1' && unit !== 'min' && unit !== 'h' ? unit.slice(0, -1) : unit
  return isCounted(unit) ? `${count} ${one} of ${calendar ?? calendars[0] ?? ''}` : `${count} ${one}`
}
