import { Worker } from 'node:worker_threads'
import type { Expanded } from './expand-ical.ts'
import { checkYears, HolidayError, type HolidayList, type Years } from './holiday.ts'

export const MOST_ICAL_CHARACTERS = 1024 * 1024
const WITHIN = 10_000
const MOST_MEMORY_MB = 192

export interface IcalAsked {
  readonly text: string
  /** What the file is called; it stands in the source. */
  readonly name: string
  readonly years: Years
  /** The date on which it is read, `2026-11-22`. */
  readonly today: string
  /** It is given up when it takes longer, ms. */
  readonly withinMs?: number
}

export interface IcalList extends HolidayList {
  /** Events that are no whole days, are cancelled or have no date. */
  readonly passedOver: number
}

/**
 * The whole days of a calendar file within the years asked for. Strangers wrote it: it is read in a thread of its own, within a
 * size, a time and an amount of memory, and nothing that it names is fetched. Throws HolidayError.
 */
export async function readIcal({ text, name, years, today, withinMs = WITHIN }: IcalAsked): Promise<IcalList> {
  checkYears(years)
  if (text.length > MOST_ICAL_CHARACTERS)
    throw new HolidayError(`The calendar file is larger than ${MOST_ICAL_CHARACTERS / 1024} KiB.`)
  const { holidays, passedOver } = await expandApart({ text, years }, withinMs)
  return {
    holidays,
    passedOver,
    source: `iCal file ${name.replaceAll(/[^\p{L}\p{N}._ -]/gu, '').slice(0, 80)}, read ${today}`,
    until: `${years.to}-12-31`,
  }
}

function expandApart(
  workerData: { readonly text: string; readonly years: Years },
  withinMs: number,
): Promise<Expanded> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./ical-worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const late = setTimeout(
      () => end(() => reject(new HolidayError('The calendar file takes too long to be read.'))),
      withinMs,
    )
    const end = (settle: () => void) => {
      clearTimeout(late)
      void worker.terminate()
      settle()
    }
    worker.once('message', (answer: { readonly expanded?: Expanded; readonly refused?: string }) => {
      const { expanded, refused } = answer
      end(() => (expanded === undefined ? reject(new HolidayError(refused ?? '')) : resolve(expanded)))
    })
    worker.once('error', () => end(() => reject(new HolidayError('This calendar file cannot be read.'))))
  })
}
