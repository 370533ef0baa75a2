import { readFile, writeFile } from 'node:fs/promises'
import { LANGUAGES } from '@avow/contract'
import { prepareVersion } from '../features/charters/index.ts'
import { languageFor, markdownOf, pageOf, publicParts, staffParts } from '../features/handbook/index.ts'
import { CommandError, type FileCommandInput } from './command.ts'

const USAGE = 'avow handbook CHARTER [--edition staff|public] [--language LANGUAGE] [--format md|html] [--out FILE]'

/** `avow handbook CHARTER`: the charter of a file as a handbook, to standard output or into a file. */
export async function handbook({ values, words, out, now }: FileCommandInput): Promise<void> {
  const [file, more] = words
  const { edition = 'staff', format = 'md', language, out: target } = values
  if (file === undefined || more !== undefined) throw new CommandError(USAGE)
  if (edition !== 'staff' && edition !== 'public') throw wrong('--edition', edition, ['staff', 'public'])
  if (format !== 'md' && format !== 'html') throw wrong('--format', format, ['md', 'html'])
  if (language !== undefined && !LANGUAGES.some((one) => one === language))
    throw wrong('--language', language, LANGUAGES)
  const source = await readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandError(`${file} cannot be read: ${error.message}`)
  })
  const { charter, hash } = prepareVersion(source, { now, zoneData: process.versions.tz ?? 'unknown' })
  const parts = { ...(edition === 'staff' ? staffParts(charter) : publicParts(charter)), hash }
  const made = { charter, parts, company: '' }
  const chosen = languageFor(made, language)
  const text = format === 'md' ? markdownOf(made, chosen) : pageOf(made, chosen)
  if (target === undefined) out.write(text)
  else await writeFile(target, text)
}

function wrong(option: string, given: string, known: readonly string[]): CommandError {
  return new CommandError(`${option} is “${given}”: it can be ${known.join(', ')}.\n${USAGE}`)
}
