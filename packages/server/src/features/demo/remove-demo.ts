import { Client } from 'pg'
import { isUuid } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'

/** What hangs on a ticket, each before what it points to. */
const OF_TICKETS = [
  'attachment',
  'ticket_preview',
  'event_content',
  'breach',
  'remedy_grant',
  'commitment',
  'step',
  'outbox',
  'mail_reference',
  'automatic_mail',
  'access_link',
  'attention',
  'notice',
  'event',
  'person_key',
] as const

/** What hangs on a person, and by which column. */
const OF_PEOPLE = [
  ['clause_notice', 'person_id'],
  ['suggestion', 'by'],
  ['budget_spent', 'person_id'],
] as const

/**
 * Removes the demo's tickets with everything of theirs, its customers and its staff. What was made since stays: other
 * tickets, people, the charter, settings. Goes around the log as its owner, since the server itself may not take anything
 * out of it. Throws Refusal `demo-not-loaded`, `owner-missing`.
 */
export async function removeDemo(
  { store, owner }: Pick<Desk, 'store' | 'owner'>,
  workspace: string,
): Promise<{ readonly tickets: number; readonly people: number }> {
  const loaded = await store.control
    .selectFrom('control.workspace')
    .select('demo_loaded_at')
    .where('id', '=', workspace)
    .executeTakeFirst()
  if (loaded?.demo_loaded_at == null) throw new Refusal('demo-not-loaded', 'This workspace holds no demo.')
  return eraseDemo(owner, workspace)
}

/** The same of a demo that may be loaded in part only. Throws Refusal `owner-missing`. */
export async function eraseDemo(
  owner: Desk['owner'],
  workspace: string,
): Promise<{ readonly tickets: number; readonly people: number }> {
  if (!isUuid(workspace)) throw new TypeError(`“${workspace}” is not the id of a workspace`)
  if (owner === undefined)
    throw new Refusal(
      'owner-missing',
      'Start the server with DATABASE_OWNER_URL: its own role may take nothing out of the log.',
    )
  const client = new Client(owner)
  await client.connect()
  try {
    await client.query(`begin; set local avow.workspace = '${workspace}'`)
    const demo = 'select id from ticket where workspace_id = $1 and is_demo'
    for (const table of OF_TICKETS)
      await client.query(`delete from ${table} where workspace_id = $1 and ticket_id in (${demo})`, [workspace])
    // The ledger of mail keeps its count; only where it led is gone.
    await client.query(`update inbound_mail set ticket_id = null where workspace_id = $1 and ticket_id in (${demo})`, [
      workspace,
    ])
    // What somebody else learnt from a ticket of the demo stays said.
    await client.query(
      `update suggestion set ticket_id = null, grant_id = null where workspace_id = $1 and ticket_id in (${demo})`,
      [workspace],
    )
    for (const [table, person] of OF_PEOPLE)
      await client.query(
        `delete from ${table} where workspace_id = $1
            and ${person} in (select id from person where workspace_id = $1 and is_demo)`,
        [workspace],
      )
    // Figures that were fixed counted the demo; what is left is fixed anew.
    await client.query('delete from figure_period where workspace_id = $1', [workspace])
    const tickets = await client.query('delete from ticket where workspace_id = $1 and is_demo', [workspace])
    await removeSignIns(client, workspace)
    const people = await client.query('delete from person where workspace_id = $1 and is_demo', [workspace])
    await client.query('update control.workspace set demo_loaded_at = null where id = $1', [workspace])
    await client.query('commit')
    return { tickets: tickets.rowCount ?? 0, people: people.rowCount ?? 0 }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
}

/** Sign-ins of the demo's staff; of who belongs to another workspace too, the membership alone. */
async function removeSignIns(client: Client, workspace: string): Promise<void> {
  const { rows } = await client.query<{ user_id: string }>(
    `delete from control.member where workspace_id = $1
        and person_id in (select id from person where workspace_id = $1 and is_demo) returning user_id`,
    [workspace],
  )
  await client.query(
    `delete from control."user" where id = any ($1)
        and not exists (select from control.member where user_id = control."user".id)`,
    [rows.map(({ user_id }) => user_id)],
  )
}
