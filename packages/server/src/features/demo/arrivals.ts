/** When tickets came in. */
import { type Day, instantOf, startOfDay } from '@avow/core'
import type { Chance } from './chance.ts'
import { type DeskHours, MINUTE } from './desk-hours.ts'
import { DAYS, type Season } from './season.ts'

/**
 * The last `count` arrivals up to `now`, UTC ms, rising. What came before today is drawn from the date alone, so that two
 * moments of one day tell the same story.
 */
export function arrivals(
  count: number,
  today: Day,
  now: number,
  season: Season,
  hours: DeskHours,
  chance: Chance,
): number[] {
  const past = new Slots(season)
  for (let day = today - DAYS + 1; day < today; day++) past.addDay(day)
  const ofToday = new Slots(season)
  ofToday.addDay(today)
  const earlier = past.draw(count, hours, chance)
  const wholeDay = Math.round((count * ofToday.total) / past.total)
  const later = ofToday.draw(wholeDay, hours, chance).filter((instant) => instant <= now - MINUTE)
  return [...earlier, ...later].slice(-count)
}

/** Hours of days, each with its weight. */
class Slots {
  total = 0
  private readonly season: Season
  private readonly slots: { readonly day: Day; readonly hour: number; readonly until: number }[] = []

  constructor(season: Season) {
    this.season = season
  }

  addDay(day: Day): void {
    for (let hour = 0; hour < 24; hour++) {
      this.total += this.season.weight(day, hour)
      this.slots.push({ day, hour, until: this.total })
    }
  }

  draw(count: number, { zone }: DeskHours, chance: Chance): number[] {
    const drawn = Array.from({ length: count }, () => {
      const wanted = chance.next() * this.total
      const slot = this.slots.find(({ until }) => until > wanted)
      if (slot === undefined) return startOfDay(zone, 0)
      return instantOf(zone, slot.day, slot.hour * 60 + chance.whole(0, 59)) + chance.whole(0, 59_999)
    })
    return drawn.sort((a, b) => a - b)
  }
}
