import type { MailSignature } from '../../channels/email/index.ts'
import type { Transaction } from '../../db/index.ts'
import { type Mailbox, mailboxesOf } from '../mailboxes/index.ts'
import { signingTeam } from '../teams/index.ts'
import type { Author } from './author.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/** How an answer to a ticket leaves, whatever it says. */
export interface AnswersAs {
  readonly mailbox: Mailbox
  /** The writer's name; undefined where a key writes: then it is the mailbox's. */
  readonly fromName: string | undefined
  readonly language: string
  readonly signature: MailSignature | undefined
}

/**
 * From the mailbox of the team whose answer it is, else from the ticket's, or else the one that answers; in the author's name,
 * signed by the team; in the language that is `wanted`, else the ticket's. Undefined where the workspace has no mailbox.
 */
export async function answersAs(
  tx: Transaction,
  { team, mailbox_id, language: spoken, customer }: TicketAtHand,
  { person }: Author,
  wanted?: string,
): Promise<AnswersAs | undefined> {
  const signing = await signingTeam(tx, { team, mailbox: mailbox_id, person })
  const inUse = (await mailboxesOf(tx)).filter(({ isRemoved }) => !isRemoved)
  const named = (id: string | null | undefined) => inUse.find((each) => each.id === id)
  const mailbox = named(signing?.mailbox) ?? named(mailbox_id) ?? inUse[0]
  if (mailbox === undefined) return undefined
  const language = wanted ?? spoken ?? customer?.language ?? mailbox.language ?? 'en'
  const fromName = person === undefined ? undefined : await nameOf(tx, person)
  return { mailbox, fromName, language, signature: await signing?.sign(language, fromName ?? mailbox.name) }
}

async function nameOf(tx: Transaction, person: string): Promise<string | undefined> {
  const found = await tx.db
    .selectFrom('person')
    .select('name')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', person)
    .executeTakeFirst()
  return found?.name ?? undefined
}
