import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'

/** A mail of the desk, as it lies in the folder where there is no server to give it to. */
export interface OutgoingLetter {
  readonly to: string
  readonly replyTo: string
  readonly messageId: string
  readonly subject: string
  readonly text: string
  readonly isAutomatic: boolean
}

/** The mails in the outgoing folder of a desk. */
export function outgoingOf(data: string): Promise<OutgoingLetter[]> {
  const folder = join(data, 'outgoing')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : []
  return Promise.all(files.map(async (file) => read(await PostalMime.parse(readFileSync(join(folder, file))))))
}

export function read({ to, replyTo, messageId, subject, text, headers }: Email): OutgoingLetter {
  return {
    to: to?.[0]?.address ?? '',
    replyTo: replyTo?.[0]?.address ?? '',
    messageId: messageId ?? '',
    subject: subject ?? '',
    text: text ?? '',
    isAutomatic: headers.some(({ key }) => key === 'auto-submitted'),
  }
}
