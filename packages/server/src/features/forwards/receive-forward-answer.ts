import type { Transaction } from '../../db/index.ts'
import { tellPeople } from '../attention/index.ts'
import { findOrAddOutsiders } from '../people/index.ts'
import { eventOfMessage, keepAttachments, type NewMessage, readAtHand } from '../tickets/index.ts'
import type { NamedForward } from './find-forward.ts'

/**
 * Takes what somebody outside answered into the ticket in which the matter goes on, for staff alone: it is no message of the
 * customer, changes no state and starts no clock. Answers the ticket's id; undefined where its event id is taken.
 */
export async function receiveForwardAnswer(
  tx: Transaction,
  forward: NamedForward,
  message: NewMessage,
): Promise<string | undefined> {
  const ticket = await lockLast(tx, forward.ticket)
  const email = message.from?.address
  const name = message.from?.name
  const [person] =
    email === undefined ? [] : await findOrAddOutsiders(tx, [{ email, ...(name === undefined ? {} : { name }) }])
  // Where it says nothing of who sent it, it is the words of whom it was forwarded to.
  const owner = person ?? (await recipientOf(tx, forward))
  const { fields, ...said } = eventOfMessage(tx, { ticket, customer: owner, channel: 'email' }, message)
  const event = await tx.append({
    ...said,
    type: 'note.received',
    by: 'system',
    fields: { ...fields, answers: forward.outbox, forward: forward.event },
  })
  if (event === undefined) return undefined
  await keepAttachments(tx, event, owner, message.attachments ?? [])
  if (message.automatic !== true) await tellOfAnswer(tx, forward, { ticket, event: event.id })
  return ticket
}

/** No list shows that somebody waits for us: who forwarded it is told, and who has the ticket. */
async function tellOfAnswer(
  tx: Transaction,
  forward: NamedForward,
  { ticket, event }: { readonly ticket: string; readonly event: string },
): Promise<void> {
  const author = await tx.db
    .selectFrom('event as e')
    .innerJoin('person_key as k', (join) =>
      join
        .on('k.workspace_id', '=', tx.workspace)
        .onRef('k.workspace_id', '=', 'e.workspace_id')
        .onRef('k.ticket_id', '=', 'e.ticket_id')
        .onRef('k.key', '=', 'e.person'),
    )
    .select('k.person_id')
    .where('e.workspace_id', '=', tx.workspace)
    .where('e.id', '=', forward.event)
    .executeTakeFirst()
  const { assignee_id } = await readAtHand(tx, ticket)
  const people = [author?.person_id, assignee_id].filter((id) => typeof id === 'string')
  await tellPeople(tx, { people, once: `forward-answered ${event}`, code: 'forward-answered', ticket })
}

async function lockLast(tx: Transaction, named: string): Promise<string> {
  for (let ticket = named; ; ) {
    await tx.heads.lock([ticket])
    const { merged_id } = await readAtHand(tx, ticket)
    if (merged_id === null) return ticket
    ticket = merged_id
  }
}

async function recipientOf(tx: Transaction, { outbox }: NamedForward): Promise<string> {
  const { to } = await tx.db
    .selectFrom('outbox')
    .select(({ ref }) => ref('payload', '->>').key('to').as('to'))
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', outbox)
    .executeTakeFirstOrThrow()
  const [id] = await findOrAddOutsiders(tx, [{ email: String(to) }])
  if (id === undefined) throw new Error('a person outside was not written')
  return id
}
