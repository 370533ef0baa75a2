/** Fills a desk with many tickets: some go through the product, all others are copies of their rows. */

import { permissionsOf } from '@avow/contract'
import type { Client } from 'pg'
import { transaction } from '../packages/server/src/db/index.ts'
import type { Desk } from '../packages/server/src/desk.ts'
import { findOrAddCustomer } from '../packages/server/src/features/people/index.ts'
import { openRequest, receiveMessage, ticketHandlers } from '../packages/server/src/features/tickets/index.ts'
import { chances, type Draw } from './chances.ts'

const HOUR = 3_600_000
const WORDS =
  'kettle lid handle leaks parcel late refund invoice charger broken blue wrong size please help order'.split(' ')

export interface FilledDesk {
  readonly workspace: string
  /** Ids of its staff. */
  readonly staff: readonly string[]
  readonly tickets: number
}

/** `originals` tickets of 1 to 8 messages in every state, then as many copies of them as make `tickets`, each with a customer of its own. */
export async function fillDesk(
  desk: Desk,
  owner: Client,
  { workspace, staff, originals, tickets }: FilledDesk & { readonly originals: number },
): Promise<void> {
  const draw = chances(3)
  for (let index = 0; index < originals; index++) await openOne(desk, { workspace, staff }, draw)
  await owner.query(`set avow.workspace = '${workspace}'`)
  await copyTickets(owner, workspace, Math.ceil(tickets / originals) - 1)
  await owner.query('vacuum analyze')
}

async function openOne(desk: Desk, { workspace, staff }: Pick<FilledDesk, 'workspace' | 'staff'>, draw: Draw) {
  const { store } = desk
  const text = () => Array.from({ length: 20 + draw.below(60) }, () => draw.pick(WORDS)).join(' ')
  const at = Date.now() - Math.floor(draw.waiting() * 12 * HOUR)
  const { ticket, number } = await transaction(store, { workspace }, async (tx) =>
    openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer: await findOrAddCustomer(tx, {
        email: `customer-${draw.below(1e9)}@example.org`,
        name: `Customer ${draw.below(1e6)}`,
      }),
      at,
      facts: draw.happens(0.2) ? { tier: 'gold' } : {},
      message: { subject: text().slice(0, 60), text: text(), from: { address: 'customer@example.org' } },
    }),
  )
  const person = draw.pick(staff)
  const access = {
    workspace,
    slug: 'main',
    person,
    actor: `user:${person}`,
    roles: ['agent'],
    permissions: permissionsOf(['agent']),
    now: Date.now(),
  } as const
  const call = { access, params: { number }, query: undefined, signal: new AbortController().signal }
  const words = () => ({ text: text(), direction: null, files: [] })
  const reply = (state: 'open' | 'waiting-for-customer' | 'on-hold' | 'solved') =>
    ticketHandlers.replyToTicket({ ...call, body: { ...words(), seen: 0, anyway: true, state } }, desk)
  if (draw.happens(0.7)) await ticketHandlers.assignTicket({ ...call, body: { to: person } }, desk)
  for (let turn = draw.below(4); turn > 0; turn--) {
    await reply(draw.pick(['open', 'waiting-for-customer', 'on-hold']))
    if (draw.happens(0.6))
      await transaction(store, { workspace, tickets: [ticket] }, (tx) =>
        receiveMessage(tx, ticket, { subject: 'Re:', text: text() }),
      )
  }
  if (draw.happens(0.3)) await ticketHandlers.noteOnTicket({ ...call, body: { ...words(), mentions: [] } }, desk)
  if (draw.happens(0.6)) await reply('solved')
}

/**
 * `times` copies of every ticket with all that hangs on it, under ids of their own. Persons keep the keys that stand for
 * them, which need be unique on a ticket alone. Chains are not reckoned anew: nothing that is measured reads them.
 */
async function copyTickets(owner: Client, workspace: string, times: number): Promise<void> {
  await owner.query(`
    create temporary table copy as
      select id as old, gen_random_uuid() as new, customer_id as old_customer, gen_random_uuid() as customer,
             row_number() over () + (select last from ticket_number) as number
        from ticket, generate_series(1, ${times})`)
  await owner.query(`create index on copy (old)`)
  await owner.query(`analyze copy`)
  const columns = async (table: string): Promise<readonly string[]> => {
    const { rows } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and table_schema = 'public'`,
      [table],
    )
    return rows.map(({ name }) => name)
  }
  const copied: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    person: { id: 'copy.customer', email: "copy.number || '-' || t.email" },
    ticket: { id: 'copy.new', number: 'copy.number', customer_id: 'copy.customer' },
    event: {
      id: `md5(t.id || copy.new)::uuid::text`,
      envelope: `replace(t.envelope::text, copy.old::text, copy.new::text)::jsonb
        || jsonb_build_object('id', md5(t.id || copy.new)::uuid::text)`,
    },
    person_key: {
      person_id: 'case t.person_id when copy.old_customer then copy.customer else t.person_id end',
    },
    event_content: {},
    commitment: {},
    step: {},
    ticket_preview: {},
    outbox: { id: 'gen_random_uuid()', once: 'gen_random_uuid()::text' },
  }
  for (const [table, made] of Object.entries(copied)) {
    const names = await columns(table)
    const values = names.map((name) => made[name] ?? (name === 'ticket_id' ? 'copy.new' : `t."${name}"`))
    const joined = { ticket: 't.id = copy.old', person: 't.id = copy.old_customer' }[table] ?? 't.ticket_id = copy.old'
    await owner.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
       select ${values.join(', ')} from ${table} t join copy on ${joined}
        where t.workspace_id = '${workspace}'`,
    )
  }
  await owner.query(
    `update ticket_number set last = (select max(number) from copy) where workspace_id = '${workspace}'`,
  )
  await owner.query(`drop table copy`)
}
