import { type CompiledCharter, eventsHeard } from '@avow/core'
import type { NewEvent, Transaction } from '../../db/index.ts'
import { versionOfHash } from '../charters/index.ts'
import type { NewMessage } from './new-message.ts'

/**
 * The events of the charter that a customer's message is by its words (SPEC E14), at its instant. They are what is judged, now
 * and later: never the words, of which the log's envelope has none. A machine's message is none.
 */
export function heardIn(
  tx: Transaction,
  charter: CompiledCharter | undefined,
  ticket: string,
  { subject, text, at, automatic }: Pick<NewMessage, 'subject' | 'text' | 'at' | 'automatic'>,
): readonly NewEvent[] {
  if (charter === undefined || automatic === true) return []
  return eventsHeard(charter.document.events, `${subject}\n${text}`).map((type) => ({
    id: tx.newId(),
    ticket,
    type,
    by: 'system',
    machine: 'avow',
    ...(at === undefined ? {} : { at }),
    fields: {},
  }))
}

/** Appends those of a message that was taken into a ticket, by the version that the ticket is pinned to. */
export async function hearMessage(tx: Transaction, ticket: string, message: NewMessage): Promise<void> {
  const pinned = await tx.db
    .selectFrom('ticket')
    .select('charter_hash')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket)
    .executeTakeFirst()
  const hash = pinned?.charter_hash ?? null
  const heard = heardIn(tx, hash === null ? undefined : await versionOfHash(tx, hash), ticket, message)
  if (heard.length > 0) await tx.appendAll(heard)
}
