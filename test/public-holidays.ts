/** The public holidays of a country by the rules of its law, independent of the dates written in the charters. */

const DAY = 86_400_000

/** Every year, as month and day. Poland: act of 18 January 1951, with 24 December since 2025. */
const FIXED = {
  PL: ['01-01', '01-06', '05-01', '05-03', '08-15', '11-01', '11-11', '12-24', '12-25', '12-26'],
  // Italy: act 260 of 1949, with 4 October again since 2026 (act 151 of 2025).
  IT: ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '10-04', '11-01', '12-08', '12-25', '12-26'],
} as const

/** Days after Easter Sunday: Easter itself and its Monday; in Poland also Pentecost and Corpus Christi. */
const MOVABLE = { PL: [0, 1, 49, 60], IT: [0, 1] } as const

/** Dates such as `2027-03-29`, from 2026 on. */
export function holidaysOf(country: 'PL' | 'IT', year: number): readonly string[] {
  const easter = easterSunday(year)
  const movable = MOVABLE[country].map((days) => new Date(easter + days * DAY).toISOString().slice(0, 10))
  return [...FIXED[country].map((date) => `${year}-${date}`), ...movable]
}

/** Easter Sunday of the Gregorian calendar, UTC midnight (Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1)
}
