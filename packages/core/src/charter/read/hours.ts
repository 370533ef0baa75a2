import type { Period } from '../../calendar/index.ts'
import type { Place } from '../parts.ts'
import { comparePlaces, placeInside, type SourceNode } from '../source/node.ts'
import type { Reading } from './reading.ts'
import { quoted } from './report.ts'
import { expected } from './shape.ts'

/** A period with its place, until overlaps are checked. */
export interface PlacedPeriod extends Period {
  readonly place: Place
}

const DAY_MINUTES = 1440
/** What a calendar can hold: a period for each quarter of an hour. */
const MOST_PERIODS = 96
const PERIOD = /^(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)$/
const FORM = 'write it as 09:00-17:00, or 22:00-06:00 for a night'

/**
 * Opening hours of one day: `09:00-17:00`, a list of such, or several with commas. An end at or before the start belongs to
 * the next date; an end at midnight is 24:00.
 */
export function readHours(node: SourceNode, reading: Reading): readonly PlacedPeriod[] {
  if (node.kind === 'list')
    return withoutOverlaps(
      node.items.flatMap((item) => readPeriods(item, reading)),
      reading,
    )
  return withoutOverlaps(readPeriods(node, reading), reading)
}

function readPeriods(node: SourceNode, reading: Reading): PlacedPeriod[] {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') {
    expected('opening hours such as 09:00-17:00', node, reading, '09:00-17:00')
    return []
  }
  const periods: PlacedPeriod[] = []
  let at = 0
  for (const piece of node.value.split(',')) {
    const offset = at + piece.length - piece.trimStart().length
    const period = readPeriod(piece.trim(), placeInside(node, offset), reading)
    if (period) periods.push(period)
    at += piece.length + 1
  }
  return periods
}

function readPeriod(text: string, place: Place, reading: Reading): PlacedPeriod | undefined {
  const wrong = (message: string): undefined => {
    reading.report.add('bad-hours', place, `${quoted(text)}: ${message}`, { typed: text, like: '09:00-17:00' })
    return undefined
  }
  const match = PERIOD.exec(text)
  if (match === null) return wrong(`these are no opening hours; ${FORM}`)
  const [start, end] = [minutesOf(match[1], match[2]), minutesOf(match[3], match[4])]
  if (start === undefined || end === undefined) return wrong('times of a day go from 00:00 to 24:00')
  if (start === DAY_MINUTES) return wrong('a period cannot begin at 24:00')
  if (start === end) return wrong('this is empty; write 00:00-24:00 for a whole day')
  return { start, end: end === 0 ? DAY_MINUTES : end, place }
}

function minutesOf(hours: string | undefined, minutes: string | undefined): number | undefined {
  const total = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && total <= DAY_MINUTES ? total : undefined
}

/** Reports periods of one day that overlap, at the later in the source. */
function withoutOverlaps(periods: readonly PlacedPeriod[], reading: Reading): readonly PlacedPeriod[] {
  const [, ...tooMany] = periods.slice(MOST_PERIODS - 1)
  if (tooMany[0])
    reading.report.add('bad-hours', tooMany[0].place, `a day has at most ${MOST_PERIODS} periods`, {
      most: MOST_PERIODS,
    })
  const sorted = periods.toSorted((a, b) => a.start - b.start)
  sorted.forEach((period, index) => {
    const before = sorted[index - 1]
    if (before && before.start + lengthOf(before) > period.start) reportOverlap(before, period, reading)
  })
  return sorted
}

/** Reports two periods that overlap, at the one that stands later in the source. */
export function reportOverlap(a: PlacedPeriod, b: PlacedPeriod, reading: Reading): void {
  const later = comparePlaces(a.place, b.place) > 0 ? a : b
  const other = later === a ? b : a
  reading.report.add(
    'bad-hours',
    later.place,
    `${periodText(later)} overlaps ${periodText(other)} (line ${other.place.line}, column ${other.place.column})`,
    { typed: periodText(later), line: other.place.line },
  )
}

/** Minutes from the start of a period to its end, on the next date for a night. */
export function lengthOf({ start, end }: Period): number {
  return end > start ? end - start : end + DAY_MINUTES - start
}

function periodText({ start, end }: Period): string {
  return `${clock(start)}-${clock(end)}`
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** JSON Schema of the hours of one day, under `$defs/hours`. */
export const HOURS_SCHEMA = {
  description: 'Opening hours of a day: "09:00-17:00", a list of such periods; "22:00-06:00" is a night.',
  anyOf: [
    {
      type: 'string',
      pattern: '^\\s*\\d{1,2}:\\d\\d\\s*-\\s*\\d{1,2}:\\d\\d\\s*(,\\s*\\d{1,2}:\\d\\d\\s*-\\s*\\d{1,2}:\\d\\d\\s*)*$',
    },
    { type: 'array', items: { type: 'string' } },
  ],
}
