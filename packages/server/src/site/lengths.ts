/** Lengths of time in full words. */
import type { CompiledCharter, Duration } from '@avow/core'
import { type Html, html, NOTHING, theirs } from './html.ts'
import type { Tongue } from './tongue.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = [
  { key: 'long.days', ms: DAY },
  { key: 'long.hours', ms: HOUR },
  { key: 'long.minutes', ms: MINUTE },
  { key: 'long.seconds', ms: SECOND },
] as const

/** The two largest units of time by the clock on the wall; what is smaller is left off. Days only from two on. */
export function wallLength(tongue: Tongue, ms: number): Html {
  return inUnits(tongue, ms, 2 * DAY)
}

/** Opening time: hours, minutes and seconds, since a day would be one of opening hours; rounded to minutes over an hour. */
export function openLength(tongue: Tongue, ms: number): Html {
  const unit = ms < HOUR ? SECOND : MINUTE
  return inUnits(tongue, Math.round(ms / unit) * unit, Number.POSITIVE_INFINITY)
}

function inUnits(tongue: Tongue, ms: number, daysFrom: number): Html {
  const units = ms >= daysFrom ? UNITS : UNITS.slice(1)
  const largest = units.findIndex((unit) => ms >= unit.ms)
  if (largest < 0) return tongue.say('long.seconds', { n: Math.ceil(ms / 100) / 10 })
  let left = ms
  const words = units.slice(largest, largest + 2).flatMap(({ key, ms: size }) => {
    const n = Math.floor(left / size)
    left -= n * size
    return n > 0 ? [tongue.say(key, { n })] : []
  })
  const [first = NOTHING, second] = words
  return second === undefined ? first : tongue.say('long.pair', { first, second })
}

/** A length promised, for sentences of the charter: `4 hours of office hours`. */
export function targetInWords({ document }: CompiledCharter, target: Duration, tongue: Tongue): Html {
  if (target.kind === 'dates') return tongue.say(`target.${target.span.unit}`, { n: target.span.count })
  const calendar = tongue.text(document.calendars.get(target.calendar)?.says) ?? theirs(target.calendar)
  if (target.kind === 'working-days') return tongue.say('target.working-days', { n: target.count, calendar })
  return tongue.say('target.opening', { length: exactLength(tongue, target.ms), calendar })
}

function exactLength(tongue: Tongue, ms: number): Html {
  let left = ms
  const words = UNITS.slice(1).flatMap(({ key, ms: size }) => {
    const n = key === 'long.seconds' ? left / size : Math.floor(left / size)
    left -= n * size
    return n > 0 ? [tongue.say(key, { n })] : []
  })
  const [first = tongue.say('long.minutes', { n: 0 }), ...others] = words
  return others.reduce((pair, second) => tongue.say('long.pair', { first: pair, second }), html`${first}`)
}

/**
 * How long commitments took, in the unit of their promise: all hours for targets in dates; else opening time, and as
 * working days where every target is in working days of one calendar.
 */
export function takenInWords(
  { calendars }: CompiledCharter,
  targets: readonly Duration[],
  ms: number,
  tongue: Tongue,
): Html {
  if (targets.length > 0 && targets.every(({ kind }) => kind === 'dates')) return wallLength(tongue, ms)
  const names = new Set(targets.map((target) => (target.kind === 'working-days' ? target.calendar : undefined)))
  const [name] = names
  const calendar = names.size === 1 && name !== undefined ? calendars.get(name) : undefined
  const open = () => tongue.say('taken.open', { length: openLength(tongue, ms) })
  if (calendar === undefined) return open()
  const day = (calendar.before.at(-1) ?? 0) / calendar.openDays.length
  const n = Math.round((ms / day) * 10) / 10
  return n > 0 && Number.isFinite(n) ? tongue.say('taken.working-days', { n }) : open()
}
