import type { Attachment, PersonRef, Ticket } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import type { Beside, EventRow } from './entry-of-event.ts'
import { personOf } from './view-rows.ts'

type Link = Ticket['followed_by'][number]
type Delivery = NonNullable<Ticket['entries'][number]['delivery']>

interface Rows {
  readonly events: readonly EventRow[] | null
  readonly persons:
    | readonly {
        readonly key: string
        readonly id: string
        readonly name: string | null
        readonly email: string | null
      }[]
    | null
  readonly attachments: readonly (Attachment & { readonly seq: number })[] | null
  readonly mail: readonly { readonly id: string; readonly how: Delivery }[] | null
  readonly followed_by: readonly Link[] | null
  readonly follows: Link | null
  readonly held: number
}

/** All that a ticket has beside its row: its log, who is on it, files, mail of ours on its way, and tickets linked to it. */
export interface BesideTicket extends Beside {
  /** In the order of the log. */
  readonly events: readonly EventRow[]
  readonly follows: Link | null
  readonly followedBy: Link[]
  /** Acknowledgements that a limit held back. */
  readonly held: number
}

/** In one statement, however much there is. */
export async function readBeside(tx: Transaction, ticket: string, follows: string | null): Promise<BesideTicket> {
  const { workspace } = tx
  const { rows } = await sql<Rows>`
    select (select json_agg(row_to_json(e) order by e.seq) from (
              select seq, actor, person, envelope,
                     (select json_object_agg(c.part, c.value) from event_content c
                       where c."workspace_id" = ${workspace} and c.ticket_id = ${ticket} and c.seq = event.seq) as content
                from event where "workspace_id" = ${workspace} and ticket_id = ${ticket}) e) as events,
           (select json_agg(row_to_json(p)) from (
              select k.key, p.id, p.name, p.email
                from person_key k join person p on p."workspace_id" = ${workspace} and p.id = k.person_id
               where k."workspace_id" = ${workspace} and k.ticket_id = ${ticket}) p) as persons,
           (select json_agg(row_to_json(f) order by f.seq, f.id) from (
              select seq, id, name, type, size, is_inline, content_id from attachment
               where "workspace_id" = ${workspace} and ticket_id = ${ticket}) f) as attachments,
           (select json_agg(row_to_json(m)) from (
              select id, case when given_up_at is not null then 'given-up' when sent_at is null then 'waiting'
                              when is_in_folder then 'in-folder' else 'sent' end as how
                from outbox where "workspace_id" = ${workspace} and ticket_id = ${ticket}) m) as mail,
           (select json_agg(row_to_json(n) order by n.number) from (
              select id, number from ticket where "workspace_id" = ${workspace} and follows_id = ${ticket}) n) as followed_by,
           (select row_to_json(n) from (
              select id, number from ticket where "workspace_id" = ${workspace} and id = ${follows}) n) as follows,
           (select count(*) from automatic_mail
             where "workspace_id" = ${workspace} and ticket_id = ${ticket} and was_held) as held`.execute(tx.db)
  const [row] = rows
  return {
    events: row?.events ?? [],
    persons: personsOf(row?.persons ?? []),
    attachments: filesOf(row?.attachments ?? []),
    delivery: new Map((row?.mail ?? []).map(({ id, how }) => [id, how])),
    follows: row?.follows ?? null,
    followedBy: [...(row?.followed_by ?? [])],
    held: row?.held ?? 0,
  }
}

function personsOf(rows: NonNullable<Rows['persons']>): ReadonlyMap<string, PersonRef> {
  return new Map(
    rows.flatMap(({ key, id, name, email }) => {
      const person = personOf(id, name, email)
      return person === null ? [] : [[key, person] as const]
    }),
  )
}

function filesOf(rows: NonNullable<Rows['attachments']>): ReadonlyMap<number, Attachment[]> {
  const files = new Map<number, Attachment[]>()
  for (const { seq, ...file } of rows) {
    const list = files.get(seq)
    if (list === undefined) files.set(seq, [file])
    else list.push(file)
  }
  return files
}
