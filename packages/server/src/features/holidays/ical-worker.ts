/** The thread in which a calendar file of strangers is read; `readIcal` starts it, and ends it when it takes too long. */
import { parentPort, workerData } from 'node:worker_threads'
import { expandIcal } from './expand-ical.ts'
import { HolidayError, type Years } from './holiday.ts'

const { text, years }: { readonly text: string; readonly years: Years } = workerData
try {
  parentPort?.postMessage({ expanded: expandIcal(text, years) })
} catch (error) {
  parentPort?.postMessage({
    refused: error instanceof HolidayError ? error.message : 'This calendar file cannot be read.',
  })
}
