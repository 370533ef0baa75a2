/** The shop's opening hours as the charter has them, and the steps of work within them. */
import { type Calendar, type CompiledCharter, due, elapsed, type Zone } from '@avow/core'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export interface DeskHours {
  readonly office: Calendar
  readonly chat: Calendar
  readonly zone: Zone
}

/** Throws RangeError where the charter lacks the calendars `office` and `chat`. */
export function deskHours({ calendars, zone }: CompiledCharter): DeskHours {
  const office = calendars.get('office')
  const chat = calendars.get('chat')
  if (office === undefined || chat === undefined) throw new RangeError('the demo needs the calendars office and chat')
  return { office, chat, zone }
}

/** After so many minutes of opening time, UTC ms; at least a second. */
export function after(calendar: Calendar, from: number, minutes: number): number {
  return due(calendar, from, Math.max(1, Math.round(minutes * 60)) * 1000)
}

/** The latest instant from which `calendar` was open for so many minutes until `now`, UTC ms. */
export function before(calendar: Calendar, now: number, minutes: number): number {
  const wanted = Math.max(1, Math.round(minutes * 60)) * 1000
  let low = now - 60 * DAY
  let high = now
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (elapsed(calendar, middle, now) >= wanted) low = middle
    else high = middle
  }
  return low
}
