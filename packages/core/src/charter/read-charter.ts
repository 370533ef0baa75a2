import type { CharterDocument } from './document.ts'
import type { Finding } from './finding.ts'
import { readDocument } from './read/charter.ts'
import { Reading } from './read/reading.ts'
import { plainData } from './source/plain-data.ts'
import { readSource, type SourceFormat } from './source/read-source.ts'

export interface CharterReading {
  /** The charter; only where nothing is wrong. */
  readonly document?: CharterDocument
  /** What was written, as plain JSON data without prototypes; where the source could be read at all. */
  readonly data?: unknown
  /** Everything that is wrong, in the order of the source; 200 at most. */
  readonly findings: readonly Finding[]
}

export interface ReadOptions {
  readonly format?: SourceFormat
  /** Zones whose offset changes a published version carries; the runtime is asked about all others alone. */
  readonly zones?: readonly string[]
}

/**
 * Reads a charter from YAML or JSON. Never throws, for any text. Without a format, a text that begins with a brace is
 * JSON. Every finding has its line and column, from 1.
 */
export function readCharter(text: string, options: ReadOptions = {}): CharterReading {
  const { root, problems } = readSource(text, options.format)
  const reading = new Reading(options.zones)
  for (const { code, message, details, ...place } of problems) reading.report.add(code, place, message, details)
  const document = root && readDocument(root, reading)
  const findings = reading.report.findings()
  return {
    ...(document && findings.length === 0 ? { document } : {}),
    ...(root && problems.length === 0 ? { data: plainData(root) } : {}),
    findings,
  }
}
