import { dateUnit, msOfUnit, TIME_UNIT_NAMES } from '../condition/amounts.ts'
import { Tokens, Wrong } from '../condition/tokens.ts'
import { MAX_CELL_CHARACTERS, MAX_TARGET_YEARS } from '../limits.ts'
import type { Duration } from '../parts.ts'
import { placeInside, type SourceNode, textOf } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { listed, quoted } from './report.ts'
import { expected, type Shape } from './shape.ts'

const YEAR_MS = 366 * 86_400_000
/** The most of each unit of dates, working days among them. */
const MOST = {
  day: 366 * MAX_TARGET_YEARS,
  week: 53 * MAX_TARGET_YEARS,
  month: 12 * MAX_TARGET_YEARS,
  year: MAX_TARGET_YEARS,
} as const

interface Part {
  readonly count: number
  readonly unit: string
  readonly at: number
}

/** A length of time with how it is counted: `2 h of office`, `2 working days of office`, `14 days` (SPEC T5, T6, T7). */
export const duration: Shape<{ readonly duration: Duration; readonly text: string }> = {
  schema: { $ref: '#/$defs/duration' },
  read(node, reading) {
    if (node.kind !== 'scalar' || node.value === null)
      return expected('a length of time such as 2 h of office', node, reading, '2 h of office')
    const text = textOf(node)
    const read =
      text.length > MAX_CELL_CHARACTERS
        ? new Wrong(0, 'this is too long for a length of time')
        : parseDuration(text, reading)
    if (read instanceof Wrong) {
      reading.report.add('bad-duration', placeInside(node, read.at), `${quoted(text)}: ${read.message}`, {
        typed: text,
        like: '2 h of office',
      })
      return undefined
    }
    return checkCalendar(read, node, reading) ? { duration: read, text: text.trim() } : undefined
  },
}

function parseDuration(text: string, reading: Reading): Duration | Wrong {
  const tokens = new Tokens(text)
  const parts: Part[] = []
  while (tokens.peek()?.kind === 'number' || parts.length === 0) {
    const part = readPart(tokens)
    if (part instanceof Wrong) return part
    parts.push(part)
  }
  let calendar: string | undefined
  if (!tokens.done) {
    const word = tokens.takes('of') ? tokens.take() : undefined
    if (word?.kind !== 'word' || !tokens.done)
      return new Wrong(tokens.at, 'after the time stands “of” and one calendar, as in 2 h of office')
    calendar = word.text
  }
  const [first, ...more] = parts
  if (first === undefined) return new Wrong(0, 'there is no time here')
  if (first.unit === 'working day') return workingDays(first, more, calendar, reading)
  return dateUnit(first.unit) ? dates(first, more, calendar) : opening(parts, calendar, reading)
}

function readPart(tokens: Tokens): Part | Wrong {
  const at = tokens.at
  const number = tokens.take()
  if (number?.kind !== 'number') return new Wrong(at, 'expected a length of time such as 2 h of office')
  const count = Number(number.text)
  if (!Number.isSafeInteger(count)) return new Wrong(at, 'write whole numbers, as in 1 h 30 min of office')
  const shown = tokens.shown
  const unit = tokens.take()?.text ?? ''
  if (unit === 'working' && (tokens.takes('day') || tokens.takes('days'))) return { count, unit: 'working day', at }
  if (msOfUnit(unit) !== undefined || dateUnit(unit)) return { count, unit, at }
  const units = `use ${TIME_UNIT_NAMES.join(', ')}, working days, days, weeks, months, years`
  return new Wrong(at, unit === '' ? `${count} of what? ${units}` : `${shown} is no unit of time; ${units}`)
}

function opening(parts: readonly Part[], calendar: string | undefined, reading: Reading): Duration | Wrong {
  let ms = 0
  let last = Number.POSITIVE_INFINITY
  for (const { count, unit } of parts) {
    const length = msOfUnit(unit)
    if (length === undefined) return new Wrong(0, 'opening time (h, min) and dates (days, weeks) cannot be added')
    if (length >= last) return new Wrong(0, 'write the larger unit first and each once, as in 1 h 30 min of office')
    last = length
    ms += count * length
  }
  if (calendar === undefined) return noCalendar(parts.map(({ count, unit }) => `${count} ${unit}`).join(' '), reading)
  return ms <= MAX_TARGET_YEARS * YEAR_MS ? { kind: 'opening', ms, calendar } : tooLong()
}

function workingDays(
  { count }: Part,
  more: readonly Part[],
  calendar: string | undefined,
  reading: Reading,
): Duration | Wrong {
  const form = `${count} working ${count === 1 ? 'day' : 'days'}`
  if (more.length > 0) return new Wrong(0, 'working days stand alone')
  if (count === 0) return new Wrong(0, 'the fewest is 1 working day')
  if (calendar === undefined) return noCalendar(form, reading)
  return count <= MOST.day ? { kind: 'working-days', count, calendar } : tooLong()
}

function dates({ count, unit }: Part, more: readonly Part[], calendar: string | undefined): Duration | Wrong {
  const kind = dateUnit(unit)?.unit ?? 'day'
  if (calendar !== undefined) {
    const ways =
      kind === 'day'
        ? `“${count * 8} h of ${calendar}” for opening time or “${count} working ${count === 1 ? 'day' : 'days'} of ${calendar}” for dates on which it opens`
        : `“${count} ${unit}” for dates, or “5 working days of ${calendar}” for dates on which it opens`
    return new Wrong(0, `a ${kind} of opening hours can mean two things; write ${ways}`)
  }
  if (more.length > 0) return new Wrong(0, 'dates are counted in one unit; write 10 days, or 6 weeks')
  if (count === 0) return new Wrong(0, `the fewest is 1 ${kind}`)
  return count <= MOST[kind] ? { kind: 'dates', span: { unit: kind, count } } : tooLong()
}

function noCalendar(form: string, reading: Reading): Wrong {
  const names = reading.calendars.names()
  const there = names.length > 0 ? `calendars: ${listed(names)}` : 'declare one under “calendars”'
  return new Wrong(0, `by which opening hours is it counted? Write “${form} of ${names[0] ?? 'office'}” (${there})`)
}

function tooLong(): Wrong {
  return new Wrong(0, `that is longer than ${MAX_TARGET_YEARS} years`)
}

function checkCalendar(read: Duration, node: SourceNode, reading: Reading): boolean {
  const { calendars, report } = reading
  if (read.kind === 'dates' || calendars.has(read.calendar)) return true
  report.addUnknown(
    'unknown-calendar',
    node.place,
    'calendar',
    read.calendar,
    () => calendars.names(),
    () => calendars.refusedNames(),
  )
  return false
}

/** JSON Schema of a duration, under `$defs/duration`. */
export const DURATION_SCHEMA = {
  description:
    'A length of time: "2 h of office" in opening hours, "2 working days of office", or in dates "14 days", "6 weeks", "1 month".',
  type: 'string',
  pattern:
    '^\\s*([0-9]+\\s*(ms|s|sec|seconds?|min|minutes?|h|hours?)\\s*)+\\s+of\\s+\\S+\\s*$|^\\s*[0-9]+\\s*working\\s+days?\\s+of\\s+\\S+\\s*$|^\\s*[0-9]+\\s*(days?|weeks?|months?|years?)\\s*$',
  examples: ['2 h of office', '1 h 30 min of office', '2 working days of office', '14 days', '6 weeks', '1 month'],
}
