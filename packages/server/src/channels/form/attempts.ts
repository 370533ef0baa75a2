/** How often something may be done, by whom. */
export interface AttemptLimit {
  readonly most: number
  readonly withinMs: number
}

/** Beyond, whoever came first is forgotten: memory is bounded, whoever comes. */
const MOST_KNOWN = 20_000

/** Counts attempts in a sliding window, in this process alone. */
export class Attempts {
  private readonly limit: AttemptLimit
  private readonly times = new Map<string, number[]>()

  constructor(limit: AttemptLimit) {
    this.limit = limit
  }

  /** Counts an attempt at `now` (ms). Answers 0, or how many ms to wait where it is one too many and was not counted. */
  take(who: string, now: number): number {
    const { most, withinMs } = this.limit
    const recent = (this.times.get(who) ?? []).filter((at) => now - at < withinMs)
    const oldest = recent[0]
    this.times.delete(who)
    for (const first of this.times.keys()) {
      if (this.times.size < MOST_KNOWN) break
      this.times.delete(first)
    }
    this.times.set(who, recent)
    if (recent.length >= most && oldest !== undefined) return oldest + withinMs - now
    recent.push(now)
    return 0
  }
}

/** What of a network address is one caller: of IPv6 the first 64 bits, which one household or firm has. */
export function callerOf(ip: string): string {
  if (!ip.includes(':')) return ip
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = ip.split('::')
  const [before, after] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)]
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
