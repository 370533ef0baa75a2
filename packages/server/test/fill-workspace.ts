import { randomBytes } from 'node:crypto'
import { keepBlob } from '../src/blobs/index.ts'
import { openTicket, type Store, type Transaction, transaction } from '../src/db/index.ts'
import { ALWAYS_OPEN } from './charters.ts'
import { publish } from './publish.ts'

const HOUR = 3_600_000

/**
 * A row in every tenant table of a workspace: what follows from a ticket by the handlers of the store, what stands beside
 * it written here. A new table needs a line here.
 */
export async function fillWorkspace(store: Store, workspace: string): Promise<void> {
  await publish(store, workspace, ALWAYS_OPEN)
  await transaction(store, { workspace }, async (tx) => {
    const person = await addPeople(tx)
    const said = (value: string) => [{ part: 'text', person, value }]
    const { ticket, seq } = await openTicket(tx, {
      by: 'customer',
      person,
      at: tx.now - 3 * HOUR,
      // No such tier: a rule that cannot be evaluated, which a person should see.
      fields: { facts: { tier: 'platinum' } },
      content: [{ part: 'customer', person, value: {} }],
    })
    await tx.append({
      id: tx.newId(),
      ticket,
      type: 'message.received',
      by: 'customer',
      person,
      content: said('secret'),
    })
    await addMail(tx, ticket, seq, person)
    await addTold(tx, ticket, person)
  })
}

async function addPeople({ db, workspace: workspace_id, now, newId }: Transaction): Promise<string> {
  const id = newId()
  await db
    .insertInto('person')
    .values({ workspace_id, id, kind: 'staff', created_at: new Date(now) })
    .execute()
  await db.insertInto('position_holder').values({ workspace_id, position: 'team-lead', person_id: id }).execute()
  return id
}

async function addMail(tx: Transaction, ticket_id: string, seq: number, person: string): Promise<void> {
  const { db, workspace: workspace_id, now, newId } = tx
  const at = new Date(now)
  const sha256 = randomBytes(32)
  const blob_key = await keepBlob(tx, { key: newId(), sha256, size: 1 })
  const mailbox_id = newId()
  await db
    .insertInto('mailbox')
    .values({ workspace_id, id: mailbox_id, address: 'help@example.org', name: '' })
    .execute()
  await db
    .insertInto('inbound_mail')
    .values({
      workspace_id,
      id: newId(),
      mailbox_id,
      acceptance_id: newId(),
      received_at: at,
      envelope_from: '',
      envelope_to: '',
      blob_key,
      sha256,
      size: 1,
    })
    .execute()
  const { key } = await db
    .selectFrom('person_key')
    .select('key')
    .where('workspace_id', '=', workspace_id)
    .where('ticket_id', '=', ticket_id)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('attachment')
    .values({ workspace_id, ticket_id, id: newId(), seq, person: key, blob_key, name: '', type: '', size: 1 })
    .execute()
  await db.insertInto('mail_reference').values({ workspace_id, ticket_id, message_id: 'x', seq }).execute()
  const address = randomBytes(32)
  await db.insertInto('automatic_mail').values({ workspace_id, id: newId(), address, at, was_held: false }).execute()
  await db
    .insertInto('outbox')
    .values({ workspace_id, ticket_id, id: newId(), kind: 'mail', once: ticket_id, payload: '{}', due: at })
    .execute()
}

async function addTold({ db, workspace: workspace_id, now, newId }: Transaction, ticket_id: string, person_id: string) {
  const at = new Date(now)
  const hash = randomBytes(32)
  await db
    .insertInto('notice')
    .values({ workspace_id, id: newId(), once: 'x', person_id, code: 'x', ticket_id, created_at: at })
    .execute()
  await db
    .insertInto('access_link')
    .values({ workspace_id, ticket_id, hash, purpose: 'follow', created_at: at, expires_at: at })
    .execute()
  await db
    .insertInto('idempotent_answer')
    .values({ workspace_id, key: 'x', path: '/', actor: 'x', body_hash: hash, created_at: at })
    .execute()
}
