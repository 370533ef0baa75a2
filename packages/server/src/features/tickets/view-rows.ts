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

/** Beside a ticket `t`: the row's words, its customer and its assignee. */
export function rowJoins({ workspace }: Transaction): RawBuilder<unknown> {
  return sql`
  left join ticket_preview p on p."workspace_id" = ${workspace} and p.ticket_id = t.id
  left join person c on c."workspace_id" = ${workspace} and c.id = t.customer_id
  left join person a on a."workspace_id" = ${workspace} and a.id = t.assignee_id`
}

/** What is asked of a ticket `t` with `rowJoins`, in the order of Row. */
const COLUMNS = `
  t.id, t.number, t.state, t.channel, t.language, t.team, t.priority, t.created_at, t.last_message_at, t.messages,
  t.seq, t.next_due, t.next_start, t.next_promise, t.risk_at, t.paused, t.broken, t.last_broken_at, p.subject,
  p.snippet, c.id, c.name, c.email, a.id, a.name, a.email`

/**
 * A row as one list: reading fifty rows of twenty-six columns one by one takes a server longer than all else that it does
 * for a list.
 */
export const ROW = sql.raw<Row>(`json_build_array(${COLUMNS})`)

/** What ROW answers. Instants are RFC 3339, of whatever zone. */
export type Row = readonly [
  id: string,
  number: number,
  state: TicketRow['state'],
  channel: string | null,
  language: string | null,
  team: string | null,
  priority: number,
  created_at: string,
  last_message_at: string | null,
  messages: number,
  seq: number,
  next_due: string | null,
  next_start: string | null,
  next_promise: string | null,
  risk_at: string | null,
  paused: number,
  broken: number,
  last_broken_at: string | null,
  subject: string | null,
  snippet: string | null,
  customer: string | null,
  customer_name: string | null,
  customer_email: string | null,
  assignee: string | null,
  assignee_name: string | null,
  assignee_email: string | null,
]

/** A row as the API says it. The words of somebody who was erased are empty. */
export function ticketRowOf(row: Row): TicketRow {
  const [
    id,
    number,
    state,
    channel,
    language,
    team,
    priority,
    created_at,
    last_message_at,
    messages,
    seq,
    next_due,
    next_start,
    next_promise,
    risk_at,
    paused,
    broken,
    last_broken_at,
    subject,
    snippet,
    customer,
    customer_name,
    customer_email,
    assignee,
    assignee_name,
    assignee_email,
  ] = row
  return {
    id,
    number,
    state,
    channel,
    language,
    customer: personOf(customer, customer_name, customer_email),
    subject: subject ?? '',
    snippet: snippet ?? '',
    assignee: personOf(assignee, assignee_name, assignee_email),
    team,
    priority,
    created_at: written(created_at),
    last_message_at: instantOf(last_message_at),
    messages,
    seq,
    next:
      next_due === null || next_start === null || next_promise === null
        ? null
        : {
            promise: next_promise,
            start: written(next_start),
            due: written(next_due),
            risk_at: instantOf(risk_at),
          },
    paused,
    broken,
    last_broken_at: instantOf(last_broken_at),
  }
}

export function personOf(id: string | null, name: string | null, email: string | null): TicketRow['customer'] {
  return id === null ? null : { id, name: name ?? email ?? '', email }
}

function instantOf(instant: string | null): string | null {
  return instant === null ? null : written(instant)
}

/** `2026-11-22T12:14:34.123+00:00`: what the database writes in UTC where there are milliseconds. */
const USUAL = 29

/** As the API writes instants. */
function written(instant: string): string {
  if (instant.length === USUAL && instant.endsWith('+00:00')) return `${instant.slice(0, 23)}Z`
  return formatInstant(Date.parse(instant))
}
