const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LONGEST_PAUSE = 6 * HOUR
/** RFC 5321 §4.5.4.1 asks for four to five days at least. */
const PATIENCE = 5 * 24 * HOUR

/**
 * When a mail that could not be delivered is tried again, UTC ms: after 1, 2, 4 … minutes, never more than 6 hours.
 * Undefined once it is five days old. `tries`: how often it was tried; `written`: when it was written.
 */
export function nextTry(tries: number, written: number, now: number): number | undefined {
  if (now - written >= PATIENCE) return undefined
  const pause = Math.min(LONGEST_PAUSE, MINUTE * 2 ** Math.min(Math.max(tries, 1) - 1, 20))
  return Math.min(now + pause, Math.max(now, written + PATIENCE))
}
