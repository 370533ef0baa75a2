import { type Breach, cause, type PersonRef } from '@avow/contract'
import { type CommitmentState, formatInstant } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** A broken promise with its commitment, its ticket and the people on it. */
export interface JoinedBreach {
  readonly ticket_id: string
  readonly promise: string
  readonly run: number
  readonly due: Date
  readonly team: string
  readonly cause: string
  readonly segments: readonly { readonly kind: string; readonly from: number; readonly to: number }[]
  readonly late_ms: number | null
  readonly corrected_cause: string | null
  readonly corrected_reason: string | null
  readonly corrected_at: Date | null
  readonly number: number
  readonly channel: string | null
  readonly subject: string | null
  readonly clock: string
  readonly key: string
  readonly state: CommitmentState
  readonly start: Date
  readonly settled_at: Date | null
  readonly fulfilled_at: Date | null
  readonly reason: string | null
  readonly target: string
  readonly calendar: string | null
  readonly row: number
  readonly pauses: readonly (readonly [number, number | null])[]
  readonly put_off: boolean
  readonly unsure: boolean
  readonly charter_hash: string
  readonly customer: string | null
  readonly customer_name: string | null
  readonly customer_email: string | null
  readonly assignee: string | null
  readonly assignee_name: string | null
  readonly assignee_email: string | null
  readonly corrector: string | null
  readonly corrector_name: string | null
  readonly corrector_email: string | null
}

export const COLUMNS = sql`
  b.ticket_id, b.promise, b.run, b.due, b.team, b.cause, b.segments, b.late_ms, b.corrected_cause, b.corrected_reason,
  b.corrected_at, t.number, t.channel, p.subject, c.clock, c.key, c.state, c.start, c.settled_at, c.fulfilled_at, c.reason,
  c.target, c.calendar, c."row", c.pauses, c.put_off, c.unsure, c.charter_hash, cu.id as customer, cu.name as customer_name,
  cu.email as customer_email, a.id as assignee, a.name as assignee_name, a.email as assignee_email, l.id as corrector,
  l.name as corrector_name, l.email as corrector_email`

/** Beside a row `b` of breach. */
export function joins({ workspace }: Transaction): RawBuilder<unknown> {
  return sql`
  join commitment c on c."workspace_id" = ${workspace} and c.ticket_id = b.ticket_id and c.promise = b.promise and c.run = b.run
  join ticket t on t."workspace_id" = ${workspace} and t.id = b.ticket_id
  left join ticket_preview p on p."workspace_id" = ${workspace} and p.ticket_id = b.ticket_id
  left join person cu on cu."workspace_id" = ${workspace} and cu.id = t.customer_id
  left join person a on a."workspace_id" = ${workspace} and a.id = t.assignee_id
  left join person l on l."workspace_id" = ${workspace} and l.id = b.corrected_by`
}

/** As the API says it; `now`: UTC ms, up to which what is still waited for is late. */
export function breachJson(row: JoinedBreach, now: number): Breach {
  return {
    ticket: { id: row.ticket_id, number: row.number, subject: row.subject ?? '', channel: row.channel },
    customer: personOf(row.customer, row.customer_name, row.customer_email),
    assignee: personOf(row.assignee, row.assignee_name, row.assignee_email),
    team: row.team === '' ? null : row.team,
    commitment: commitmentOf(row),
    charter: row.charter_hash,
    segments: row.segments.map(({ kind, from, to }) => ({ kind, from: formatInstant(from), to: formatInstant(to) })),
    late_ms: row.late_ms ?? Math.max(0, now - row.due.getTime()),
    cause: cause.parse(row.cause),
    corrected:
      row.corrected_cause === null || row.corrected_at === null
        ? null
        : {
            cause: cause.parse(row.corrected_cause),
            reason: row.corrected_reason ?? '',
            by: personOf(row.corrector, row.corrector_name, row.corrector_email),
            at: row.corrected_at.toISOString(),
          },
  }
}

function commitmentOf(row: JoinedBreach): Breach['commitment'] {
  const { promise, run, clock, key, state, reason, target, calendar, put_off, unsure } = row
  return {
    promise,
    run,
    clock,
    key,
    state,
    start: row.start.toISOString(),
    due: row.due.toISOString(),
    risk_at: null,
    settled_at: row.settled_at?.toISOString() ?? null,
    fulfilled_at: row.fulfilled_at?.toISOString() ?? null,
    reason,
    target,
    calendar,
    row: row.row,
    pauses: row.pauses.map(([from, to]) => [formatInstant(from), to === null ? null : formatInstant(to)]),
    left_ms: null,
    put_off,
    unsure,
  }
}

function personOf(id: string | null, name: string | null, email: string | null): PersonRef | null {
  return id === null ? null : { id, name: name ?? email ?? '', email }
}
