import { type CharterSource, type CompiledCharter, compileDraft, type Finding, readCharter } from '@avow/core'
import { Failure } from '../failure.ts'
import { type Io, paintFor } from '../io.ts'
import { findingLines, pageLines } from '../output/finding-lines.ts'
import { nameOf, readText } from './read-text.ts'

const YEAR = 365.25 * 86_400_000
/** Instants lie in the years 1900 to 2199 (docs/formats/history.md); zones and calendars reach a little beyond. */
const EARLIEST = Date.UTC(1898, 0, 1)
const LATEST = Date.UTC(2202, 0, 1)

/** A charter as its file says it; JSON and YAML are told apart by the ending, else by how the text begins. */
export async function readCharterFile(path: string, io: Io): Promise<ReturnType<typeof readCharter>> {
  const text = await readText(path, io)
  const format = /\.json$/i.test(path) ? 'json' : /\.ya?ml$/i.test(path) ? 'yaml' : undefined
  return readCharter(text, format === undefined ? {} : { format })
}

/** A charter that a command needs to go on. Throws Failure with its findings where it cannot be read. */
export async function loadCharter(path: string, io: Io): Promise<CharterSource> {
  const { document, data, findings } = await readCharterFile(path, io)
  if (document !== undefined) return { document, data }
  throw unreadable(path, findings, io)
}

/** The Failure for a file that has findings: they are its message, each with its page. */
export function unreadable(path: string, findings: readonly Finding[], io: Io): Failure {
  const paint = paintFor(io.stderr, io.env)
  const lines = findings.flatMap((finding) => [
    ...findingLines(nameOf(path), finding, paint),
    ...pageLines(finding, paint),
  ])
  return new Failure(`${nameOf(path)} cannot be read:\n${lines.join('\n')}`)
}

/**
 * Compiles a draft for judging at `now` a history that begins at `from` (UTC ms). Zones come from the runtime, which
 * names the release of its zone data.
 */
export function compileFor(source: CharterSource, now: number, from = now): CompiledCharter {
  const bounded = (instant: number) => Math.min(LATEST, Math.max(EARLIEST, instant))
  return compileDraft(source, { asOf: bounded(now), from: bounded(from - YEAR), zoneData: zoneData() })
}

/** The release of the runtime's zone data, e.g. `2026b`. */
export function zoneData(): string {
  return process.versions['tz'] ?? `node ${process.version}`
}
