import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { type OutgoingLetter, read } from '../running/outgoing-folder.ts'

/** The bytes of the mails in a Maildir; none where there is no such folder. */
export function bytesIn(box: string): Buffer[] {
  return ['new', 'cur'].flatMap((part) => {
    const folder = join(box, part)
    return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : []
  })
}

/** The mails in a Maildir. */
export function mailsIn(box: string): Promise<OutgoingLetter[]> {
  return Promise.all(bytesIn(box).map(async (bytes) => read(await PostalMime.parse(bytes))))
}
