import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { nearest } from '@avow/core'
import Holidays, { type HolidaysTypes } from 'date-holidays'
import { checkYears, type Holiday, HolidayError, type HolidayList, inOrder, type Years } from './holiday.ts'

export interface CountryAsked {
  /** ISO 3166, `PL`. */
  readonly country: string
  /** Of the country, as date-holidays names it: `BY` of Germany, `ENG` of the United Kingdom. */
  readonly region?: string | undefined
  readonly years: Years
  /** Of the names, where the list has them; else those of the country. */
  readonly language?: string | undefined
  /** The date on which it is read, `2026-11-22`. */
  readonly today: string
}

const DAY = 86_400_000
const list = new Holidays()
const VERSION = versionOf()

/** Countries by code, with their names in English. */
export function countries(): ReadonlyMap<string, string> {
  return new Map(Object.entries(list.getCountries('en')))
}

/** Regions of a country by code, with their names; none where it has none. */
export function regionsOf(country: string): ReadonlyMap<string, string> {
  return new Map(countries().has(country) ? Object.entries(list.getStates(country, 'en') ?? {}) : [])
}

/**
 * The public holidays of a country, or of one of its regions, as dates: those that hold for everybody there, with the days that
 * stand in for them. What a government moves by decree is not in the list. Throws HolidayError.
 */
export function countryHolidays({ country, region, years, language, today }: CountryAsked): HolidayList {
  checkYears(years)
  const known = countries()
  if (!known.has(country)) throw unknown('country', country, known)
  const regions = regionsOf(country)
  if (region !== undefined && !regions.has(region)) throw unknown(`region of ${country}`, region, regions)
  const options = {
    types: ['public'] satisfies HolidaysTypes.HolidayType[],
    ...(language === undefined ? {} : { languages: language }),
  }
  const of = region === undefined ? new Holidays(country, options) : new Holidays(country, region, options)
  const found: Holiday[] = []
  // A feast of several days may begin in the year before.
  for (let year = years.from - 1; year <= years.to; year++)
    for (const holiday of of.getHolidays(year)) found.push(...datesOf(holiday, country))
  const isAsked = ({ date }: Holiday) => date >= `${years.from}` && date < `${years.to + 1}`
  const where = region === undefined ? `country ${country}` : `country ${country}, region ${region}`
  return {
    holidays: inOrder(found.filter(isAsked)),
    source: `date-holidays ${VERSION}, ${where}, read ${today}`,
    until: `${years.to}-12-31`,
  }
}

/** Feasts by the moon; the list reckons them ahead. */
const BY_THE_MOON = /\b(?:Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Ramadan|Shawwal|Dhu)\b/i

/** Each date of a holiday; those of several days have as many. */
function datesOf({ date, start, end, name, rule }: HolidaysTypes.Holiday, country: string): readonly Holiday[] {
  const first = Date.parse(`${date.slice(0, 10)}T00:00Z`) + offOf(country, rule) * DAY
  const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY))
  return Array.from({ length: days }, (_, day) => ({
    date: new Date(first + day * DAY).toISOString().slice(0, 10),
    name,
    isTentative: BY_THE_MOON.test(rule),
  }))
}

/**
 * Days by which a rule of the list is off what the law of a country says. Cyprus: Green Monday is 48 days before Easter, and the
 * holiday of Pentecost is its Monday.
 */
const OFF: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  CY: { 'orthodox -47': -1, 'orthodox 49': 1 },
}

function offOf(country: string, rule: string): number {
  return OFF[country]?.[rule] ?? 0
}

function unknown(what: string, given: string, known: ReadonlyMap<string, string>): HolidayError {
  const near = nearest(given.toUpperCase(), [...known.keys()], { left: 1000 })
  const hint = near === undefined ? '' : ` Did you mean ${near} (${known.get(near)})?`
  const some = known.size <= 40 ? ` There are: ${[...known.keys()].join(', ')}.` : ''
  return new HolidayError(`There is no ${what} “${given.slice(0, 40)}” in the list.${hint}${some}`)
}

function versionOf(): string {
  const file = createRequire(import.meta.url).resolve('date-holidays/package.json')
  const { version }: { readonly version?: unknown } = JSON.parse(readFileSync(file, 'utf8'))
  return typeof version === 'string' ? version : ''
}
