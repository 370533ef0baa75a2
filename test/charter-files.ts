import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CharterDocument, type CompiledCharter, compileDraft, examplesSpan, readCharter } from '@avow/core'
import { ROOT } from '../tools/run-command.ts'

/** The instant as of which the shipped charters are checked: holidays run out as time goes on. */
export const AS_OF = Date.UTC(2026, 10, 22)

/** Names of the shipped charters that are meant to be good. */
export function goodCharters(): readonly string[] {
  return readdirSync(join(ROOT, 'charters')).filter((name) => name.endsWith('.yaml') && !name.startsWith('broken'))
}

/** The text of a file, by its path from the root of the repository. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Reads a charter that has nothing wrong and compiles it over the span of its examples. */
export function openCharter(path: string): { document: CharterDocument; charter: CompiledCharter } {
  const { document, data, findings } = readCharter(textOf(path))
  if (document === undefined) throw new Error(`${path} cannot be read: ${JSON.stringify(findings)}`)
  const zoneData = process.versions['tz'] ?? 'unknown'
  return { document, charter: compileDraft({ document, data }, { asOf: AS_OF, ...examplesSpan(document), zoneData }) }
}
