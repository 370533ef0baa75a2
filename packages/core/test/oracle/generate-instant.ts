/** Where random events fall: on due instants, openings, closings, midnights, clock changes and each other, or a minute beside. */
import { judgeAllBySpec } from './brute-force-judge.ts'
import type { Setting } from './generate-charter.ts'
import type { Move } from './history-plan.ts'
import { openingHours } from './opening-hours.ts'
import type { PlainCharter, PlainEvent } from './plain-data.ts'
import { DAY, dateAt, MINUTE, midnight } from './wall-clock.ts'

export function placed(
  setting: Setting,
  charter: PlainCharter,
  events: readonly PlainEvent[],
  cursor: number,
  { when, shift, a, b }: Move,
): number {
  const step = shift * MINUTE
  const names = Object.keys(charter.calendars ?? {})
  const calendar = charter.calendars?.[names[a % Math.max(1, names.length)] ?? '']
  switch (when) {
    case 'same':
      return cursor
    case 'minutes':
      return cursor + ((b % 90) + 1) * MINUTE
    case 'hours':
      return cursor + ((b % 20) + 1) * 60 * MINUTE
    case 'days':
      return cursor + ((b % 5) + 1) * DAY
    case 'due':
      return (
        pick(
          duesOf(charter, events, cursor).filter((due) => due >= cursor),
          a,
          cursor,
        ) + step
      )
    case 'midnight':
      return midnight(setting.zone, dateAt(setting.zone, cursor) + 1) + step
    case 'change':
      return setting.change + step
    default: {
      if (calendar === undefined) return cursor
      const hours = openingHours(calendar, charter.zone)
      const turns = (t: number) =>
        hours.isOpen(t) === (when === 'opening') && hours.isOpen(t - MINUTE) !== hours.isOpen(t)
      for (let t = cursor; t < cursor + 4 * DAY; t += MINUTE) if (turns(t)) return t + step
      return cursor
    }
  }
}

/** A late event lies some time back, or exactly on an earlier event or a due instant. */
export function lateAt(
  charter: PlainCharter,
  events: readonly PlainEvent[],
  cursor: number,
  { late, shift, a, b }: Move,
): number {
  if (late === 'minutes') return cursor - ((b % 600) + 1) * MINUTE
  if (late === 'event')
    return pick(
      events.map((event) => Date.parse(event.at)),
      a,
      cursor,
    )
  if (late === 'due')
    return Math.min(
      cursor,
      pick(
        duesOf(charter, events, cursor).filter((due) => due <= cursor),
        b,
        cursor,
      ) +
        shift * MINUTE,
    )
  return cursor
}

/** The due instants of all commitments by what is known at `now`. */
export function duesOf(charter: PlainCharter, events: readonly PlainEvent[], now: number): number[] {
  return [...judgeAllBySpec(charter, events, now).values()].flat().flatMap(({ due }) => (due === null ? [] : [due]))
}

function pick(from: readonly number[], which: number, otherwise: number): number {
  return from[which % Math.max(1, from.length)] ?? otherwise
}
