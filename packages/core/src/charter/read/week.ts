import type { Period } from '../../calendar/index.ts'
import type { SourceMap } from '../source/node.ts'
import { lengthOf, type PlacedPeriod, readHours, reportOverlap } from './hours.ts'
import type { Reading } from './reading.ts'
import { expected, type Shape } from './shape.ts'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const ALWAYS: Period = { start: 0, end: 1440 }
const LONG_NAMES = /\b(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs?)\b/g
const DAY_FORMS = [...WEEKDAYS, 'mon-fri', 'daily']

type Week = readonly (readonly Period[])[]

/** The opening hours of a week, Monday first: `{ mon-fri: 09:00-17:00, sat: 10:00-14:00 }` or `always`. */
export const week: Shape<Week> = {
  schema: {
    anyOf: [
      { const: 'always' },
      {
        type: 'object',
        propertyNames: { pattern: '^(daily|[a-z]{3}.*)$' },
        additionalProperties: { $ref: '#/$defs/hours' },
      },
    ],
  },
  read(node, reading) {
    if (node.kind === 'scalar' && node.value === 'always') return WEEKDAYS.map(() => [ALWAYS])
    if (node.kind !== 'map')
      return expected(
        'hours by weekday, as in { mon-fri: 09:00-17:00 }, or always',
        node,
        reading,
        '{ mon-fri: 09:00-17:00 }',
      )
    return readWeek(node, reading)
  },
}

function readWeek(map: SourceMap, reading: Reading): Week {
  const days: (readonly PlacedPeriod[] | undefined)[] = WEEKDAYS.map(() => undefined)
  for (const { key, keyPlace, value } of map.entries) {
    if (value.kind === 'scalar' && value.value === null) {
      reading.report.add(
        'bad-hours',
        keyPlace,
        `“${key}” has no hours; leave out closed days, and put several days in quotes: "mon, wed": 09:00-17:00`,
        { typed: key, like: '"mon, wed": 09:00-17:00' },
      )
      continue
    }
    const hours = readHours(value, reading)
    const small = smallDays(key)
    if (small !== undefined)
      reading.report.add('bad-hours', keyPlace, `weekdays are written small, with three letters: ${small}`, {
        typed: key,
        like: small,
      })
    for (const day of daysOf(small ?? key)) {
      if (typeof day === 'string') reading.report.addUnknown('bad-hours', keyPlace, 'weekday', day, DAY_FORMS)
      else if (days[day] !== undefined)
        reading.report.add('named-twice', keyPlace, `“${WEEKDAYS[day]}” has hours already`, { typed: key })
      else days[day] = hours
    }
  }
  checkNights(days, reading)
  return days.map((periods) => (periods ?? []).map(({ start, end }) => ({ start, end })))
}

/** Weekdays of a key such as `mon-fri`, `mon, wed` or `daily`, from 0 for Monday; a word that is none comes as it is. */
export function daysOf(key: string): readonly (number | string)[] {
  if (key === 'daily') return WEEKDAYS.map((_, index) => index)
  return key.split(',').flatMap((piece): (number | string)[] => {
    const [from = '', to = from, ...more] = piece.split('-').map((word) => word.trim())
    const [first, last] = [WEEKDAYS.indexOf(from), WEEKDAYS.indexOf(to)]
    if (first < 0 || more.length > 0) return [more.length > 0 ? piece.trim() : from]
    if (last < 0) return [to]
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, offset) => (first + offset) % 7)
  })
}

/** The key with its weekdays as they are written here, where it names weekdays in another way (`Tue-Sat`, `monday`). */
function smallDays(key: string): string | undefined {
  const small = key.toLowerCase().replace(LONG_NAMES, (_, day: string) => day)
  return small !== key && daysOf(small).every((day) => typeof day === 'number') ? small : undefined
}

/** A night that runs into hours of the next day. */
function checkNights(days: readonly (readonly PlacedPeriod[] | undefined)[], reading: Reading): void {
  days.forEach((periods, day) => {
    for (const night of periods ?? []) {
      const into = night.start + lengthOf(night) - 1440
      const next = days[(day + 1) % 7]?.find((period) => period.start < into)
      if (next && next.place !== night.place) reportOverlap(night, next, reading)
    }
  })
}
