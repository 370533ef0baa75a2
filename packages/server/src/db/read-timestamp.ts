/** `2026-11-22 12:14:34.123+00`: what PostgreSQL writes where its session is in UTC. */
const SHORTEST = '2026-11-22 12:14:34+00'.length
const ZERO = 48

/**
 * Reads an instant as PostgreSQL writes it in UTC, to the millisecond; a list has hundreds of them. Undefined for any other
 * form (another zone, BC, years beyond 9999, infinity), which is for the reader of all forms.
 */
export function readTimestamp(text: string): Date | undefined {
  const end = text.length - 3
  if (text.length < SHORTEST || text.charCodeAt(10) !== 32 || !text.endsWith('+00')) return undefined
  const century = two(text, 0)
  // Date.UTC takes the years of the first century for ours.
  if (century === 0) return undefined
  let ms = 0
  if (end > 19) {
    // “.5” is 500 ms; what is finer than a millisecond is cut, as a Date has it.
    for (let at = 20, worth = 100; at < end && worth >= 1; at++, worth /= 10) ms += (text.charCodeAt(at) - ZERO) * worth
  }
  const instant = Date.UTC(
    century * 100 + two(text, 2),
    two(text, 5) - 1,
    two(text, 8),
    two(text, 11),
    two(text, 14),
    two(text, 17),
    ms,
  )
  return new Date(instant)
}

function two(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO
}
