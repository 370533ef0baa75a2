import { daysOf, WEEKDAYS } from '../read/week.ts'
import type { PlainValue } from './plain-value.ts'
import type { EditPath, SourceEdit } from './source-edit.ts'

/** Hours as one types them: `09:00-12:00, 13:00-18:00`; empty: closed. */
type Hours = string

/** The hours of each weekday, Monday first, from a calendar's `open`; undefined where they cannot be told. */
export function weekOf(open: unknown): readonly Hours[] | undefined {
  if (open === 'always') return WEEKDAYS.map(() => '00:00-24:00')
  const week: Hours[] = WEEKDAYS.map(() => '')
  for (const [key, hours] of fieldsOf(open) ?? []) {
    for (const day of daysOf(key)) {
      if (typeof day !== 'number') return undefined
      week[day] = hours
    }
  }
  return fieldsOf(open) === undefined ? undefined : week
}

/**
 * Gives one weekday (from 0 for Monday) other hours. Days that then have the same hours and follow each other are written
 * as one, `mon-fri`; what the calendar writes otherwise stays. `path` is that of `open`.
 */
export function setDayHours(open: unknown, path: EditPath, day: number, hours: Hours): readonly SourceEdit[] {
  const before = weekOf(open)
  if (before === undefined || before[day] === hours) return []
  const week = before.map((one, index) => (index === day ? tidy(hours) : one))
  const fields = fieldsOf(open) ?? []
  const wanted = new Map([...keptLists(fields, week), ...runsOf(week, listed(fields, week))])
  if (open === 'always') return [{ kind: 'set', path, value: valueOf(Object.fromEntries(wanted)) }]
  return [
    ...fields
      .filter(([key]) => !wanted.has(key))
      .map(([key]): SourceEdit => ({ kind: 'remove', path: [...path, key] })),
    ...[...wanted]
      .filter(([key, value]) => fields.find(([name]) => name === key)?.[1] !== value)
      .map(([key, value]): SourceEdit => ({ kind: 'set', path: [...path, key], value: hoursValue(value) })),
  ]
}

/** Keys such as `mon, wed` whose days still have the same hours. */
function keptLists(fields: readonly (readonly [string, Hours])[], week: readonly Hours[]): readonly [string, Hours][] {
  return fields.flatMap(([key]): [string, Hours][] => {
    const hours = key.includes(',') ? hoursOfAll(key, week) : undefined
    return hours === undefined || hours === '' ? [] : [[key, hours]]
  })
}

function listed(fields: readonly (readonly [string, Hours])[], week: readonly Hours[]): ReadonlySet<number> {
  const days = keptLists(fields, week).flatMap(([key]) => daysOf(key))
  return new Set(days.filter((day) => typeof day === 'number'))
}

function hoursOfAll(key: string, week: readonly Hours[]): Hours | undefined {
  const all = new Set(daysOf(key).map((day) => (typeof day === 'number' ? week[day] : undefined)))
  const [only] = all
  return all.size === 1 ? only : undefined
}

/** Days with the same hours that follow each other, as `mon-fri`. */
function runsOf(week: readonly Hours[], without: ReadonlySet<number>): readonly [string, Hours][] {
  const runs: { first: number; last: number; hours: Hours }[] = []
  for (const [day, hours] of week.entries()) {
    if (hours === '' || without.has(day)) continue
    const open = runs.at(-1)
    if (open !== undefined && open.last === day - 1 && open.hours === hours) open.last = day
    else runs.push({ first: day, last: day, hours })
  }
  const name = (day: number) => WEEKDAYS[day] ?? ''
  return runs.map(({ first, last, hours }) => [
    first === last ? name(first) : first === 0 && last === 6 ? 'daily' : `${name(first)}-${name(last)}`,
    hours,
  ])
}

function fieldsOf(open: unknown): readonly (readonly [string, Hours])[] | undefined {
  if (typeof open !== 'object' || open === null || Array.isArray(open)) return undefined
  return Object.entries(open).map(([key, value]) => [key, hoursText(value)] as const)
}

function hoursText(value: unknown): Hours {
  return tidy(Array.isArray(value) ? value.map(String).join(',') : String(value ?? ''))
}

function tidy(hours: Hours): Hours {
  return hours
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(', ')
}

function hoursValue(hours: Hours): PlainValue {
  return hours.includes(',') ? hours.split(', ') : hours
}

function valueOf(fields: Readonly<Record<string, Hours>>): PlainValue {
  return Object.fromEntries(Object.entries(fields).map(([key, hours]) => [key, hoursValue(hours)]))
}
