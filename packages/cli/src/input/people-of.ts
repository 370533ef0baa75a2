import { type CharterDocument, type Holders, readHolders } from '@avow/core'
import type { Io } from '../io.ts'
import { unreadable } from './load-charter.ts'
import { readText } from './read-text.ts'

/** Who holds which position, by the file that --people names; undefined where it names none. Throws Failure for one that cannot be read. */
export async function peopleOf(
  document: CharterDocument,
  path: string | undefined,
  io: Io,
): Promise<Holders | undefined> {
  if (path === undefined) return undefined
  const { holders, findings } = readHolders(await readText(path, io), document)
  if (holders === undefined) throw unreadable(path, findings, io)
  return holders
}
