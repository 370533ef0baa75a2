/**
 * The public holidays of countries, as their laws have them: by them dates are put into a charter, where they stand from then
 * on. No promise is ever judged by these rules.
 */

const DAY = 86_400_000

interface Rule {
  /** Every year, as month and day. */
  readonly fixed: string
  /** Days after Easter Sunday. */
  readonly movable: readonly number[]
  /** Easter by the Julian calendar. */
  readonly orthodox?: true
}

/** Those that hold in the whole country. By ISO 3166. */
const RULES: Readonly<Record<string, Rule>> = {
  AT: { fixed: '01-01 01-06 05-01 08-15 10-26 11-01 12-08 12-25 12-26', movable: [1, 39, 50, 60] },
  BE: { fixed: '01-01 05-01 07-21 08-15 11-01 11-11 12-25', movable: [1, 39, 50] },
  CY: {
    fixed: '01-01 01-06 03-25 04-01 05-01 08-15 10-01 10-28 12-25 12-26',
    movable: [-48, -2, 0, 1, 50],
    orthodox: true,
  },
  CZ: { fixed: '01-01 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26', movable: [-2, 1] },
  DE: { fixed: '01-01 05-01 10-03 12-25 12-26', movable: [-2, 1, 39, 50] },
  ES: { fixed: '01-01 01-06 05-01 08-15 10-12 11-01 12-06 12-08 12-25', movable: [-2] },
  FR: { fixed: '01-01 05-01 05-08 07-14 08-15 11-01 11-11 12-25', movable: [1, 39, 50] },
  GR: { fixed: '01-01 01-06 03-25 05-01 08-15 10-28 12-25 12-26', movable: [-48, -2, 0, 1, 50], orthodox: true },
  // 4 October again since 2026 (act 151 of 2025).
  IT: { fixed: '01-01 01-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26', movable: [0, 1] },
  // 24 December since 2025.
  PL: { fixed: '01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-24 12-25 12-26', movable: [0, 1, 49, 60] },
  PT: { fixed: '01-01 04-25 05-01 06-10 08-15 10-05 11-01 12-01 12-08 12-25', movable: [-2, 0, 60] },
}

/** The countries that there are rules for. */
export const HOLIDAY_COUNTRIES: readonly string[] = Object.keys(RULES)

/** Dates such as `2027-03-29` in their order, from 2026 on; none for a country without rules. */
export function publicHolidays(country: string, year: number): readonly string[] {
  const rule = Object.hasOwn(RULES, country) ? RULES[country] : undefined
  if (rule === undefined) return []
  const easter = rule.orthodox ? orthodoxEaster(year) : westernEaster(year)
  const movable = rule.movable.map((days) => new Date(easter + days * DAY).toISOString().slice(0, 10))
  return [...new Set([...rule.fixed.split(' ').map((date) => `${year}-${date}`), ...movable])].sort()
}

/** Easter Sunday of the Gregorian calendar, UTC midnight (Meeus, Jones and Butcher). */
function westernEaster(year: number): number {
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

/** Easter Sunday of the Julian calendar (Meeus) on its Gregorian date, from 1900 to 2099. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) + 13 * DAY
}
