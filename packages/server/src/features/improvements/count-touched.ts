import { LOW_RATING, type MeasuredClause, type TouchedTickets } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { STEP_EVENTS } from '../commitments/index.ts'

export interface Touched {
  /** All tickets of the time. */
  readonly contacts: number
  /** By id of the clause; what touched none is left out. */
  readonly clauses: ReadonlyMap<string, TouchedTickets>
}

/**
 * Of the tickets that came in from `from` (UTC ms) up to now, how many each of the clauses touched, how many of these tell how
 * it went, and on how many it went wrong (SPEC M16).
 */
export async function countTouched(
  tx: Transaction,
  clauses: readonly MeasuredClause[],
  from: number,
): Promise<Touched> {
  const { db, workspace, now } = tx
  const [first, last] = [new Date(from), new Date(now)]
  // A clause that names no promise is spoken for by all of the ticket.
  const speak = clauses.flatMap(({ id, kind, promises }) =>
    (promises ?? [null]).map((promise) => ({ clause: id, kind, promise })),
  )
  const went = [STEP_EVENTS.done, STEP_EVENTS.handedOver, STEP_EVENTS.skipped, STEP_EVENTS.overdue]
  const failed = [STEP_EVENTS.skipped, STEP_EVENTS.overdue]
  const came = sql`came as materialized (
      select t.id, t.rating from ticket t
       where t."workspace_id" = ${workspace} and t.created_at between ${first}::timestamptz and ${last}::timestamptz
         and not t.is_spam and t.merged_id is null)`
  const { rows: counted } = await sql<{ contacts: number }>`
    with ${came} select count(*)::integer as contacts from came`.execute(db)
  const { rows } = await sql<TouchedTickets & { readonly clause: string }>`
    with ${came},
    speak as (
      select * from jsonb_to_recordset(${JSON.stringify(speak)}::jsonb) as n (clause text, kind text, promise text)),
    verdict as materialized (
      select c.ticket_id, c.promise,
             bool_or(c.state in ('kept', 'broken') or c.state = 'running' and c.due < ${last}::timestamptz) as judged,
             bool_or(c.state = 'broken' or c.state = 'running' and c.due < ${last}::timestamptz) as broken
        from commitment c join came on came.id = c.ticket_id
       where c."workspace_id" = ${workspace} and c.state <> 'cancelled'
       group by c.ticket_id, c.promise),
    touch as (
      select 'promise' as kind, promise as clause, ticket_id, false as failed from verdict
      union all
      select distinct 'remedy', g.clause, g.ticket_id, false
        from remedy_grant g join came on came.id = g.ticket_id
       where g."workspace_id" = ${workspace} and g.state <> 'withdrawn'
      union all
      select 'procedure', e.envelope ->> 'procedure', e.ticket_id, bool_or(e.type = any (${failed}::text[]))
        from event e join came on came.id = e.ticket_id
       where e."workspace_id" = ${workspace} and e.type = any (${went}::text[])
       group by e.envelope ->> 'procedure', e.ticket_id),
    outcome as (
      select t.clause, t.failed, came.rating, coalesce(bool_or(v.judged), false) as judged,
             coalesce(bool_or(v.broken), false) as broken
        from touch t
        join came on came.id = t.ticket_id
        join speak s on s.kind = t.kind and s.clause = t.clause
        left join verdict v on v.ticket_id = t.ticket_id and (s.promise is null or v.promise = s.promise)
       group by t.clause, t.kind, t.ticket_id, t.failed, came.rating)
    select clause, count(*)::integer as touched,
           (count(*) filter (where judged or failed or rating is not null))::integer as told,
           (count(*) filter (where broken or failed or rating <= ${LOW_RATING}))::integer as wrong
      from outcome group by clause`.execute(db)
  return {
    contacts: counted[0]?.contacts ?? 0,
    clauses: new Map(rows.map(({ clause, ...touched }) => [clause, touched])),
  }
}
