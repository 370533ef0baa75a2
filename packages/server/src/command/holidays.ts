import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  countryHolidays,
  HolidayError,
  type HolidayList,
  holidayLines,
  readIcal,
  type Years,
} from '../features/holidays/index.ts'
import { CommandError, type FileCommandInput } from './command.ts'

const USAGE =
  'avow holidays --country PL [--region REGION] --years 2026-2028, or avow holidays --ical FILE --years 2026-2028'

/** `avow holidays`: dates for the calendar of a charter, as its lines. */
export async function holidays({ values, words, out, now }: FileCommandInput): Promise<void> {
  const { country, region, ical, language } = values
  if (words.length > 0 || (country === undefined) === (ical === undefined)) throw new CommandError(USAGE)
  const years = yearsOf(values.years)
  const today = new Date(now).toISOString().slice(0, 10)
  try {
    const list =
      ical === undefined
        ? countryHolidays({ country: country ?? '', region, years, language, today })
        : await fromFile(ical, years, today)
    out.write(holidayLines(list))
  } catch (error) {
    throw error instanceof HolidayError ? new CommandError(error.message) : error
  }
}

async function fromFile(file: string, years: Years, today: string): Promise<HolidayList> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandError(`${file} cannot be read: ${error.message}`)
  })
  return readIcal({ text, name: basename(file), years, today })
}

function yearsOf(written: string | undefined): Years {
  const [, from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(written ?? '') ?? []
  if (from === undefined) throw new CommandError(USAGE)
  return { from: Number(from), to: Number(to ?? from) }
}
