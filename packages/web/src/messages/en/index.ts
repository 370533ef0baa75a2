import { commitments } from './commitments.ts'
import { desk } from './desk.ts'
import { mail } from './mail.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { tickets } from './tickets.ts'

/** The desk's words in English: the master catalogue, whose keys every language has. */
export const en = { ...desk, ...tickets, ...commitments, ...mail, ...people, ...problems }

export type MessageKey = keyof typeof en
export type Catalogue = Readonly<Record<MessageKey, string>>
