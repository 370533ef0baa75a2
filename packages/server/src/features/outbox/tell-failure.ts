import type { JsonObject, Transaction } from '../../db/index.ts'
import { raiseAttention } from '../attention/index.ts'
import { notePlus } from '../mail-accounts/index.ts'
import { plusTrialOf } from './plus-trial.ts'

/** A mail of ours that does not arrive. */
export interface FailedMail {
  /** Id of its row in the outbox. */
  readonly id: string
  readonly kind: string
  readonly ticket: string | null
  readonly how: 'refused' | 'given-up' | 'bounced'
  /** The SMTP reply code, or the status of a report; null where there was none. Nothing personal. */
  readonly code: number | string | null
}

/** Says so on its ticket, where it stands among the events, and asks for a person's attention: once, however often it is said. */
export async function tellFailure(tx: Transaction, { id, kind, ticket, how, code }: FailedMail): Promise<void> {
  if (kind === 'plus-trial') return how === 'given-up' ? undefined : notePlusRefused(tx, id)
  const fields: JsonObject = { outbox: id, kind, code }
  if (ticket !== null) {
    await tx.heads.lock([ticket])
    await tx.append({ id: `mail-${how}-${id}`, ticket, type: `mail.${how}`, by: 'system', machine: 'avow', fields })
  }
  await raiseAttention(tx, {
    once: `mail-not-delivered ${id}`,
    code: 'mail-not-delivered',
    data: { outgoing: id, kind, reply: code },
    ...(ticket === null ? {} : { ticket }),
  })
}

/** Nobody waits for that mail: what is to be known is known, and stands with the mailbox. */
async function notePlusRefused(tx: Transaction, id: string): Promise<void> {
  const tried = await plusTrialOf(tx, id)
  if (tried !== undefined) await notePlus(tx, tried.mailbox, tried.address, 'refused')
}
