import { parseDate } from '../../calendar/index.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/

/** Why a text in the form of a date is none, as in `February 2026 has 28 days`; undefined for all other texts. */
export function whyNoDate(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(text) ?? []
  if (year === '' || parseDate(text) !== undefined) return undefined
  const name = MONTHS[Number(month) - 1]
  if (name === undefined) return 'months go from 01 to 12'
  if (day === '00') return 'days go from 01'
  const days = [31, 30, 29, 28].find((last) => parseDate(`${year}-${month}-${last}`) !== undefined)
  return `${name} ${year} has ${days} days`
}
