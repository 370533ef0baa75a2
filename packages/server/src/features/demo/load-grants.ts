import type { JsonObject, NewEvent, Transaction } from '../../db/index.ts'
import type { DemoGrant } from './grants.ts'

/** A grant on a ticket that is being loaded. */
export interface LoadedGrant {
  readonly id: string
  readonly ticket: string
  readonly grant: DemoGrant
  readonly charterHash: string
}

/** What happened with it, as the gate would have written it. `customer`: whose the words on the ticket are. */
export function grantEvents(
  tx: Transaction,
  { id, ticket, grant, charterHash }: LoadedGrant,
  customer: string,
  personOf: (id: string) => string,
): NewEvent[] {
  const { clause, row, minor, currency, backedBy, factsHash, asked, decided, done, reason } = grant
  const isAsked = decided !== undefined || backedBy.length === 0
  const fields: JsonObject = {
    clause,
    row,
    remedy: 'refund',
    amount: { minor, currency },
    charter: charterHash,
    facts_hash: factsHash,
    key: id,
  }
  const backed = { ...fields, backed_by: backedBy }
  const event = (type: string, who: string, at: number, said: JsonObject): NewEvent => ({
    id: tx.newId(),
    ticket,
    type,
    at,
    by: 'agent',
    person: personOf(who),
    fields: said,
  })
  const first = event(isAsked ? 'remedy.asked' : 'remedy.granted', asked.who, asked.at, isAsked ? fields : backed)
  return [
    { ...first, content: [{ part: 'text', person: customer, value: reason }] },
    ...(decided === undefined ? [] : [event('remedy.approved', decided.who, decided.at, backed)]),
    ...(done === undefined ? [] : [event('remedy.done', done.who, done.at, backed)]),
  ]
}

/** The rows of grants, in one statement. */
export async function writeGrants(
  { db, workspace }: Transaction,
  grants: readonly LoadedGrant[],
  personOf: (id: string) => string,
): Promise<void> {
  if (grants.length === 0) return
  await db
    .insertInto('remedy_grant')
    .values(
      grants.map(({ id, ticket, charterHash, grant }) => {
        const { asked, decided, done, backedBy } = grant
        return {
          workspace_id: workspace,
          id,
          ticket_id: ticket,
          clause: grant.clause,
          row: grant.row,
          remedy: 'refund',
          minor: grant.minor,
          currency: grant.currency,
          state: done !== undefined ? 'done' : backedBy.length > 0 ? 'granted' : 'asked',
          reason: grant.reason,
          backed_by: [...backedBy],
          waits_for: decided === undefined && backedBy.length > 0 ? [] : [...grant.waitsFor],
          charter_hash: charterHash,
          facts: JSON.stringify(grant.facts),
          facts_hash: grant.factsHash,
          asked_by: personOf(asked.who),
          asked_at: new Date(asked.at),
          decided_by: decided === undefined ? null : personOf(decided.who),
          decided_at: decided === undefined ? null : new Date(decided.at),
          decision_reason: null,
          done_by: done === undefined ? null : personOf(done.who),
          done_at: done === undefined ? null : new Date(done.at),
        } as const
      }),
    )
    .execute()
}
