import type { Grant } from '@avow/contract'
import { type FactValue, formatInstant } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { JsonObject, Transaction } from '../../db/index.ts'
import { versionOfHash } from '../charters/index.ts'

/** A grant with the words around it. */
export interface GrantRow {
  readonly id: string
  readonly ticket_id: string
  readonly number: number
  readonly subject: string | null
  readonly clause: string
  readonly row: number
  readonly remedy: string
  readonly minor: number | null
  readonly currency: string | null
  readonly state: Grant['state']
  readonly is_bend: boolean
  readonly reason: string
  readonly backed_by: readonly string[]
  readonly waits_for: readonly string[]
  readonly charter_hash: string
  readonly facts: JsonObject
  readonly facts_hash: string
  readonly asked_by: string | null
  readonly asked_at: Date
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly decision_reason: string | null
  readonly done_by: string | null
  readonly done_at: Date | null
  readonly review: 'suggested' | 'set-aside' | null
  readonly reviewed_by: string | null
  readonly reviewed_at: Date | null
  readonly review_reason: string | null
  readonly asked_name: string | null
  readonly asked_email: string | null
  readonly decided_name: string | null
  readonly decided_email: string | null
  readonly done_name: string | null
  readonly done_email: string | null
  readonly reviewed_name: string | null
  readonly reviewed_email: string | null
}

/** Grants that fit a condition over `g`, in an order. */
export async function readGrants(
  tx: Transaction,
  condition: RawBuilder<unknown>,
  limit = 200,
): Promise<readonly GrantRow[]> {
  const { workspace } = tx
  const person = (name: string, column: string) => sql`
      left join person ${sql.ref(name)} on ${sql.ref(`${name}.workspace_id`)} = ${workspace}
       and ${sql.ref(`${name}.id`)} = ${sql.ref(`g.${column}`)}`
  const { rows } = await sql<GrantRow>`
    select g.id, g.ticket_id, t.number, p.subject, g.clause, g."row", g.remedy, g.minor, g.currency, g.state, g.is_bend,
           g.reason, g.backed_by, g.waits_for, g.charter_hash, g.facts, g.facts_hash, g.asked_by, g.asked_at,
           g.decided_by, g.decided_at, g.decision_reason, g.done_by, g.done_at, g.review, g.reviewed_by,
           g.reviewed_at, g.review_reason, a.name as asked_name,
           a.email as asked_email, d.name as decided_name, d.email as decided_email, c.name as done_name,
           c.email as done_email, v.name as reviewed_name, v.email as reviewed_email
      from remedy_grant g
      join ticket t on t."workspace_id" = ${workspace} and t.id = g.ticket_id
      left join ticket_preview p on p."workspace_id" = ${workspace} and p.ticket_id = g.ticket_id
      ${person('a', 'asked_by')} ${person('d', 'decided_by')} ${person('c', 'done_by')}
      ${person('v', 'reviewed_by')}
     where g."workspace_id" = ${workspace} and ${condition}
     order by g.asked_at desc, g.id desc limit ${limit}`.execute(tx.db)
  return rows
}

/** Who looks at a grant. */
export interface Looker {
  readonly person: string | undefined
  readonly positions: readonly string[]
  readonly mayGrant: boolean
}

/** A grant as the API says it, to whom. */
export async function grantOf(tx: Transaction, row: GrantRow, looker: Looker): Promise<Grant> {
  const { minor, currency } = row
  const whyNot = whyNotDecide(row, looker)
  return {
    id: row.id,
    ticket: row.number,
    subject: row.subject ?? '',
    clause: row.clause,
    row: row.row,
    remedy: row.remedy,
    amount: minor === null || currency === null ? null : { minor, currency },
    state: row.state,
    is_bend: row.is_bend,
    reason: row.reason,
    backed_by: [...row.backed_by],
    charter: { version: (await versionOfHash(tx, row.charter_hash))?.version ?? 0, hash: row.charter_hash },
    // Written from a ticket's facts, which were read by the same shapes.
    facts: row.facts as Record<string, FactValue>,
    facts_hash: row.facts_hash,
    asked_by: personOf(row.asked_by, row.asked_name, row.asked_email),
    asked_at: formatInstant(row.asked_at.getTime()),
    decided_by: personOf(row.decided_by, row.decided_name, row.decided_email),
    decided_at: instantOf(row.decided_at),
    decision_reason: row.decision_reason,
    done_by: personOf(row.done_by, row.done_name, row.done_email),
    done_at: instantOf(row.done_at),
    reviewed: reviewOf(row),
    may_decide: whyNot === null,
    why_not: whyNot,
    waits_for: row.state === 'asked' ? [...row.waits_for] : [],
  }
}

/** Why somebody cannot decide a grant, as it was when it was asked for; the gate looks again. */
export function whyNotDecide(
  { state, asked_by, waits_for }: Pick<GrantRow, 'state' | 'asked_by' | 'waits_for'>,
  { person, positions, mayGrant }: Looker,
): Grant['why_not'] {
  if (state !== 'asked') return 'settled'
  if (!mayGrant) return 'no-permission'
  if (person !== undefined && asked_by === person) return 'own-request'
  return waits_for.some((position) => positions.includes(position)) ? null : 'beyond-limit'
}

function reviewOf(row: GrantRow): Grant['reviewed'] {
  const { review, reviewed_at, review_reason } = row
  if (review === null || reviewed_at === null) return null
  const by = personOf(row.reviewed_by, row.reviewed_name, row.reviewed_email)
  return { outcome: review, by, at: formatInstant(reviewed_at.getTime()), reason: review_reason ?? '' }
}

function personOf(id: string | null, name: string | null, email: string | null): Grant['asked_by'] {
  // Of somebody who was erased nothing is known: neither name nor address.
  return id === null || (name === null && email === null) ? null : { id, name: name ?? email ?? '', email }
}

function instantOf(date: Date | null): string | null {
  return date === null ? null : formatInstant(date.getTime())
}
