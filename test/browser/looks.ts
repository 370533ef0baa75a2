/** What screens are looked at in: languages, themes and widths. */

const ALL = process.env['AVOW_LONG'] === '1' || process.env['AVOW_SCREENSHOTS'] !== undefined

/** Every language, both themes, and screens from a phone to a desk. Neighbours go opposite ways. */
export const LOOKS = [
  ['en', 'light', 1440],
  ['ar', 'dark', 400],
  ['it', 'dark', 400],
  ['ar', 'light', 1440],
  ['pl', 'light', 900],
  ['el', 'dark', 900],
] as const

/** Those of somebody whose browser asks for a language. */
export const BROWSER_LOOKS = [
  ['en-GB', 'light', 1440],
  ['ar', 'dark', 400],
  ['en-GB', 'dark', 400],
  ['ar', 'light', 1440],
] as const

/** Both ways round in both themes. */
export const BOTH_WAYS = [
  ['en', 'light'],
  ['ar', 'dark'],
  ['ar', 'light'],
  ['en', 'dark'],
] as const

/**
 * In which of these looks something is tried: in all at full count and for pictures; else in the two of its turn, so that
 * what stands side by side is tried in different ones, and together in all.
 */
export function looksInTurn<Look>(looks: readonly Look[], turn = 0): readonly Look[] {
  return ALL ? looks : looks.filter((_, index) => Math.floor(index / 2) === turn % Math.ceil(looks.length / 2))
}
