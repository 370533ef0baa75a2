/** Local time of a zone, asked from Intl minute by minute and remembered: no list of changes, no arithmetic on rules. */

export const MINUTE = 60_000
export const DAY = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, Map<number, number>>()
const instants = new Map<string, number>()

/** What the clocks of `zone` show at `t`, less `t`, in ms. Every change of the zones in use falls on a quarter hour of UTC. */
export function offsetAt(zone: string, t: number): number {
  const quarter = Math.floor(t / (15 * MINUTE)) * 15 * MINUTE
  const known = offsets.get(zone) ?? new Map<number, number>()
  offsets.set(zone, known)
  const remembered = known.get(quarter)
  if (remembered !== undefined) return remembered
  const part = new Map(
    format(zone)
      .formatToParts(quarter)
      .map((each) => [each.type, Number(each.value)]),
  )
  const field = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? Number.NaN
  const shown = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  )
  known.set(quarter, shown - quarter)
  return shown - quarter
}

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const numeric = 'numeric' as const
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  })
  formats.set(zone, made)
  return made
}

/** The local date at `t`, as days since 1970-01-01. */
export function dateAt(zone: string, t: number): number {
  return Math.floor((t + offsetAt(zone, t)) / DAY)
}

/** T2: the first instant at which the clocks show `minute` of `date`; where they skip it, later by the length of the skip. */
export function instantOf(zone: string, date: number, minute: number): number {
  const wall = date * DAY + minute * MINUTE
  const name = `${zone} ${wall}`
  const known = instants.get(name)
  if (known !== undefined) return known
  const around: number[] = []
  for (let t = wall - 26 * 60 * MINUTE; t <= wall + 26 * 60 * MINUTE; t += 15 * MINUTE) around.push(offsetAt(zone, t))
  const shows = [...new Set(around)].map((offset) => wall - offset).filter((t) => t + offsetAt(zone, t) === wall)
  const before = around[0] ?? 0
  const found = shows.length > 0 ? Math.min(...shows) : wall - before
  instants.set(name, found)
  return found
}

/** The first instant of a local date. */
export function midnight(zone: string, date: number): number {
  return instantOf(zone, date, 0)
}

/** `2026-12-24` as days since 1970-01-01; undefined where there is no such date. */
export function dateOf(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const t = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(t) || new Date(t).toISOString().slice(0, 10) !== text ? undefined : t / DAY
}

export function textOf(date: number): string {
  return new Date(date * DAY).toISOString().slice(0, 10)
}

/** A date some months and days later; months keep the day or take the last of the month. */
export function addSpan(date: number, months: number, days: number): number {
  const from = new Date(date * DAY)
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate()
  return (
    Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, Math.min(from.getUTCDate(), lastOfMonth)) / DAY + days
  )
}
