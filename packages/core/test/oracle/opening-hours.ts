/** A calendar as a table of minutes, open or not (T3, T4), filled from its periods' local ends. */
import type { Interval, PlainCalendar } from './plain-data.ts'
import { DAY, instantOf, MINUTE, textOf } from './wall-clock.ts'

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export interface OpeningHours {
  readonly zone: string
  /** Whether the minute that begins at `t` is open. */
  isOpen(t: number): boolean
  /** The periods that begin on a local date (days since 1970-01-01), as instants. */
  periodsOf(date: number): readonly Interval[]
}

const known = new Map<string, OpeningHours>()

export function openingHours(calendar: PlainCalendar, charterZone: string): OpeningHours {
  const name = JSON.stringify([calendar, charterZone])
  const made = known.get(name) ?? build(calendar, calendar.zone ?? charterZone)
  known.set(name, made)
  return made
}

function build(calendar: PlainCalendar, zone: string): OpeningHours {
  const byDate = new Map<number, readonly Interval[]>()
  const periodsOf = (date: number) => {
    const found = byDate.get(date) ?? readPeriods(calendar, zone, date)
    byDate.set(date, found)
    return found
  }
  const minutes = new Map<number, Uint8Array>()
  const minutesOf = (utcDay: number) => {
    const found = minutes.get(utcDay)
    if (found !== undefined) return found
    const table = new Uint8Array(1440)
    // A local date lies within a day of the UTC date, and a period may run into the next date.
    for (let date = utcDay - 3; date <= utcDay + 2; date++)
      for (const period of periodsOf(date))
        for (let t = Math.max(period.start, utcDay * DAY); t < Math.min(period.end, (utcDay + 1) * DAY); t += MINUTE)
          table[(t - utcDay * DAY) / MINUTE] = 1
    minutes.set(utcDay, table)
    return table
  }
  const isOpen = (t: number) => {
    const utcDay = Math.floor(t / DAY)
    return minutesOf(utcDay)[Math.floor((t - utcDay * DAY) / MINUTE)] === 1
  }
  return { zone, isOpen, periodsOf }
}

function readPeriods(calendar: PlainCalendar, zone: string, date: number): Interval[] {
  return hoursWritten(calendar, date)
    .map((text) => {
      const [from = Number.NaN, to = Number.NaN] = text.split('-').map(minuteOf)
      if (to > from)
        return {
          start: instantOf(zone, date, from),
          end: to === 1440 ? instantOf(zone, date + 1, 0) : instantOf(zone, date, to),
        }
      const stops = calendar['night continues'] !== true && isExceptional(calendar, date + 1)
      return { start: instantOf(zone, date, from), end: instantOf(zone, date + 1, stops ? 0 : to) }
    })
    .filter((period) => period.start < period.end)
}

function hoursWritten(calendar: PlainCalendar, date: number): readonly string[] {
  const own = calendar.on?.[textOf(date)]
  if (own !== undefined) return list(own)
  if (calendar.closed?.includes(textOf(date))) return []
  if (calendar.open === 'always') return ['00:00-24:00']
  const weekday = new Date(date * DAY).getUTCDay()
  return Object.entries(calendar.open).flatMap(([days, hours]) =>
    weekdaysOf(days).includes(weekday) ? list(hours) : [],
  )
}

function isExceptional(calendar: PlainCalendar, date: number): boolean {
  return calendar.on?.[textOf(date)] !== undefined || (calendar.closed ?? []).includes(textOf(date))
}

function weekdaysOf(text: string): number[] {
  const [from = '', to = from] = text.split('-')
  const days = [WEEK.indexOf(from)]
  while (days.at(-1) !== WEEK.indexOf(to)) days.push(((days.at(-1) ?? 0) + 1) % 7)
  return days
}

function list(hours: string | readonly string[]): readonly string[] {
  return typeof hours === 'string'
    ? hours
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== '')
    : hours
}

function minuteOf(text: string): number {
  const [hour = '', minute = ''] = text.trim().split(':')
  return Number(hour) * 60 + Number(minute)
}
