import { z } from 'zod'
import { listOf } from './parts.ts'
import { route } from './route.ts'

/** A country whose public holidays can be told, with its regions that have holidays of their own. */
export const holidayCountry = z
  .object({
    /** ISO 3166: `PL`. */
    code: z.string(),
    /** In English; regions as the country writes them. */
    name: z.string(),
    regions: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .meta({ id: 'HolidayCountry' })

/** Dates on which a company may be closed, to be written into a calendar of the charter. */
export const holidays = z
  .object({
    /** In their order, each date once. */
    items: z.array(
      z.object({
        date: z.iso.date(),
        name: z.string(),
        /** It follows the moon: an authority tells the day shortly before, and it may be another. */
        is_tentative: z.boolean(),
      }),
    ),
    /** Where the dates come from and when they were read, for `holidays from` of the calendar. */
    source: z.string(),
    /** The last date that was asked about, for `holidays until`. */
    until: z.iso.date(),
    /** Events of a file that are no whole days, are cancelled or have no date. */
    passed_over: z.number().int(),
  })
  .meta({ id: 'Holidays' })

export type HolidayCountry = z.infer<typeof holidayCountry>
export type Holidays = z.infer<typeof holidays>

const code = z.string().min(1).max(20)

export const holidayRoutes = {
  listHolidayCountries: route({
    method: 'GET',
    path: '/holidays/countries',
    who: 'charter.write',
    says: 'The countries whose public holidays can be told, with their regions',
    answer: listOf(holidayCountry),
  }),
  listHolidays: route({
    method: 'GET',
    path: '/holidays',
    who: 'charter.write',
    says: 'The public holidays of a country, or of one of its regions, in up to ten years; nothing is written',
    query: z.object({
      country: code,
      region: code.optional(),
      from: z.coerce.number().int(),
      /** The last year; that of `from` where left out. */
      to: z.coerce.number().int().optional(),
      /** Of the names, where the list has them in it. */
      language: z.string().max(20).optional(),
    }),
    answer: holidays,
  }),
  readHolidayFile: route({
    method: 'POST',
    path: '/holidays/file',
    who: 'charter.write',
    says: 'The whole days of a calendar file (iCal) in up to ten years; nothing that it names is fetched, nothing is kept',
    status: 200,
    body: z.object({
      text: z.string().min(1).max(1_000_000),
      /** What the file is called; it stands in the source. */
      name: z.string().trim().max(200).default(''),
      from: z.number().int(),
      to: z.number().int().optional(),
    }),
    answer: holidays,
  }),
} as const
