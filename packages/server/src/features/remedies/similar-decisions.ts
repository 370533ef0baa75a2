import type { RemediesOfTicket } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import type { Judged } from './judge-remedies.ts'

type Similar = RemediesOfTicket['similar'][number]

/** As many as one takes in at a glance. */
const MOST = 5

interface Row extends Pick<Similar, 'clause' | 'row' | 'remedy' | 'state' | 'is_bend'> {
  readonly number: number
  readonly minor: number | null
  readonly currency: string | null
  readonly by: string | null
  readonly name: string | null
  readonly email: string | null
  readonly at: Date
}

/** What was given and refused on other tickets to which the same rows of the same version applied, the newest first. */
export async function similarDecisions(
  { db, workspace }: Transaction,
  ticket: TicketAtHand,
  { decision, charter }: Judged,
): Promise<Similar[]> {
  const rows = decision.remedies.map(({ clause, row }) => `${clause}/${row}`)
  if (rows.length === 0) return []
  const found = await sql<Row>`
    select t.number, g.clause, g."row", g.remedy, g.minor, g.currency, g.state, g.is_bend,
           coalesce(g.decided_by, g.asked_by) as by, p.name, p.email, coalesce(g.decided_at, g.asked_at) as at
      from remedy_grant g
      join ticket t on t."workspace_id" = ${workspace} and t.id = g.ticket_id
      left join person p on p."workspace_id" = ${workspace} and p.id = coalesce(g.decided_by, g.asked_by)
     where g."workspace_id" = ${workspace} and g.ticket_id <> ${ticket.id} and g.charter_hash = ${charter.hash}
       and g.state in ('granted', 'done', 'refused') and g.clause || '/' || g."row" = any (${rows}::text[])
     order by g.asked_at desc, g.id desc limit ${MOST}`.execute(db)
  return found.rows.map(({ number, minor, currency, by, name, email, at, ...decided }) => ({
    ...decided,
    ticket: number,
    amount: minor === null || currency === null ? null : { minor, currency },
    by: by === null || (name === null && email === null) ? null : { id: by, name: name ?? email ?? '', email },
    at: formatInstant(at.getTime()),
  }))
}
