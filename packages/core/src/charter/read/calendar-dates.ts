import { type Day, formatDate, type Period, parseDate } from '../../calendar/index.ts'
import { MAX_CLOSED_DAYS } from '../limits.ts'
import { type SourceNode, textOf } from '../source/node.ts'
import { readHours } from './hours.ts'
import { whyNoDate } from './no-date.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected, type Shape, shown } from './shape.ts'
import { listOf } from './words.ts'

const DATE_PATTERN = '^\\d{4}-\\d\\d-\\d\\d$'

/** A date such as `2026-12-24`. */
export const date: Shape<Day> = {
  schema: { type: 'string', pattern: DATE_PATTERN },
  read(node, reading) {
    const day = node.kind === 'scalar' && typeof node.value === 'string' ? parseDate(node.value) : undefined
    return day ?? badDate(node, reading)
  },
}

function badDate(node: SourceNode, reading: Reading, typed = node.kind === 'scalar' ? textOf(node) : ''): undefined {
  const why = whyNoDate(typed)
  const message = why === undefined ? `${shown(node)} is no date; write it as 2026-12-24` : noDate(typed, why)
  reading.report.add('bad-date', node.place, message, { typed, like: '2026-12-24' })
  return undefined
}

function noDate(typed: string, why: string): string {
  return `“${typed}” is no date: ${why}`
}

const RANGE = /^(\S+)\s*\.\.\s*(\S+)$/

/** A date, or `2026-12-24 .. 2026-12-26` with both ends closed. */
const closedSpan: Shape<readonly Day[]> = {
  schema: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d(\\s*\\.\\.\\s*\\d{4}-\\d\\d-\\d\\d)?$' },
  read(node, reading) {
    const match = node.kind === 'scalar' && typeof node.value === 'string' ? RANGE.exec(node.value) : null
    if (match === null) {
      const day = date.read(node, reading)
      return day === undefined ? undefined : [day]
    }
    const [first, last] = [parseDate(match[1] ?? ''), parseDate(match[2] ?? '')]
    if (first === undefined || last === undefined)
      return badDate(node, reading, first === undefined ? match[1] : match[2])
    if (last < first || last - first >= MAX_CLOSED_DAYS) {
      const message = `${formatDate(first)} .. ${formatDate(last)} is ${last < first ? 'in the wrong order' : `longer than ${MAX_CLOSED_DAYS} days`}`
      const typed = `${formatDate(first)} .. ${formatDate(last)}`
      reading.report.add('bad-date', node.place, message, { typed, like: '2026-12-24 .. 2026-12-26' })
      return undefined
    }
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
  },
}

const closedList = listOf('dates', closedSpan)

/** Dates without hours, sorted, each once. */
export const closedDates: Shape<readonly Day[]> = {
  schema: closedList.schema,
  read(node, reading) {
    const spans = closedList.read(node, reading)
    return spans && [...new Set(spans.flat())].toSorted((a, b) => a - b)
  },
}

/** Hours of single dates: `{ 2026-12-24: 08:00-12:00 }`. */
export const ownHours: Shape<ReadonlyMap<Day, readonly Period[]>> = {
  schema: { type: 'object', propertyNames: { pattern: DATE_PATTERN }, additionalProperties: { $ref: '#/$defs/hours' } },
  read(node, reading) {
    if (node.kind !== 'map')
      return expected('hours by date, as in { 2026-12-24: 08:00-12:00 }', node, reading, '{ 2026-12-24: 08:00-12:00 }')
    const on = new Map<Day, readonly Period[]>()
    for (const { key, keyPlace, value } of node.entries) {
      const day = parseDate(key)
      if (day === undefined) {
        const why = whyNoDate(key)
        const message = why === undefined ? `${quoted(key)} is no date; write it as 2026-12-24` : noDate(key, why)
        reading.report.add('bad-date', keyPlace, message, { typed: key, like: '2026-12-24' })
      }
      const hours = readHours(value, reading).map(({ start, end }) => ({ start, end }))
      if (day !== undefined) on.set(day, hours)
    }
    return on
  },
}
