import { readFileSync } from 'node:fs'
import { type Store, type Transaction, transaction, uuidV7 } from '../../src/db/index.ts'
import { findOrAddCustomer } from '../../src/features/people/index.ts'
import { openRequest } from '../../src/features/tickets/index.ts'
import { publish } from '../publish.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const RETAILER = readFileSync(new URL('../../../../charters/retailer.yaml', import.meta.url), 'utf8')

/** The first workspace of an installation, with the shop's charter and a mailbox. */
export async function addFirstWorkspace(store: Store, name = 'Bramble & Co', charter = RETAILER): Promise<string> {
  const id = uuidV7(Date.UTC(2026, 0, 5))
  await store.control
    .insertInto('control.workspace')
    .values({ id, slug: 'first', name, zone: 'Europe/Warsaw', languages: ['en'], is_first: true })
    .execute()
  await publish(store, id, charter)
  await transaction(store, { workspace: id }, (tx) =>
    tx.db
      .insertInto('mailbox')
      .values({ workspace_id: id, id: tx.newId(), address: 'care@bramble.example', name, language: null, zone: null })
      .execute(),
  )
  return id
}

export async function addAgent(store: Store, workspace: string, name = 'Anna Nowak'): Promise<string> {
  return transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    await tx.db
      .insertInto('person')
      .values({ workspace_id: workspace, id, kind: 'staff', name, created_at: new Date(tx.now) })
      .execute()
    return id
  })
}

/** A request that came in some time ago. */
export interface PastRequest {
  /** ms before now. */
  readonly ago: number
  readonly channel?: string
  readonly email?: string
  readonly reason?: string
  readonly tier?: string
  readonly subject?: string
  readonly text?: string
  /** ms after it came in; left out: never. */
  readonly answeredAfter?: number
  readonly solvedAfter?: number
}

export async function addRequest(
  tx: Transaction,
  agent: string,
  {
    ago,
    channel = 'email',
    email = 'zofia@customer.example',
    reason,
    tier,
    answeredAfter,
    solvedAfter,
    ...words
  }: PastRequest,
): Promise<{ readonly ticket: string; readonly number: number }> {
  const at = tx.now - ago
  const customer = await findOrAddCustomer(tx, { email, name: 'Zofia Zielińska' })
  const opened = await openRequest(tx, {
    channel,
    by: 'customer',
    customer,
    customerSays: { name: 'Zofia Zielińska', address: email },
    at,
    facts: { ...(reason === undefined ? {} : { reason }), ...(tier === undefined ? {} : { tier }) },
    message: {
      subject: words.subject ?? 'The kettle leaks',
      text: words.text ?? 'It leaks from the lid.\n\nPlease tell me what to do.',
      at,
    },
  })
  const { ticket } = opened
  const content = (value: string) => [{ part: 'text', person: customer, value }]
  if (answeredAfter !== undefined && answeredAfter <= ago)
    await tx.append({
      id: tx.newId(),
      ticket,
      type: 'message.sent',
      by: 'agent',
      person: agent,
      at: at + answeredAfter,
      content: content('We are sorry about the kettle. A new one is on its way.'),
    })
  if (solvedAfter !== undefined && solvedAfter <= ago)
    await tx.append({
      id: tx.newId(),
      ticket,
      type: 'status.changed',
      by: 'agent',
      person: agent,
      at: at + solvedAfter,
      fields: { to: 'solved' },
    })
  return opened
}

/** A month and more of requests, most of them answered in time. */
export async function addMonth(store: Store, workspace: string, agent: string, count = 160): Promise<void> {
  for (let first = 0; first < count; first += 40)
    await transaction(store, { workspace }, async (tx) => {
      for (let index = first; index < Math.min(count, first + 40); index++) {
        const late = index % 11 === 0
        await addRequest(tx, agent, {
          ago: 38 * DAY - (index * 37 * DAY) / count,
          channel: ['email', 'form', 'chat', 'phone', 'letter'][index % 5] ?? 'email',
          email: `customer${index}@customer.example`,
          ...(index % 3 === 0
            ? { reason: ['damaged', 'late', 'question'][index % 9 === 0 ? 0 : index % 3] ?? 'other' }
            : {}),
          answeredAfter: late ? 60 * HOUR : (1 + (index % 7) * 23) * MINUTE,
          ...(index % 4 === 0 ? {} : { solvedAfter: late ? 61 * HOUR : 5 * HOUR + index * 20 * MINUTE }),
        })
      }
    })
}
