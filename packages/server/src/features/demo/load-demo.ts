import {
  type JsonObject,
  type NewContent,
  type NewEvent,
  openTickets,
  type Store,
  type Transaction,
  transaction,
} from '../../db/index.ts'
// By its file: the routes of broken promises know tickets, which know people, who know the demo.
import { rebuildBreaches } from '../breaches/rebuild-breaches.ts'
import { versionInForce } from '../charters/index.ts'
import type { DemoEvent, DemoTicket, DemoWorkspace } from './demo-data.ts'
import { grantOf } from './grants.ts'
import { grantEvents, type LoadedGrant, writeGrants } from './load-grants.ts'

/** Tickets a transaction: few enough that a statement stays small. */
const BATCH = 50

/** Ids of the demo's people, by their id in the demo. */
type People = ReadonlyMap<string, string>

/**
 * Loads a demo into a workspace whose charter is published: its people, then its tickets with all that happened to them, as
 * a machine that imports writes them. Every row is marked, for `removeDemo`. Nothing is sent, and no step of escalation is
 * taken for what lies in the past. `stopping` breaks the load off, which leaves it to be erased.
 */
export async function loadDemo(
  store: Store,
  { workspace, mailbox }: { readonly workspace: string; readonly mailbox: string },
  demo: DemoWorkspace,
  stopping?: AbortSignal,
): Promise<{ readonly tickets: number }> {
  const people = await transaction(store, { workspace }, (tx) => addPeople(tx, demo))
  for (let start = 0; start < demo.tickets.length; start += BATCH) {
    stopping?.throwIfAborted()
    const batch = demo.tickets.slice(start, start + BATCH)
    await transaction(store, { workspace }, (tx) => openBatch(tx, batch, people, mailbox))
    await transaction(store, { workspace }, passOverSteps)
  }
  // Only now is known how many tickets came in when.
  await rebuildBreaches(store, workspace, stopping)
  await store.control
    .updateTable('control.workspace')
    .set({ demo_loaded_at: new Date() })
    .where('id', '=', workspace)
    .execute()
  return { tickets: demo.tickets.length }
}

async function addPeople(tx: Transaction, { staff, customers }: DemoWorkspace): Promise<People> {
  const ids = new Map<string, string>([...staff, ...customers].map(({ id }) => [id, tx.newId()]))
  const idOf = (id: string): string => personOf(ids, id)
  const row = { workspace_id: tx.workspace, is_demo: true, created_at: new Date(tx.now), phone: null, zone: null }
  const rows = [
    ...staff.map(({ id, name, address, languages, team }) => ({
      ...row,
      id: idOf(id),
      kind: 'staff' as const,
      name,
      email: address.toLowerCase(),
      language: languages[0] ?? null,
      team,
      facts: '{}',
      answered_at: null,
    })),
    ...customers.map(({ id, name, address, language, tier }) => ({
      ...row,
      id: idOf(id),
      kind: 'customer' as const,
      name,
      email: address.toLowerCase(),
      language,
      team: null,
      facts: JSON.stringify(tier === null ? {} : { tier }),
      answered_at: null,
    })),
  ]
  for (let start = 0; start < rows.length; start += 500)
    await tx.db
      .insertInto('person')
      .values(rows.slice(start, start + 500))
      .execute()
  const held = staff.flatMap(({ id, positions }) =>
    positions.map((position) => ({ workspace_id: tx.workspace, position, person_id: idOf(id) })),
  )
  if (held.length > 0) await tx.db.insertInto('position_holder').values(held).execute()
  return ids
}

async function openBatch(
  tx: Transaction,
  batch: readonly DemoTicket[],
  people: People,
  mailbox: string,
): Promise<void> {
  const loaded: LoadedGrant[] = []
  const openings: ReturnType<typeof opening>[] = []
  for (const ticket of batch) {
    const charter = await versionInForce(tx, ticket.createdAt)
    const grant = charter && grantOf(charter, ticket, tx.now)
    const granted =
      grant === undefined ? undefined : { id: tx.newId(), grant, charterHash: charter?.hash ?? '', into: loaded }
    openings.push(opening(tx, ticket, people, mailbox, granted))
  }
  await openTickets(tx, openings)
  await writeGrants(tx, loaded, (id) => personOf(people, id))
}

/** A grant that is loaded with its ticket, and where it is noted once the ticket has an id. */
type Granted = Omit<LoadedGrant, 'ticket'> & { readonly into: LoadedGrant[] }

/** The creation of a ticket, and what happened to it afterwards. */
function opening(tx: Transaction, ticket: DemoTicket, people: People, mailbox: string, granted?: Granted) {
  const [created, ...rest] = ticket.events
  if (created === undefined || created.type !== 'ticket.created')
    throw new Error(`the demo's ticket ${ticket.id} does not begin with its creation`)
  const customer = personOf(people, ticket.customer)
  const { name, address } = created.content
  return {
    created: {
      by: created.by,
      person: created.by === 'agent' ? personOf(people, created.who ?? '') : customer,
      at: created.at,
      fields: { ...fieldsOf(created), channel: ticket.channel, language: ticket.language, mailbox, demo: true },
      content: [{ part: 'customer', person: customer, value: { name: name ?? null, address: address ?? null } }],
    },
    happened: (id: string) => {
      const events = rest.map((event) => eventOf(tx, id, ticket, event, people))
      if (granted === undefined) return events
      const { into, ...grant } = granted
      const loaded = { ...grant, ticket: id }
      into.push(loaded)
      const more = grantEvents(tx, loaded, customer, (who) => personOf(people, who))
      return [...events, ...more].sort((a, b) => Number(a.at) - Number(b.at))
    },
  }
}

function eventOf(tx: Transaction, ticket: string, of: DemoTicket, event: DemoEvent, people: People): NewEvent {
  const customer = personOf(people, of.customer)
  const { subject, text, name, address } = event.content
  const content: NewContent[] = []
  if (subject !== undefined) content.push({ part: 'subject', person: customer, value: subject })
  if (text !== undefined) content.push({ part: 'text', person: customer, value: text })
  if (address !== undefined) content.push({ part: 'from', person: customer, value: { name: name ?? null, address } })
  const { to } = event.fields
  const who =
    event.by === 'customer'
      ? { person: customer }
      : event.who === undefined
        ? { machine: 'avow' }
        : { person: personOf(people, event.who) }
  return {
    id: tx.newId(),
    ticket,
    type: event.type,
    at: event.at,
    by: event.by,
    ...who,
    fields: {
      ...fieldsOf(event),
      ...(event.type === 'message.received' ? { channel: of.channel, language: of.language } : {}),
      ...(event.type === 'message.auto' ? { kind: 'acknowledgement' } : {}),
    },
    ...(to === undefined || event.type !== 'ticket.assigned' ? {} : { persons: { to: personOf(people, to) } }),
    content,
  }
}

/** The fields as the log has them; who a ticket is assigned to is a person, and goes apart. */
function fieldsOf({ type, fields }: DemoEvent): JsonObject {
  const { to, ...plain } = fields
  return to === undefined || type === 'ticket.assigned' ? plain : { ...plain, to }
}

function personOf(people: People, id: string): string {
  const found = people.get(id)
  if (found === undefined) throw new Error(`the demo has nobody called “${id}”`)
  return found
}

/** What escalation would have done in the past was done, or not, in another life. */
async function passOverSteps({ db, workspace, now }: Transaction): Promise<void> {
  await db
    .updateTable('step')
    .set({ taken_at: new Date(now) })
    .where('workspace_id', '=', workspace)
    .where('taken_at', 'is', null)
    .where('due', '<=', new Date(now))
    .execute()
}
