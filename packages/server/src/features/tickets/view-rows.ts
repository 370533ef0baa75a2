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

/** What the database answers of a ticket with `rowJoins`; instants are RFC 3339, of whatever zone. */
export interface Row {
  readonly id: string
  readonly number: number
  readonly state: TicketRow['state']
  readonly channel: string | null
  readonly language: string | null
  readonly team: string | null
  readonly priority: number
  readonly created_at: string
  readonly last_message_at: string | null
  readonly messages: number
  readonly seq: number
  readonly recorded: string
  readonly next_due: string | null
  readonly next_start: string | null
  readonly next_promise: string | null
  readonly risk_at: string | null
  readonly paused: number
  readonly broken: number
  readonly last_broken_at: string | null
  readonly subject: string | null
  readonly snippet: string | null
  readonly customer: string | null
  readonly customer_name: string | null
  readonly customer_email: string | null
  readonly assignee: string | null
  readonly assignee_name: string | null
  readonly assignee_email: string | null
}

/** Where each part of a row stands. */
const COLUMNS: Readonly<Record<keyof Row, string>> = {
  id: 't.id',
  number: 't.number',
  state: 't.state',
  channel: 't.channel',
  language: 't.language',
  team: 't.team',
  priority: 't.priority',
  created_at: 't.created_at',
  last_message_at: 't.last_message_at',
  messages: 't.messages',
  seq: 't.seq',
  recorded: 't.recorded',
  next_due: 't.next_due',
  next_start: 't.next_start',
  next_promise: 't.next_promise',
  risk_at: 't.risk_at',
  paused: 't.paused',
  broken: 't.broken',
  last_broken_at: 't.last_broken_at',
  subject: 'p.subject',
  snippet: 'p.snippet',
  customer: 'c.id',
  customer_name: 'c.name',
  customer_email: 'c.email',
  assignee: 'a.id',
  assignee_name: 'a.name',
  assignee_email: 'a.email',
}
const NAMES = Object.keys(COLUMNS)

/**
 * A row as one list, in the order of COLUMNS: reading fifty rows of twenty-seven columns one by one takes a server longer
 * than all else that it does for a list.
 */
export const ROW_LIST = sql.raw<readonly unknown[]>(`json_build_array(${Object.values(COLUMNS).join(', ')})`)

/** Reads what ROW_LIST answered. */
export function readRow(list: readonly unknown[]): Row {
  // COLUMNS names exactly what a row has, and the list was asked for in its order.
  return Object.fromEntries(NAMES.map((name, index) => [name, list[index]])) as unknown as Row
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
    created_at: written(row.created_at),
    last_message_at: instantOf(row.last_message_at),
    messages: row.messages,
    seq: row.seq,
    next:
      due === null || start === null || promise === null
        ? null
        : {
            promise,
            start: written(start),
            due: written(due),
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

function instantOf(instant: string | null): string | null {
  return instant === null ? null : written(instant)
}

/** As the API writes instants. */
function written(instant: string): string {
  return formatInstant(Date.parse(instant))
}
