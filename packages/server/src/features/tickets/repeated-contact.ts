import { type CompiledCharter, eventsRepeated, LONGEST_REPEATED, MOST_REPEATED } from '@avow/core'
import { sql } from 'kysely'
import type { NewEvent, Transaction } from '../../db/index.ts'

/** Longer than a date lasts: what was created on the same date counts, whichever came in first. */
const DAY = 26 * 3_600_000

/** A ticket that was opened just now, in this transaction. */
export interface OpenedFor {
  readonly ticket: string
  /** Id of the customer. */
  readonly customer: string
  /** When it was created, UTC ms. */
  readonly at: number
  /** The version that it is pinned to; undefined for one that no version judges, or that is no new contact. */
  readonly charter: CompiledCharter | undefined
}

/**
 * The events of the charter that new tickets are since their customers come again (SPEC E15): they are what is judged, now and
 * later, whatever becomes of the other tickets. To be asked once the tickets have their numbers: from then on nobody else in
 * the workspace opens one before this transaction ends, so that of several at once each is counted.
 */
export async function repeatedContacts(tx: Transaction, opened: readonly OpenedFor[]): Promise<readonly NewEvent[]> {
  const counting = opened.filter(({ charter }) => countsContacts(charter))
  if (counting.length === 0) return []
  const before = await ticketsBefore(tx, opened, counting)
  return counting.flatMap(({ ticket, customer, at, charter }) => {
    if (charter === undefined) return []
    const place = opened.findIndex((one) => one.ticket === ticket)
    const together = opened
      .slice(0, place)
      .filter((other) => other.charter !== undefined && isOf(other, customer, before))
    const instants = [
      ...(before.instants.get(before.who.get(customer) ?? customer) ?? []),
      ...together.map((one) => one.at),
    ]
    return eventsRepeated(charter, at, instants).map((type) => ({
      ...{ id: tx.newId(), ticket, type, by: 'system' as const, machine: 'avow', at, fields: {} },
    }))
  })
}

function countsContacts(charter: CompiledCharter | undefined): boolean {
  return charter !== undefined && [...charter.document.events.values()].some(({ repeated }) => repeated !== undefined)
}

interface Before {
  /** Who a customer is now: another, where they were made one. */
  readonly who: ReadonlyMap<string, string>
  /** By who they are: when their tickets were created, UTC ms, as many of the last as ever count. */
  readonly instants: ReadonlyMap<string, readonly number[]>
}

function isOf(other: OpenedFor, customer: string, { who }: Before): boolean {
  return (who.get(other.customer) ?? other.customer) === (who.get(customer) ?? customer)
}

/** The tickets of these customers from before, those that count. */
async function ticketsBefore(
  tx: Transaction,
  opened: readonly OpenedFor[],
  counting: readonly OpenedFor[],
): Promise<Before> {
  const { db, workspace } = tx
  const people = await db
    .selectFrom('person')
    .select(['id', 'who'])
    .where('workspace_id', '=', workspace)
    .where('id', 'in', [...new Set(opened.map(({ customer }) => customer))])
    .execute()
  const who = new Map(people.map((person) => [person.id, person.who]))
  const wanted = new Set(counting.map(({ customer }) => who.get(customer) ?? customer))
  const instants = counting.map(({ at }) => at)
  const { rows } = await sql<{ customer: string; created: Date }>`
    select customer_id as customer, created_at as created
      from (select customer_id, created_at, row_number() over (partition by customer_id order by created_at desc) as place
              from ticket
             where "workspace_id" = ${workspace} and customer_id = any (${[...wanted]}::uuid[])
               and created_at > ${new Date(Math.min(...instants) - LONGEST_REPEATED)}
               and created_at < ${new Date(Math.max(...instants) + DAY)}
               and id <> all (${opened.map(({ ticket }) => ticket)}::uuid[])
               and not is_spam and not is_imported and merged_id is null) t
     where place <= ${MOST_REPEATED}`.execute(db)
  const byCustomer = Map.groupBy(rows, ({ customer }) => customer)
  return {
    who,
    instants: new Map(
      [...byCustomer].map(([customer, those]) => [customer, those.map(({ created }) => created.getTime())]),
    ),
  }
}
