import type { Attachment, Ticket } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { type Beside, readPersons } from './read-entries.ts'

type Link = Ticket['followed_by'][number]

interface BesideRow {
  readonly attachments: readonly (Attachment & { readonly seq: number })[] | null
  readonly mail: readonly { readonly id: string; readonly how: NonNullable<DeliveryOf> }[] | null
  readonly followed_by: readonly Link[] | null
  readonly follows: Link | null
  readonly held: number
}
type DeliveryOf = Ticket['entries'][number]['delivery']

/** What a ticket has beside its events: who is on it, files, mail of ours on its way, and the tickets that it is linked to. */
export interface BesideTicket extends Beside {
  readonly follows: Link | null
  readonly followedBy: Link[]
  /** Acknowledgements that a limit held back. */
  readonly held: number
}

/** In two statements, however much there is. */
export async function readBeside(tx: Transaction, ticket: string, follows: string | null): Promise<BesideTicket> {
  const { workspace } = tx
  const persons = await readPersons(tx, ticket)
  const { rows } = await sql<BesideRow>`
    select (select jsonb_agg(to_jsonb(f) order by f.seq, f.id) from (
              select seq, id, name, type, size, is_inline, content_id from attachment
               where "workspace_id" = ${workspace} and ticket_id = ${ticket}) f) as attachments,
           (select jsonb_agg(to_jsonb(m)) from (
              select id, case when given_up_at is not null then 'given-up' when sent_at is null then 'waiting'
                              when is_in_folder then 'in-folder' else 'sent' end as how
                from outbox where "workspace_id" = ${workspace} and ticket_id = ${ticket}) m) as mail,
           (select jsonb_agg(to_jsonb(n) order by n.number) from (
              select id, number from ticket where "workspace_id" = ${workspace} and follows_id = ${ticket}) n) as followed_by,
           (select to_jsonb(n) from (
              select id, number from ticket where "workspace_id" = ${workspace} and id = ${follows}) n) as follows,
           (select count(*) from automatic_mail
             where "workspace_id" = ${workspace} and ticket_id = ${ticket} and was_held) as held`.execute(tx.db)
  const [row] = rows
  const attachments = new Map<number, Attachment[]>()
  for (const { seq, ...file } of row?.attachments ?? []) {
    const list = attachments.get(seq)
    if (list === undefined) attachments.set(seq, [file])
    else list.push(file)
  }
  return {
    persons,
    attachments,
    delivery: new Map((row?.mail ?? []).map(({ id, how }) => [id, how])),
    follows: row?.follows ?? null,
    followedBy: [...(row?.followed_by ?? [])],
    held: row?.held ?? 0,
  }
}
