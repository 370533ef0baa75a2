const HOUR = 3_600_000
const WEEK = 168 * HOUR
const WEEKS = 4
const AT_LEAST = 4 * HOUR
const TIMES = 3
/** Hours between two of a mailbox's own that are so far apart at most are its own, too. */
const APART = 4

/** How far back mails say what is usual, ms. */
export const LEARNT_FROM = WEEKS * WEEK

export interface Silence {
  /** How long no mail came, counting the mailbox's own hours alone, ms. */
  readonly lasts: number
  /** Beyond so much of them it is unusual, ms. */
  readonly usual: number
}

/**
 * Has a mailbox fallen silent? Its own hours are those hours of the week (of 168, UTC) in which mail came in at least two of
 * the last four weeks, and those between two such hours that are four apart at most; other time does not count. It is silent when no mail came for more than three times the longest pause
 * of these weeks, and for four hours at least, and this hour is one of its own: never at night, or on a weekend on which
 * nobody writes. `arrivals`: instants of its mails, in any order; `now`: both UTC ms. Undefined where it is not silent, or
 * too little came to say.
 */
export function silenceOf(arrivals: readonly number[], now: number): Silence | undefined {
  const known = arrivals.filter((at) => at <= now && at > now - LEARNT_FROM).sort((one, other) => one - other)
  const last = known.at(-1)
  if (last === undefined) return undefined
  const own = ownHours(known, now)
  if (!own.has(hourOfWeek(now))) return undefined
  let longest = 0
  for (const [index, at] of known.entries()) {
    const before = known[index - 1]
    if (before !== undefined) longest = Math.max(longest, countedBetween(before, at, own))
  }
  const usual = Math.max(AT_LEAST, TIMES * longest)
  const lasts = countedBetween(last, now, own)
  return lasts > usual ? { lasts, usual } : undefined
}

function ownHours(arrivals: readonly number[], now: number): ReadonlySet<number> {
  const weeksOf = new Map<number, Set<number>>()
  for (const at of arrivals) {
    const hour = hourOfWeek(at)
    const weeks = weeksOf.get(hour) ?? new Set()
    weeksOf.set(hour, weeks.add(Math.floor((now - at) / WEEK)))
  }
  const own = [...weeksOf].flatMap(([hour, weeks]) => (weeks.size > 1 ? [hour] : []))
  const filled = new Set(own)
  for (const hour of own) {
    const ahead = Array.from({ length: APART }, (_, index) => (hour + index + 1) % 168)
    const next = ahead.findIndex((each) => own.includes(each))
    for (const between of ahead.slice(0, Math.max(next, 0))) filled.add(between)
  }
  return filled
}

function hourOfWeek(at: number): number {
  return Math.floor((at % WEEK) / HOUR)
}

function countedBetween(from: number, to: number, own: ReadonlySet<number>): number {
  let sum = 0
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / HOUR) + 1) * HOUR)
    if (own.has(hourOfWeek(at))) sum += end - at
    at = end
  }
  return sum
}
