import type { Catalogue } from '../en/index.ts'
import { commitments } from './commitments.ts'
import { desk } from './desk.ts'
import { mail } from './mail.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { tickets } from './tickets.ts'

/** The desk's words in Arabic. Plurals carry all six categories. */
export const ar: Catalogue = { ...desk, ...tickets, ...commitments, ...mail, ...people, ...problems }
