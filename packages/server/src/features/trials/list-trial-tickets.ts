import type { TrialTicket } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Change } from './tally.ts'

export interface TrialTicketsPage {
  readonly promise?: string | undefined
  readonly week?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

type Row = Change & { readonly place: number; readonly number: number; readonly subject: string | null }

/**
 * The commitments that would have ended otherwise, of the first 10,000 that a trial found, in its order. Throws `not-found`,
 * and `bad-request` for a cursor that is none.
 */
export async function listTrialTickets(
  tx: Transaction,
  { draft, trial }: { readonly draft: string; readonly trial: string },
  { promise, week, limit, cursor }: TrialTicketsPage,
): Promise<{ readonly items: TrialTicket[]; readonly next: string | null }> {
  const after = cursor === undefined ? 0 : placeOf(cursor)
  const found = await tx.db
    .selectFrom('trial')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', trial)
    .where('draft_id', '=', draft)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', 'There is no such trial of this draft.')
  const { rows } = await sql<Row>`
    select x.place, x.change ->> 'promise' as promise, (x.change ->> 'run')::integer as run, x.change -> 'before' as before,
           x.change -> 'after' as after, t.number, p.subject
      from (select e.place, e.change from trial, jsonb_array_elements(changes) with ordinality as e (change, place)
             where trial."workspace_id" = ${tx.workspace} and id = ${trial} and e.place > ${after}
               and ${promise === undefined ? sql`true` : sql`e.change ->> 'promise' = ${promise}`}
               and ${week === undefined ? sql`true` : sql`e.change ->> 'week' = ${week}`}
             order by e.place limit ${limit + 1}) x
      join ticket t on t."workspace_id" = ${tx.workspace} and t.id = (x.change ->> 'ticket')::uuid
      left join ticket_preview p on p."workspace_id" = ${tx.workspace} and p.ticket_id = t.id
     order by x.place`.execute(tx.db)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ number, subject, promise: of, run, before, after: now }) => ({
      ticket: number,
      subject: subject ?? '',
      promise: of,
      run,
      before,
      after: now,
    })),
    next: rows.length > limit ? String(shown.at(-1)?.place ?? after) : null,
  }
}

function placeOf(cursor: string): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor)
  const message = 'This cursor is none of ours. Give the `next` of the page before, or none for the first page.'
  throw new Refusal('bad-request', message, { at: [{ path: 'cursor', message, typed: cursor.slice(0, 100) }] })
}
