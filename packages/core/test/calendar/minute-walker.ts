/**
 * A second, plain answer for the tests: it reads each minute's local time from `Intl`, marks the open minutes one by one and counts
 * them. It shares nothing with the calendar but the words of the rules.
 */

const MINUTE = 60_000

export interface WalkedRules {
  readonly zone: string
  readonly week: readonly (readonly { readonly start: number; readonly end: number }[])[]
  readonly closed: readonly number[]
  readonly on: ReadonlyMap<number, readonly { readonly start: number; readonly end: number }[]>
  readonly continues: boolean
}

export class MinuteWalker {
  readonly #from: number
  /** local minutes since 1970 shown on the wall at each minute */
  readonly #walls: readonly number[]
  readonly #open: readonly boolean[]

  /** Walks the minutes from an instant (ms, a whole minute) on. Right from the second day to the last but two. */
  constructor(rules: WalkedRules, from: number, walls: readonly number[]) {
    this.#from = from
    this.#walls = walls
    const open = this.#walls.map(() => false)
    const dates = new Set(this.#walls.map((wall) => Math.floor(wall / 1440)))
    for (const date of dates)
      for (const [start, end] of this.#periodsOn(date, rules)) open.fill(true, start, Math.max(start, end))
    this.#open = open
  }

  /** Open minutes between two instants. */
  elapsed(from: number, to: number): number {
    return this.#open.slice((from - this.#from) / MINUTE, (to - this.#from) / MINUTE).filter(Boolean).length
  }

  /** The instant by which so many minutes were open; for 0 the first open minute. Undefined beyond the walk. */
  due(start: number, minutes: number): number | undefined {
    let left = minutes
    for (let at = (start - this.#from) / MINUTE; at < this.#open.length; at++) {
      if (!this.#open[at]) continue
      if (left === 0) return this.#from + at * MINUTE
      left--
      if (left === 0) return this.#from + (at + 1) * MINUTE
    }
    return undefined
  }

  *#periodsOn(date: number, rules: WalkedRules): Generator<[number, number]> {
    const isHoliday = (day: number) => rules.closed.includes(day) || rules.on.has(day)
    const weekday = (new Date(date * 1440 * MINUTE).getUTCDay() + 6) % 7
    const hours = rules.on.get(date) ?? (rules.closed.includes(date) ? [] : rules.week[weekday])
    for (const { start, end } of hours ?? []) {
      const night = end <= start
      const stopped = night && isHoliday(date + 1) && !rules.continues
      yield [
        this.#minuteShowing(date * 1440 + start),
        this.#minuteShowing((night ? date + 1 : date) * 1440 + (stopped ? 0 : end)),
      ]
    }
  }

  /** The first minute at which the wall shows this; a time left out is shown later by what was left out. */
  #minuteShowing(wall: number): number {
    const found = this.#walls.indexOf(wall)
    if (found >= 0) return found
    const after = this.#walls.findIndex((shown, at) => shown > wall && (this.#walls[at - 1] ?? wall) < wall)
    if (after < 0) return wall < (this.#walls[0] ?? 0) ? 0 : this.#walls.length
    const skipped = (this.#walls[after] ?? 0) - (this.#walls[after - 1] ?? 0) - 1
    return this.#walls.indexOf(wall + skipped)
  }
}

/** Local minutes since 1970 on the wall, at each of so many minutes from an instant (ms) on. */
export function wallsOf(zone: string, from: number, count: number): number[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return Array.from(
    { length: count },
    (_, at) => Date.parse(`${clock.format(from + at * MINUTE).replace(' ', 'T')}Z`) / MINUTE,
  )
}
