import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { openInput } from './open-input.ts'
import { nameOf } from './read-text.ts'

/** The Failure for histories without any event: what they look like instead. `problem` is that of the first bad line. */
export async function noEventFailure(paths: readonly string[], problem: string | undefined, io: Io): Promise<Failure> {
  const seen: string[] = []
  for (const path of paths) if (path !== '-') seen.push(`${nameOf(path)}: ${looks(await beginning(path, io), problem)}`)
  return new Failure(seen.length === 0 ? `${nameOf('-')} ${nothing(problem)}` : seen.join('\n'))
}

function nothing(problem: string | undefined): string {
  return `has no event of any ticket${problem === undefined ? '' : `; the first line that cannot be read: ${problem}`}`
}

function looks(text: string, problem: string | undefined): string {
  const first = text.replace(/^\uFEFF/, '').replace(/^(\s*(#.*)?(\r?\n|$))*/, '')
  if (text.trim() === '') return 'this file is empty; it has no event of any ticket'
  if (/^\s*(\{\s*)?"?avow-map"?\s*:/.test(first)) return 'this looks like a mapping, not a history; give it with --map'
  if (/^\s*(\{\s*)?"?avow"?\s*:/.test(first)) return 'this looks like a charter, not a history'
  return `it ${nothing(problem)}`
}

async function beginning(path: string, io: Io): Promise<string> {
  for await (const chunk of openInput(path, io)) return new TextDecoder().decode(chunk)
  return ''
}
