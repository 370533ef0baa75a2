/** The countries whose public holidays can be put in when a desk is set up. */
import { countryHolidays } from '../holidays/index.ts'

/** By ISO 3166. Those whose currency and zone are known there too. */
export const HOLIDAY_COUNTRIES: readonly string[] = ['AT', 'BE', 'CY', 'CZ', 'DE', 'ES', 'FR', 'GR', 'IT', 'PL', 'PT']

/** Dates such as `2027-03-29` that hold in the whole country, in their order; none for a country that is not among them. */
export function publicHolidays(country: string, year: number): readonly string[] {
  if (!HOLIDAY_COUNTRIES.includes(country)) return []
  const { holidays } = countryHolidays({ country, years: { from: year, to: year }, today: '' })
  return holidays.map(({ date }) => date)
}
