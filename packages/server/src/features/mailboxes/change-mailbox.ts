import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { answerFrom, takeUnknownMail } from './answer-from.ts'
import { leadAddress } from './lead-address.ts'
import { lockMailboxes } from './lock-mailboxes.ts'
import { answeringMailbox, forgetMailboxes, type Mailbox, mailboxesOf } from './mailboxes-of.ts'

/** What is left out stays. */
export interface MailboxChange {
  readonly address?: string | undefined
  readonly name?: string | undefined
  /** It answers from now on, in place of the one that did. */
  readonly answers?: true | undefined
  /** The server whose word on senders is believed; null: none. */
  readonly verified_by?: string | null | undefined
}

/** A mailbox as the audit log tells it. */
export interface MailboxState {
  readonly address: string
  readonly name: string
  readonly answers: boolean
  /** Left out where none is. */
  readonly verified_by?: string
}

/**
 * Changes a mailbox. Its tickets stay with it: they are answered from the new address, and mail to the old one still comes
 * in. Answers how it was and how it is; throws `not-found`, `name-taken`.
 */
export async function changeMailbox(
  tx: Transaction,
  id: string,
  { address: typed, name, answers, verified_by: authservId }: MailboxChange,
): Promise<{ readonly before: MailboxState; readonly after: MailboxState }> {
  await lockMailboxes(tx)
  const mailbox = await mailboxAtHand(tx, id)
  const before = await stateOf(tx, mailbox)
  const address = typed?.toLowerCase() ?? mailbox.address
  if (address !== mailbox.address) await leadAddress(tx, id, address)
  await tx.db
    .updateTable('mailbox')
    .set({
      address,
      name: name ?? mailbox.name,
      authserv_id: authservId === undefined ? mailbox.authservId : authservId,
    })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  forgetMailboxes(tx)
  if (answers === true) await answerFrom(tx, id)
  else if (before.answers && address !== mailbox.address) await takeUnknownMail(tx, id)
  return { before, after: await stateOf(tx, await mailboxAtHand(tx, id)) }
}

/** A mailbox in use. Throws `not-found`. */
export async function mailboxAtHand(tx: Transaction, id: string): Promise<Mailbox> {
  const found = (await mailboxesOf(tx)).find((mailbox) => mailbox.id === id && !mailbox.isRemoved)
  if (found === undefined) throw new Refusal('not-found', 'There is no address of this id.')
  return found
}

/** How a mailbox is now. */
export async function stateOf(tx: Transaction, { id, address, name, authservId }: Mailbox): Promise<MailboxState> {
  const answers = (await answeringMailbox(tx))?.id === id
  return { address, name, answers, ...(authservId === null ? {} : { verified_by: authservId }) }
}
