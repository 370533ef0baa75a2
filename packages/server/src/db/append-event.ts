import { canonicalJson, formatInstant } from '@avow/core'
import { contentMark, linkHash } from './chain.ts'
import type { AppendedEvent, NewEvent } from './event.ts'
import type { EventHandler, Transaction } from './open-transaction.ts'
import { type PersonKey, personKeys } from './person-keys.ts'
import type { JsonObject } from './tables.ts'

/** Names of an envelope that are its own: fields of a type cannot be called so. */
const OWN = ['id', 'ticket', 'seq', 'type', 'v', 'at', 'recorded', 'by', 'content']

/**
 * The one function that writes to the log. Under the lock of the ticket's row: `seq` follows, `recorded` is the
 * transaction's now and never before the ticket's last, the envelope is chained. Then the handlers, in their order.
 * Undefined where the id is already taken: appending again changes nothing.
 */
export async function appendEvent(
  transaction: Transaction,
  handlers: readonly EventHandler[],
  event: NewEvent,
): Promise<AppendedEvent | undefined> {
  const { db, workspace, heads } = transaction
  const head = await heads.of(event.ticket)
  const content = event.content ?? []
  const persons = new Set(content.map(({ person }) => person))
  if (event.person !== undefined) persons.add(event.person)
  const keys = await personKeys(transaction, event.ticket, [...persons])

  const recorded = Math.max(transaction.now, head.recorded)
  const appended = write(event, head.seq + 1, recorded, keys)
  const hash = linkHash(head.hash, appended.envelope)
  const inserted = await db
    .insertInto('event')
    .values({
      workspace_id: workspace,
      ticket_id: event.ticket,
      seq: appended.seq,
      id: event.id,
      type: event.type,
      v: event.v ?? 1,
      at: new Date(appended.at),
      recorded: new Date(recorded),
      actor: event.by,
      person: event.person === undefined ? null : keyOf(keys, event.person).key,
      envelope: canonicalJson(appended.envelope),
      hash,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returning('seq')
    .execute()
  if (inserted.length === 0) return undefined

  if (content.length > 0) {
    const rows = content.map(({ part, person, value }) => ({
      workspace_id: workspace,
      ticket_id: event.ticket,
      seq: appended.seq,
      part,
      person: keyOf(keys, person).key,
      value: canonicalJson(value),
    }))
    await db.insertInto('event_content').values(rows).execute()
  }
  await db
    .updateTable('ticket')
    .set({ seq: appended.seq, recorded: new Date(recorded), hash })
    .where('workspace_id', '=', workspace)
    .where('id', '=', event.ticket)
    .execute()
  heads.moved(event.ticket, { seq: appended.seq, recorded, hash })
  for (const handle of handlers) await handle(appended, transaction)
  return appended
}

function write(event: NewEvent, seq: number, recorded: number, keys: ReadonlyMap<string, PersonKey>): AppendedEvent {
  const { id, ticket, type, v = 1, by, machine, fields = {}, content = [] } = event
  const taken = Object.keys(fields).find((name) => OWN.includes(name))
  if (taken !== undefined)
    throw new TypeError(`a ${type} cannot have a field “${taken}”: every event has one of its own`)
  const at = Math.min(event.at ?? recorded, recorded)
  const who = event.person === undefined ? machine : keyOf(keys, event.person).key
  const marks = Object.fromEntries(
    content.map(({ part, person, value }) => [part, contentMark(keyOf(keys, person).secret, part, value)]),
  )
  const envelope: JsonObject = {
    ...fields,
    id,
    ticket,
    seq,
    type,
    v,
    at: formatInstant(at),
    recorded: formatInstant(recorded),
    by: who === undefined ? by : `${by}:${who}`,
    ...(content.length > 0 ? { content: marks } : {}),
  }
  return { id, ticket, seq, type, at, recorded, envelope }
}

function keyOf(keys: ReadonlyMap<string, PersonKey>, person: string): PersonKey {
  const key = keys.get(person)
  if (key === undefined) throw new Error(`no key was made for the person ${person}`)
  return key
}
