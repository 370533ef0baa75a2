/** The charter of a demo workspace: that of a file, in force since before its first ticket. */
import {
  type CharterSource,
  type CompiledCharter,
  compileDraft,
  formatDate,
  localDay,
  readCharter,
  startOfDay,
} from '@avow/core'
import { DAYS } from './season.ts'

export interface DemoCharter {
  /** The document as it is to be published. */
  readonly text: string
  readonly source: CharterSource
  readonly compiled: CompiledCharter
  /** From when it is in force, UTC ms. */
  readonly effectiveAt: number
}

/** Days between the charter's first and the first ticket's. */
const AHEAD = 7
const EFFECTIVE = /^effective:.*$/m

/**
 * The text of charters/retailer.yaml with its `effective` moved to a week before the ninety days that end at `now` (UTC
 * ms). Its calendars stay as they are: beyond their `holidays until` due times are marked unsure (SPEC T9). `zoneData`
 * names the runtime's zone data. Throws where the text is no charter or has no line `effective`.
 */
export function demoCharter(text: string, now: number, zoneData: string): DemoCharter {
  const written = compiledFrom(text, now, zoneData)
  const day = localDay(written.compiled.zone, now) - DAYS - AHEAD
  if (!EFFECTIVE.test(text)) throw new TypeError('the charter says nowhere from when it is in force')
  const moved = text.replace(EFFECTIVE, `effective: ${formatDate(day)}T00:00 ${written.compiled.zone.name}`)
  return { text: moved, ...compiledFrom(moved, now, zoneData), effectiveAt: startOfDay(written.compiled.zone, day) }
}

function compiledFrom(text: string, now: number, zoneData: string) {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) throw new TypeError(findings[0]?.message ?? 'the charter cannot be read')
  const source: CharterSource = { document, data }
  return { source, compiled: compileDraft(source, { asOf: now, zoneData }) }
}
