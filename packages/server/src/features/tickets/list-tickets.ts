import type { TicketRow, ViewName } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { conditionOf, ROW, type Row, rowJoins, ticketRowOf } from './view-rows.ts'

export interface TicketPage {
  readonly view: ViewName
  /** Id of the person whose view it is. */
  readonly person: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** How a view is sorted: as an index of the table is, which is why the view without an assignee names them. */
interface Order {
  readonly column: 'next_due' | 'last_broken_at' | 'recorded'
  /** Of a ticket `t`. */
  readonly sql: RawBuilder<unknown>
  /** Comparison with the row where the page before ended. */
  readonly after: RawBuilder<unknown>
  readonly hasNulls: boolean
}

const BY_DUE = { column: 'next_due', after: sql`>`, hasNulls: true } as const
const NEXT_TO_BREAK: Order = { ...BY_DUE, sql: sql`t.next_due, t.id` }
const ORDERS: Readonly<Record<ViewName, Order>> = {
  all: NEXT_TO_BREAK,
  'at-risk': NEXT_TO_BREAK,
  mine: { ...BY_DUE, sql: sql`t.assignee_id, t.next_due, t.id` },
  unassigned: { ...BY_DUE, sql: sql`t.assignee_id, t.next_due, t.id` },
  broken: { column: 'last_broken_at', sql: sql`t.last_broken_at desc, t.id desc`, after: sql`<`, hasNulls: false },
  solved: { column: 'recorded', sql: sql`t.recorded desc, t.id desc`, after: sql`<`, hasNulls: false },
}

/**
 * A page of a view. The next promise to break comes first, then what is oldest of those without one; broken ones begin with
 * the one that broke last, solved ones with the one that changed last. Pages follow the sort, not a count: what moves
 * between two pages is seen in its new place or in none.
 */
export async function listTickets(
  tx: Transaction,
  { view, person, cursor, limit }: TicketPage,
): Promise<{ readonly items: TicketRow[]; readonly next: string | null; readonly now: string }> {
  const order = ORDERS[view]
  const condition = conditionOf(view, { person, now: tx.now })
  const rows: Sorted[] = []
  for (const part of partsAfter(order, cursor === undefined ? undefined : readCursor(cursor))) {
    if (rows.length > limit) break
    rows.push(...(await readPart(tx, order, sql`${condition} and ${part}`, limit + 1 - rows.length)))
  }
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(([row]) => ticketRowOf(row)),
    next:
      rows.length > limit && last !== undefined
        ? writeCursor({ at: last[1] === null ? null : Date.parse(last[1]), id: last[0][0] })
        : null,
    now: formatInstant(tx.now),
  }
}

/** A row, and the instant that it is sorted by. */
type Sorted = readonly [row: Row, by: string | null]

/**
 * What comes after a cursor, as conditions to be read one after another: rows without a due time stand last, and no single
 * comparison that an index can answer says both.
 */
function partsAfter({ column, after, hasNulls }: Order, cursor: Cursor | undefined): readonly RawBuilder<unknown>[] {
  const name = sql.ref(column)
  if (cursor === undefined) return [hasNulls ? sql`true` : sql`${name} is not null`]
  const { at, id } = cursor
  if (at === null) return [sql`${name} is null and id > ${id}::uuid`]
  const later = sql`(${name}, id) ${after} (${new Date(at)}::timestamptz, ${id}::uuid)`
  return hasNulls ? [later, sql`${name} is null`] : [later]
}

/**
 * The rows first, by index and no more than are wanted; then what stands beside them. The limit is written into the text: a
 * plan that is kept for any limit reckons with a tenth of the table.
 */
async function readPart(
  tx: Transaction,
  order: Order,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly Sorted[]> {
  const { rows } = await sql<{ readonly rows: readonly Sorted[] | null }>`
    select json_agg(json_build_array(${ROW}, t.${sql.ref(order.column)}) order by ${order.sql}) as rows
      from (select * from ticket t where t."workspace_id" = ${tx.workspace} and ${condition}
             order by ${order.sql} limit ${sql.lit(limit)}) t
           ${rowJoins(tx)}`.execute(tx.db)
  return rows[0]?.rows ?? []
}
