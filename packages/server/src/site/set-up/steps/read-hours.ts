import { formatDate, parseDate } from '@avow/core'
import { HOLIDAY_COUNTRIES, type OpeningHours, type SetUpState } from '../../../features/installation/index.ts'
import { SetUpForm } from '../form.ts'
import type { FieldError } from '../step.ts'

export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const MOST_DATES = 400
const EXAMPLE = '2026-12-25'

export interface ReadHours {
  readonly hours: OpeningHours
  readonly errors: readonly FieldError[]
}

/** Opening hours as the form says them. `lastYear`: up to its end the holidays are known, unless later dates are given. */
export function readHours(form: SetUpForm, lastYear: number): ReadHours {
  const errors: FieldError[] = []
  const pairs = DAYS.map((day) => {
    const [from, until] = [form.text(`from-${day}`), form.text(`until-${day}`)]
    if (from === '' && until === '') return undefined
    // Midnight at a day's end.
    const end = until === '00:00' ? '24:00' : until
    if (TIME.test(from) && TIME.test(until) && from < end) return { from, until: end }
    errors.push({ field: `from-${day}`, word: 'error-hours-pair' })
    return undefined
  })
  if (errors.length === 0 && pairs.every((pair) => pair === undefined))
    errors.push({ field: 'from-0', word: 'error-hours' })
  const pause = { from: form.text('break-from'), until: form.text('break-until') }
  const hasPause = pause.from !== '' || pause.until !== ''
  const isPauseGood = TIME.test(pause.from) && TIME.test(pause.until) && pause.from < pause.until
  const isInside = (pair: { from: string; until: string }) => pair.from < pause.from && pause.until < pair.until
  if (hasPause && !(isPauseGood && pairs.some((pair) => pair !== undefined && isInside(pair))))
    errors.push({ field: 'break-from', word: 'error-break' })
  const week = pairs.map((pair) => {
    if (pair === undefined) return ''
    if (!isPauseGood || !isInside(pair)) return `${pair.from}-${pair.until}`
    return `${pair.from}-${pause.from}, ${pause.until}-${pair.until}`
  })
  const { closed, wrong } = readDates(form.raw('dates'))
  if (wrong !== undefined)
    errors.push({ field: 'dates', word: 'error-dates', values: { line: wrong, example: EXAMPLE } })
  if (closed.length > MOST_DATES) errors.push({ field: 'dates', word: 'error-dates-many' })
  const country = HOLIDAY_COUNTRIES.find((each) => each === form.text('country')) ?? ''
  const last = Math.max(lastYear, ...closed.slice(0, MOST_DATES).map((date) => Number(date.slice(0, 4))))
  return { hours: { week, country, closed, until: `${last}-12-31` }, errors }
}

/** Dates, one in each line or with commas between; what stands behind one is a remark. */
export function readDates(text: string): { readonly closed: string[]; readonly wrong: string | undefined } {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const days = lines.map((line) => parseDate(line.split(/\s/, 1)[0] ?? ''))
  const wrong = lines.find((_, index) => days[index] === undefined)?.slice(0, 40)
  const known = new Set(days.filter((day) => day !== undefined))
  return { closed: [...known].sort((a, b) => a - b).map(formatDate), wrong }
}

/** What the form holds before anything is typed: the hours kept, else a usual week of the zone's country. */
export function hoursKept({ hours, workspace }: SetUpState): SetUpForm {
  if (hours === undefined) {
    const isOpen = SUNDAY_TO_THURSDAY.has(workspace.zone)
      ? (day: number) => day !== 4 && day !== 5
      : (day: number) => day < 5
    const open = DAYS.filter(isOpen).flatMap((day) => [
      [`from-${day}`, '09:00'],
      [`until-${day}`, '17:00'],
    ])
    return new SetUpForm({ ...Object.fromEntries(open), country: COUNTRY_OF.get(workspace.zone) ?? '' })
  }
  const fields: [string, string][] = []
  hours.week.forEach((periods, day) => {
    if (periods === '') return
    const ends = periods.split(/-|, /)
    fields.push([`from-${day}`, ends[0] ?? ''], [`until-${day}`, (ends.at(-1) ?? '').replace('24:00', '00:00')])
    if (ends.length === 4) fields.push(['break-from', ends[1] ?? ''], ['break-until', ends[2] ?? ''])
  })
  return new SetUpForm({ ...Object.fromEntries(fields), country: hours.country, dates: hours.closed.join('\n') })
}

/** The weekend is Friday and Saturday there. */
const SUNDAY_TO_THURSDAY: ReadonlySet<string> = new Set([
  'Africa/Algiers',
  'Africa/Cairo',
  'Africa/Khartoum',
  'Africa/Tripoli',
  'Asia/Aden',
  'Asia/Amman',
  'Asia/Baghdad',
  'Asia/Bahrain',
  'Asia/Damascus',
  'Asia/Kuwait',
  'Asia/Muscat',
  'Asia/Qatar',
  'Asia/Riyadh',
])

const COUNTRY_OF: ReadonlyMap<string, string> = new Map([
  ['Asia/Nicosia', 'CY'],
  ['Atlantic/Azores', 'PT'],
  ['Atlantic/Canary', 'ES'],
  ['Atlantic/Madeira', 'PT'],
  ['Europe/Athens', 'GR'],
  ['Europe/Berlin', 'DE'],
  ['Europe/Brussels', 'BE'],
  ['Europe/Lisbon', 'PT'],
  ['Europe/Madrid', 'ES'],
  ['Europe/Paris', 'FR'],
  ['Europe/Prague', 'CZ'],
  ['Europe/Rome', 'IT'],
  ['Europe/Vienna', 'AT'],
  ['Europe/Warsaw', 'PL'],
])
