/**
 * The instant, UTC ms, at which clocks of an IANA zone show `wall` (`2026-07-03T10:00`); where they never do, one an hour
 * away. Undefined for a zone that nobody knows. For showing only: what is judged is reckoned by core.
 */
export function wallToInstant(wall: string, zone: string): number | undefined {
  const asUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const guess = asUtc - (offsetOf(zone, asUtc) ?? Number.NaN)
  const offset = Number.isNaN(guess) ? undefined : offsetOf(zone, guess)
  return offset === undefined ? undefined : asUtc - offset
}

function offsetOf(timeZone: string, at: number): number | undefined {
  try {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
    return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
  } catch {
    return undefined
  }
}
