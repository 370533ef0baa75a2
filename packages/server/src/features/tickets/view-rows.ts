import type { TicketRow, ViewName } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** Whose views they are. */
export interface Viewer {
  /** Id of the person; undefined for an API key, to whom no ticket is assigned. */
  readonly person: string | undefined
  readonly now: number
}

// As the partial indexes of the table say it, so that they are used.
const OPEN = sql`state not in ('solved', 'closed') and not is_spam`
const ENDED = sql`state in ('solved', 'closed') and not is_spam`

/** Which tickets a view holds, beside those of the workspace. */
export function conditionOf(view: ViewName, { person, now }: Viewer): RawBuilder<unknown> {
  switch (view) {
    case 'mine':
      return person === undefined ? sql`false` : sql`assignee_id = ${person}::uuid and ${OPEN}`
    case 'unassigned':
      return sql`assignee_id is null and ${OPEN}`
    case 'at-risk':
      return sql`risk_at <= ${new Date(now)}::timestamptz and ${OPEN}`
    case 'broken':
      return sql`broken > 0 and ${OPEN}`
    case 'all':
      return OPEN
    case 'solved':
      return ENDED
  }
}

/** What rows are read with; for the row's words, its customer and its assignee. */
export const ROW_COLUMNS = sql`
  t.id, t.number, t.state, t.channel, t.language, t.team, t.priority, t.created_at, t.last_message_at, t.messages, t.seq,
  t.next_due, t.next_start, t.next_promise, t.risk_at, t.paused, t.broken, t.last_broken_at,
  p.subject, p.snippet, c.id as customer, c.name as customer_name, c.email as customer_email,
  a.id as assignee, a.name as assignee_name, a.email as assignee_email`

/** Beside a ticket `t`. */
export function rowJoins({ workspace }: Transaction): RawBuilder<unknown> {
  return sql`
  left join ticket_preview p on p."workspace_id" = ${workspace} and p.ticket_id = t.id
  left join person c on c."workspace_id" = ${workspace} and c.id = t.customer_id
  left join person a on a."workspace_id" = ${workspace} and a.id = t.assignee_id`
}

export interface Row {
  readonly id: string
  readonly number: number
  readonly state: TicketRow['state']
  readonly channel: string | null
  readonly language: string | null
  readonly team: string | null
  readonly priority: number
  readonly created_at: Date
  readonly last_message_at: Date | null
  readonly messages: number
  readonly seq: number
  readonly next_due: Date | null
  readonly next_start: Date | null
  readonly next_promise: string | null
  readonly risk_at: Date | null
  readonly paused: number
  readonly broken: number
  readonly last_broken_at: Date | null
  readonly subject: string | null
  readonly snippet: string | null
  readonly customer: string | null
  readonly customer_name: string | null
  readonly customer_email: string | null
  readonly assignee: string | null
  readonly assignee_name: string | null
  readonly assignee_email: string | null
}

/** A row as the API says it. The words of somebody who was erased are empty. */
export function ticketRowOf(row: Row): TicketRow {
  const { next_due: due, next_start: start, next_promise: promise } = row
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    channel: row.channel,
    language: row.language,
    customer: personOf(row.customer, row.customer_name, row.customer_email),
    subject: row.subject ?? '',
    snippet: row.snippet ?? '',
    assignee: personOf(row.assignee, row.assignee_name, row.assignee_email),
    team: row.team,
    priority: row.priority,
    created_at: formatInstant(row.created_at.getTime()),
    last_message_at: instantOf(row.last_message_at),
    messages: row.messages,
    seq: row.seq,
    next:
      due === null || start === null || promise === null
        ? null
        : {
            promise,
            start: formatInstant(start.getTime()),
            due: formatInstant(due.getTime()),
            risk_at: instantOf(row.risk_at),
          },
    paused: row.paused,
    broken: row.broken,
    last_broken_at: instantOf(row.last_broken_at),
  }
}

export function personOf(id: string | null, name: string | null, email: string | null): TicketRow['customer'] {
  return id === null ? null : { id, name: name ?? email ?? '', email }
}

function instantOf(date: Date | null): string | null {
  return date === null ? null : formatInstant(date.getTime())
}
