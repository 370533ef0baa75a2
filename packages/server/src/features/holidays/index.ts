export { type CountryAsked, countries, countryHolidays, regionsOf } from './country-holidays.ts'
export { checkYears, type Holiday, HolidayError, type HolidayList, type Years } from './holiday.ts'
export { holidayLines } from './holiday-lines.ts'
export { type IcalAsked, type IcalList, MOST_ICAL_CHARACTERS, readIcal } from './read-ical.ts'
