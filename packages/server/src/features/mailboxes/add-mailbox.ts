import type { Transaction } from '../../db/index.ts'
import { leadAddress, taken } from './lead-address.ts'
import { lockMailboxes } from './lock-mailboxes.ts'
import { forgetMailboxes, mailboxesOf } from './mailboxes-of.ts'

export interface NewMailbox {
  /** Small and large letters are the same. */
  readonly address: string
  /** Whose words its mail is sent as, where no person writes. */
  readonly name: string
  /** IANA time zone. */
  readonly zone?: string
}

/**
 * An address that mail is taken at and sent from; one that was removed comes back with its tickets. Answers the id. Throws
 * `name-taken` where it is there already, or another workspace has it.
 */
export async function addMailbox(tx: Transaction, { address: typed, name, zone }: NewMailbox): Promise<string> {
  await lockMailboxes(tx)
  const address = typed.toLowerCase()
  const known = (await mailboxesOf(tx)).find((mailbox) => mailbox.address === address)
  if (known?.isRemoved === false) throw taken(typed, 'You have this address already.')
  const id = known?.id ?? tx.newId()
  await tx.db
    .insertInto('mailbox')
    .values({ workspace_id: tx.workspace, id, address, name, language: null, zone: zone ?? null })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'address']).doUpdateSet({ name, removed_at: null }))
    .execute()
  await leadAddress(tx, id, address)
  forgetMailboxes(tx)
  return id
}
