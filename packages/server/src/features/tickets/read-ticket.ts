import type { Ticket } from '@avow/contract'
import { type Decision, decisionJson, type FactValue, formatInstant } from '@avow/core'
import { sql } from 'kysely'
import { type JsonObject, type Transaction, together } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionsOf } from '../charters/index.ts'
import { decideTicket } from '../commitments/index.ts'
import { entryOf } from './entry-of-event.ts'
import { isFactValue } from './fitting-facts.ts'
import { readAbsorbed } from './read-absorbed.ts'
import { readBeside } from './read-beside.ts'
import { ROW, type Row, rowJoins, ticketRowOf } from './view-rows.ts'

interface WholeRow {
  readonly id: string
  readonly row: Row
  readonly facts: JsonObject
  readonly rating: number | null
  readonly follows_id: string | null
  readonly is_imported: boolean
  readonly customer_zone: string | null
}

/** A ticket with its conversation, and what its charter says of it now. Throws `not-found`. */
export async function readTicket(tx: Transaction, number: number): Promise<Ticket> {
  const [{ rows }] = await together([
    sql<WholeRow>`
      select t.id, ${ROW} as row, t.facts, t.rating, t.follows_id, t.is_imported, c.zone as customer_zone
        from ticket t ${rowJoins(tx)}
       where t."workspace_id" = ${tx.workspace} and t.number = ${number}`.execute(tx.db),
    // Asked for when it is judged.
    versionsOf(tx),
  ])
  const [row] = rows
  if (row === undefined) throw new Refusal('not-found', `There is no ticket ${number} in this workspace.`)
  // Both are on their way at once.
  const [beside, decided] = await together([readBeside(tx, row.id, row.follows_id), decideTicket(tx, row.id)])
  return {
    ...ticketRowOf(row.row),
    facts: Object.fromEntries(
      Object.entries(row.facts).filter((fact): fact is [string, FactValue] => isFactValue(fact[1])),
    ),
    is_imported: row.is_imported,
    other_addresses: beside.addresses,
    ...decisionOf(decided?.decision),
    entries: beside.events.map((event) => entryOf(event, beside)),
    follows: beside.follows,
    followed_by: beside.followedBy,
    merged_into: beside.mergedInto,
    absorbed: await readAbsorbed(tx, beside.absorbed),
    held_acknowledgements: beside.held,
    customer_zone: row.customer_zone,
    rating: row.rating,
    now: formatInstant(tx.now),
  }
}

type Decided = Pick<Ticket, 'missing' | 'charter' | 'commitments' | 'steps' | 'clauses' | 'unevaluated'>

/** Empty for a ticket that is older than every charter, or was imported. */
function decisionOf(decision: Decision | undefined): Decided {
  if (decision === undefined)
    return { missing: [], charter: null, commitments: [], steps: [], clauses: [], unevaluated: [] }
  const { charter, commitments, steps, missing, clauses, unevaluated } = decisionJson(decision)
  const { id, version, hash } = charter
  return {
    charter: version === null ? null : { id, version, hash },
    missing: [...missing],
    clauses: [...clauses],
    unevaluated: [...unevaluated],
    commitments: commitments.map((commitment) => ({
      ...commitment,
      pauses: commitment.pauses.map(([from, to]) => [from, to]),
      why: commitment.why.map((reason) => ({ ...reason })),
    })),
    steps: steps.map((step) => ({ ...step, act: { ...step.act, tell: [...step.act.tell] } })),
  }
}
