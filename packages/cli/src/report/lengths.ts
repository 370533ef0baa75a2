/** Lengths of time in words, rounded so that what is shown is what was meant. */
import { roundedParts } from '@avow/core'
import { type Html, joined, NOTHING } from './html.ts'
import type { MessageKey } from './messages/en.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A language, as far as a length needs it. */
interface Sayer {
  say(key: MessageKey, values: { readonly n: number } | { readonly first: Html; readonly second: Html }): Html
}

interface UnitCount {
  readonly key: MessageKey
  readonly n: number
}

/** To this unit a length is rounded: to seconds under an hour, as `avow explain` does. */
export function unitFor(ms: number): number {
  return ms < HOUR ? SECOND : MINUTE
}

/** Hours, minutes, seconds; never days, since a day may be one of opening hours. Under a second the thousandths are shown. */
export function saidLength(tongue: Sayer, ms: number): Html {
  if (ms > 0 && ms < SECOND) return tongue.say('length.seconds', { n: Math.round(ms) / SECOND })
  return words(tongue, unitsOf(roundedLength(ms), 'length'))
}

/** Hours, minutes and seconds as they are, thousandths too. */
export function saidExactly(tongue: Sayer, ms: number): Html {
  return words(tongue, unitsOf(ms, 'length'))
}

/** The same in full words. */
export function saidInWords(tongue: Sayer, ms: number): Html {
  const [first, second, third] = withoutNoughts(unitsOf(ms, 'long')).map(({ key, n }) => tongue.say(key, { n }))
  if (first === undefined || second === undefined) return first ?? NOTHING
  const pair = tongue.say('long.pair', { first, second })
  return third === undefined ? pair : tongue.say('long.pair', { first: pair, second: third })
}

function unitsOf(ms: number, kind: 'length' | 'long'): readonly UnitCount[] {
  return [
    { key: `${kind}.hours`, n: Math.floor(ms / HOUR) },
    { key: `${kind}.minutes`, n: Math.floor((ms % HOUR) / MINUTE) },
    { key: `${kind}.seconds`, n: (ms % MINUTE) / SECOND },
  ]
}

/** Days of 24 hours, hours, minutes, seconds, without those that are nought. */
export function wallParts(ms: number): readonly UnitCount[] {
  if (ms > 0 && ms < SECOND) return [{ key: 'length.seconds', n: Math.round(ms) / SECOND }]
  const whole = roundedLength(ms)
  return withoutNoughts([
    { key: 'length.days', n: whole >= 2 * DAY ? Math.floor(whole / DAY) : 0 },
    { key: 'length.hours', n: Math.floor((whole >= 2 * DAY ? whole % DAY : whole) / HOUR) },
    { key: 'length.minutes', n: Math.floor((whole % HOUR) / MINUTE) },
    { key: 'length.seconds', n: (whole % MINUTE) / SECOND },
  ])
}

const LONG = [
  { key: 'long.days', ms: DAY },
  { key: 'long.hours', ms: HOUR },
  { key: 'long.minutes', ms: MINUTE },
  { key: 'long.seconds', ms: SECOND },
] as const

/** The two largest units of a length of time on the wall; what is smaller is left off, so that it has been at least as long. */
export function wordParts(ms: number): readonly UnitCount[] {
  const largest = Math.max(
    0,
    LONG.findIndex((unit) => ms >= unit.ms && (unit.ms < DAY || ms >= 2 * DAY)),
  )
  if (ms < SECOND) return [{ key: 'long.seconds', n: Math.round(ms) / SECOND }]
  const smallest = LONG[largest + 1] ?? LONG[largest]
  if (smallest === undefined) return []
  const whole = Math.floor(ms / smallest.ms) * smallest.ms
  const above = LONG[largest]?.ms ?? SECOND
  const counts = [
    { key: LONG[largest]?.key ?? 'long.seconds', n: Math.floor(whole / above) },
    { key: smallest.key, n: Math.round((whole % above) / smallest.ms) },
  ] as const
  return counts.filter(({ n }) => n > 0)
}

/** Parts of one span, rounded alike, so that what is shown adds up to the sum shown. */
export function partsThatAddUp(parts: readonly number[]): { readonly parts: readonly number[]; readonly sum: number } {
  const total = parts.reduce((sum, part) => sum + part, 0)
  const shown = total < SECOND ? parts : roundedParts(parts, unitFor(total))
  return { parts: shown, sum: shown.reduce((sum, part) => sum + part, 0) }
}

/** To seconds, or to minutes where seconds no longer matter. */
export function roundedLength(ms: number): number {
  const unit = unitFor(ms)
  return Math.round(ms / unit) * unit
}

function withoutNoughts(counts: readonly UnitCount[]): readonly UnitCount[] {
  const some = counts.filter(({ n }) => n > 0)
  return some.length > 0 ? some : [{ key: 'length.minutes', n: 0 }]
}

function words(tongue: Sayer, counts: readonly UnitCount[]): Html {
  return joined(
    withoutNoughts(counts).map(({ key, n }) => tongue.say(key, { n })),
    ' ',
  )
}
