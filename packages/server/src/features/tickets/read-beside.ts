import type { Attachment, MailTrace, PersonRef, Ticket } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { DELIVERY_STATE } from '../outbox/index.ts'
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
  readonly traces: readonly { readonly event: string; readonly trace: MailTrace }[] | null
  readonly followed_by: readonly Link[] | null
  readonly follows: Link | null
  readonly merged_into: Link | null
  readonly absorbed: readonly AbsorbedTicket[] | null
  readonly addresses: readonly string[] | null
  readonly held: number
}

/** A ticket that was merged into another. */
export interface AbsorbedTicket extends Link {
  /** Id of its customer. */
  readonly customer: string | null
  readonly name: string | null
  readonly email: string | null
}

/** All that a ticket has beside its row: its log, who is on it, files, mail of ours on its way, and tickets linked to it. */
export interface BesideTicket extends Beside {
  /** In the order of the log. */
  readonly events: readonly EventRow[]
  readonly follows: Link | null
  readonly followedBy: Link[]
  readonly mergedInto: Link | null
  /** Tickets merged into it. */
  readonly absorbed: readonly AbsorbedTicket[]
  /** Other addresses of its customer. */
  readonly addresses: string[]
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
              select k.key, p.who as id, p.name, p.email
                from person_key k join person p on p."workspace_id" = ${workspace} and p.id = k.person_id
               where k."workspace_id" = ${workspace} and k.ticket_id = ${ticket}) p) as persons,
           (select json_agg(row_to_json(f) order by f.seq, f.id) from (
              select seq, id, name, type, size, is_inline, content_id from attachment
               where "workspace_id" = ${workspace} and ticket_id = ${ticket}) f) as attachments,
           (select json_agg(row_to_json(m)) from (
              select id, ${DELIVERY_STATE} as how from outbox
               where "workspace_id" = ${workspace} and ticket_id = ${ticket}) m) as mail,
            (select json_agg(row_to_json(o)) from (
               select distinct on (event_id) event_id as event, trace from inbound_mail
                where "workspace_id" = ${workspace} and ticket_id = ${ticket} and trace is not null
                order by event_id, reason is not distinct from 'same-message') o) as traces,
           (select json_agg(row_to_json(n) order by n.number) from (
              select id, number from ticket where "workspace_id" = ${workspace} and follows_id = ${ticket}) n) as followed_by,
           (select row_to_json(n) from (
              select id, number from ticket where "workspace_id" = ${workspace} and id = ${follows}) n) as follows,
           (select row_to_json(n) from (
              select s.id, s.number from ticket a join ticket s on s."workspace_id" = ${workspace} and s.id = a.merged_id
               where a."workspace_id" = ${workspace} and a.id = ${ticket}) n) as merged_into,
           (select json_agg(row_to_json(n) order by n.number) from (
              select a.id, a.number, a.customer_id as customer, p.name, p.email
                from ticket a left join person p on p."workspace_id" = ${workspace} and p.id = a.customer_id
               where a."workspace_id" = ${workspace} and a.merged_id = ${ticket}) n) as absorbed,
           (select json_agg(p.email order by p.email) from ticket t
              join person p on p."workspace_id" = ${workspace} and p.merged_id = t.customer_id and p.email is not null
             where t."workspace_id" = ${workspace} and t.id = ${ticket}) as addresses,
           (select count(*) from automatic_mail
             where "workspace_id" = ${workspace} and ticket_id = ${ticket} and was_held) as held`.execute(tx.db)
  const [row] = rows
  return {
    events: row?.events ?? [],
    persons: personsOf(row?.persons ?? []),
    attachments: filesOf(row?.attachments ?? []),
    delivery: new Map((row?.mail ?? []).map(({ id, how }) => [id, how])),
    traces: new Map((row?.traces ?? []).map(({ event, trace }) => [event, trace])),
    movedTo: movesIn(row?.events ?? []),
    follows: row?.follows ?? null,
    followedBy: [...(row?.followed_by ?? [])],
    mergedInto: row?.merged_into ?? null,
    absorbed: row?.absorbed ?? [],
    addresses: [...(row?.addresses ?? [])],
    held: row?.held ?? 0,
  }
}

function movesIn(events: readonly EventRow[]): ReadonlyMap<string, number> {
  return new Map(
    events.flatMap(({ envelope: { type, message, into_number } }) =>
      type === 'message.moved' ? [[String(message), Number(into_number)] as const] : [],
    ),
  )
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
