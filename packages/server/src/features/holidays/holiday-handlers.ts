import type { Holidays, holidayRoutes } from '@avow/contract'
import type { Access, Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { countries, countryHolidays, regionsOf } from './country-holidays.ts'
import { checkYears, HolidayError, type HolidayList, type Years } from './holiday.ts'
import { oneFileAtATime } from './one-file-at-a-time.ts'
import { readIcal } from './read-ical.ts'

export const holidayHandlers: Handlers<keyof typeof holidayRoutes> = {
  listHolidayCountries: async () => ({
    items: [...countries()].map(([code, name]) => ({ code, name, regions: namedIn(regionsOf(code)) })),
    next: null,
  }),

  listHolidays: async ({ access, query: { country, region, from, to = from, language } }) => {
    const asked = { country, region, years: { from, to }, language, today: dayOf(access) }
    return presented(await refusing('bad-request', () => countryHolidays(asked)))
  },

  readHolidayFile: async ({ access, body: { text, name, from, to = from } }) => {
    const years: Years = { from, to }
    await refusing('bad-request', () => checkYears(years))
    const read = () => readIcal({ text, name, years, today: dayOf(access) })
    const list = await refusing('calendar-file-faulty', () => oneFileAtATime(read))
    return { ...presented(list), passed_over: list.passedOver }
  },
}

function presented({ holidays, source, until }: HolidayList): Holidays {
  const items = holidays.map(({ date, name, isTentative }) => ({ date, name, is_tentative: isTentative }))
  return { items, source, until, passed_over: 0 }
}

function namedIn(known: ReadonlyMap<string, string>): { readonly code: string; readonly name: string }[] {
  return [...known].map(([code, name]) => ({ code, name }))
}

/** What the feature says in plain words, by a code of the catalogue. */
async function refusing<T>(code: 'bad-request' | 'calendar-file-faulty', act: () => T | Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw error instanceof HolidayError ? new Refusal(code, error.message) : error
  }
}

/** The date on which it is read, in UTC. */
function dayOf({ now }: Access): string {
  return new Date(now).toISOString().slice(0, 10)
}
