/** Times as tables write them: `d/M/yyyy HH:mm`. A small closed language of parts; nothing is guessed. */
import { type Day, dayNumber, parseDate } from '../../calendar/index.ts'
import { parseInstant } from '../read-event.ts'

/** A time as read from a cell: local, unless the cell itself says its distance from UTC. */
export type ReadTime =
  | { readonly kind: 'instant'; readonly ms: number }
  | { readonly kind: 'local'; readonly day: Day; readonly minute: number; readonly ms: number }

export interface TimeFormat {
  readonly text: string
  /** Undefined where the cell is not of this form, or names a date or time that does not exist. */
  read(cell: string): ReadTime | undefined
}

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'ms' | 'half' | 'offset'
type Values = Map<Field, number>
/** Reads its part of the cell from an offset on; answers the offset behind it, or -1. */
type Part = (cell: string, from: number, values: Values) => number

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DIGITS: Readonly<Record<string, readonly [Field, number, number]>> = {
  yyyy: ['year', 4, 4],
  MM: ['month', 2, 2],
  M: ['month', 1, 2],
  dd: ['day', 2, 2],
  d: ['day', 1, 2],
  HH: ['hour', 2, 2],
  H: ['hour', 1, 2],
  hh: ['hour', 2, 2],
  h: ['hour', 1, 2],
  mm: ['minute', 2, 2],
  m: ['minute', 1, 2],
  ss: ['second', 2, 2],
  s: ['second', 1, 2],
}
/** The parts of a format, as a message lists them. */
export const TIME_PARTS = 'yyyy, yy, MMM, MM, M, dd, d, EEE, HH, H, hh, h, a, mm, m, ss, s, SSS, X'
/** Formats that are a word. */
const WORDS: Readonly<Record<string, (cell: string) => number | undefined>> = {
  iso: parseInstant,
  'unix seconds': (cell) => (/^\d{1,11}$/.test(cell) ? Number(cell) * 1000 : undefined),
  'unix milliseconds': (cell) => (/^\d{1,14}$/.test(cell) ? Number(cell) : undefined),
}

/** The reader of a format, or what is wrong with it. */
export function timeFormat(text: string): TimeFormat | { readonly wrong: string } {
  const word = WORDS[text]
  if (word !== undefined) {
    return {
      text,
      read(cell) {
        const ms = word(cell)
        return ms === undefined ? undefined : { kind: 'instant', ms }
      },
    }
  }
  const parts: Part[] = []
  const seen = new Set<string>()
  for (const [piece, quoted] of text.matchAll(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g)) {
    const part = quoted === undefined ? partOf(piece, seen) : literal(quoted)
    if (part === undefined)
      return { wrong: `there is no part “${piece}”; the parts are ${TIME_PARTS}, and letters in quotes as in 'T'` }
    parts.push(part)
  }
  for (const needed of ['year', 'month', 'day']) if (!seen.has(needed)) return { wrong: `the ${needed} is missing` }
  return { text, read: (cell) => readParts(parts, cell) }
}

/** A reader that tries several formats in turn. */
export function firstOf(formats: readonly TimeFormat[]): TimeFormat {
  const read = (cell: string): ReadTime | undefined => {
    for (const format of formats) {
      const time = format.read(cell)
      if (time !== undefined) return time
    }
    return undefined
  }
  return { text: formats.map(({ text }) => text).join(' or '), read }
}

function partOf(piece: string, seen: Set<string>): Part | undefined {
  const [field, least, most] = DIGITS[piece] ?? []
  if (field !== undefined && least !== undefined && most !== undefined) {
    seen.add(field)
    return digits(field, least, most)
  }
  if (piece === 'yy') {
    seen.add('year')
    return shortYear
  }
  if (piece === 'MMM') {
    seen.add('month')
    return monthName
  }
  if (piece === 'EEE') return weekdayName
  if (piece === 'a') return halfOfDay
  if (piece === 'X') return offset
  if (/^S{1,9}$/.test(piece)) return fraction(piece.length)
  return /^[A-Za-z']/.test(piece) ? undefined : literal(piece)
}

function readParts(parts: readonly Part[], cell: string): ReadTime | undefined {
  const values: Values = new Map()
  let at = 0
  for (const part of parts) {
    at = part(cell, at, values)
    if (at < 0) return undefined
  }
  if (at !== cell.length) return undefined
  const of = (field: Field) => values.get(field) ?? 0
  const two = (value: number) => String(value).padStart(2, '0')
  const date = parseDate(`${String(of('year')).padStart(4, '0')}-${two(of('month'))}-${two(of('day'))}`)
  if (date === undefined || of('year') < 1000) return undefined
  const half = values.get('half')
  const hour = of('hour')
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined
  const minute = (half === undefined ? hour : (hour % 12) + half) * 60 + of('minute')
  if (of('minute') > 59 || of('second') > 59 || minute > 1440) return undefined
  const ms = of('second') * 1000 + of('ms')
  if (minute === 1440 && ms > 0) return undefined
  const distance = values.get('offset')
  if (distance === undefined) return { kind: 'local', day: date, minute, ms }
  return { kind: 'instant', ms: (date * 1440 + minute - distance) * 60_000 + ms }
}

function digits(field: Field, least: number, most: number): Part {
  return (cell, from, values) => {
    let at = from
    let value = 0
    while (at < cell.length && at - from < most) {
      const digit = cell.charCodeAt(at) - 48
      if (digit < 0 || digit > 9) break
      value = value * 10 + digit
      at++
    }
    if (at - from < least) return -1
    values.set(field, value)
    return at
  }
}

const shortYear: Part = (cell, from, values) => {
  const end = digits('year', 2, 2)(cell, from, values)
  const year = values.get('year') ?? 0
  values.set('year', year + (year < 70 ? 2000 : 1900))
  return end
}

function fraction(length: number): Part {
  const read = digits('ms', length, length)
  return (cell, from, values) => {
    const end = read(cell, from, values)
    values.set('ms', Math.floor(((values.get('ms') ?? 0) * 1000) / 10 ** length))
    return end
  }
}

const monthName: Part = (cell, from, values) => {
  const month = MONTHS.indexOf(cell.slice(from, from + 3).toLowerCase())
  values.set('month', month + 1)
  return month < 0 ? -1 : from + 3
}

/** A weekday says nothing that the date does not say. */
const weekdayName: Part = (cell, from) => (/^[A-Za-z]{3}$/.test(cell.slice(from, from + 3)) ? from + 3 : -1)

const halfOfDay: Part = (cell, from, values) => {
  const half = cell.slice(from, from + 2).toLowerCase()
  values.set('half', half === 'pm' ? 12 : 0)
  return half === 'am' || half === 'pm' ? from + 2 : -1
}

const offset: Part = (cell, from, values) => {
  const found = /^(?:[Zz]|([+-])(\d\d):?(\d\d)?)/.exec(cell.slice(from, from + 6))
  if (found === null) return -1
  values.set('offset', (Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0)) * (found[1] === '-' ? -1 : 1))
  return from + found[0].length
}

function literal(text: string): Part {
  return (cell, from) => (cell.startsWith(text, from) ? from + text.length : -1)
}

/** The first day a table's time may lie on: what is earlier is a typing error. */
export const EARLIEST_DAY: Day = dayNumber(1900, 1, 1)
export const LATEST_DAY: Day = dayNumber(2200, 1, 1)
