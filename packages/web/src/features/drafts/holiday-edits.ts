import type { EditPath, SourceEdit } from '@avow/core'
import { type Fields, fieldsOf, wordsOf } from './charter-data.ts'
import { addOne, manyOf } from './list-edits.ts'

/** Dates chosen for a calendar, and what is to stand beside them. */
export interface HolidaysChosen {
  /** `2027-03-29`, in their order. */
  readonly dates: readonly string[]
  readonly source: string
  /** The years that were asked about begin here. */
  readonly firstYear: number
  /** The last date that was asked about; undefined: the calendar is not to say that it knows its holidays until then. */
  readonly until: string | undefined
}

/** Whether a calendar speaks of a date already: it is closed on it, or has hours of its own then. */
export function speaksOf(calendar: Fields, date: string): boolean {
  const isClosed = wordsOf(calendar['closed']).some((written) => {
    const [from = '', until = from] = written.split('..').map((one) => one.trim())
    return from <= date && date <= until
  })
  return isClosed || date in fieldsOf(calendar['on'])
}

/** Writes dates into the calendar at `path`, with where they come from and until when they are known; nothing twice. */
export function holidayEdits(calendar: Fields, path: EditPath, chosen: HolidaysChosen): readonly SourceEdit[] {
  const { source, firstYear, until } = chosen
  const fresh = chosen.dates.filter((date) => !speaksOf(calendar, date))
  const sources = calendar['holidays from']
  const sourcePath = [...path, 'holidays from']
  const edits = [...closingEdits(calendar['closed'], [...path, 'closed'], fresh)]
  if (until !== undefined && knowsMoreWith(calendar, { firstYear, until }))
    edits.push({ kind: 'set', path: [...path, 'holidays until'], value: until })
  if (manyOf(sources).length === 0) edits.push({ kind: 'set', path: sourcePath, value: source })
  else if (!manyOf(sources).includes(source)) edits.push(...addOne(sources, sourcePath, source))
  return edits
}

/** Whether dates of such years make a calendar know its holidays for longer. */
export function knowsMoreWith(
  calendar: Fields,
  asked: { readonly firstYear: number; readonly until: string },
): boolean {
  return asked.until > writtenUntil(calendar) && !leavesGap(calendar, asked)
}

/** Years lie between what the calendar knows and what was asked about: it does not know the holidays until then. */
export function leavesGap(calendar: Fields, { firstYear }: Pick<HolidaysChosen, 'firstYear'>): boolean {
  const until = writtenUntil(calendar)
  return until !== '' && until < `${firstYear - 1}-12-31`
}

/** Item by item where there is a list: its comments and its layout stay. */
function closingEdits(written: unknown, path: EditPath, dates: readonly string[]): readonly SourceEdit[] {
  if (dates.length === 0) return []
  const list = [...wordsOf(written)]
  if (!Array.isArray(written) || written.length === 0) return [{ kind: 'set', path, value: [...list, ...dates].sort() }]
  return dates.map((value) => {
    const later = list.findIndex((one) => one > value)
    const at = later < 0 ? list.length : later
    list.splice(at, 0, value)
    return { kind: 'insert', path, at, value }
  })
}

function writtenUntil(calendar: Fields): string {
  const until = String(calendar['holidays until'] ?? '')
  return /^\d{4}-\d\d-\d\d$/.test(until) ? until : ''
}
