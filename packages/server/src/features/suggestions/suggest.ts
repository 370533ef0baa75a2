import { clausesOf, nearest } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionInForce } from '../charters/index.ts'
import { ticketOfNumber } from '../tickets/index.ts'

export interface NewSuggestion {
  readonly clause: string
  readonly kind: 'comment' | 'suggestion'
  readonly text: string
  /** Id of the grant that taught it: its ticket is meant too. */
  readonly grant?: string | undefined
  /** Number of the ticket that taught it. */
  readonly ticket?: number | undefined
}

/**
 * What somebody of the desk says of a clause of the charter in force; answers its id. Throws `no-charter`, `bad-request` for
 * a clause that the charter does not have, `not-found` for a grant or ticket.
 */
export async function suggest(
  tx: Transaction,
  by: string | undefined,
  { clause, kind, text, grant, ticket }: NewSuggestion,
): Promise<string> {
  const version = await versionOfClause(tx, clause)
  const taught = grant === undefined ? undefined : await ticketOfGrant(tx, grant)
  const id = tx.newId()
  await tx.db
    .insertInto('suggestion')
    .values({
      workspace_id: tx.workspace,
      id,
      clause,
      version,
      kind,
      text,
      ticket_id: taught ?? (ticket === undefined ? null : await ticketOfNumber(tx, ticket)),
      grant_id: grant ?? null,
      by: by ?? null,
      at: new Date(tx.now),
      decided_by: null,
      decided_at: null,
      decision_reason: null,
      draft_id: null,
    })
    .execute()
  return id
}

async function versionOfClause(tx: Transaction, clause: string): Promise<number | null> {
  const charter = await versionInForce(tx, tx.now)
  if (charter === undefined) throw new Refusal('no-charter', 'No charter is in force: it has no clauses.')
  const ids = clausesOf(charter.document).map(({ id }) => id)
  if (ids.includes(clause)) return charter.version
  const near = nearest(clause, ids, { left: 1000 })
  const hint = near === undefined ? `It has: ${ids.join(', ')}.` : `Did you mean “${near}”?`
  const message = `The charter in force has no clause “${clause}”. ${hint}`
  throw new Refusal('bad-request', message, { at: [{ path: 'clause', message, typed: clause }] })
}

async function ticketOfGrant({ db, workspace }: Transaction, grant: string): Promise<string> {
  const found = await db
    .selectFrom('remedy_grant')
    .select('ticket_id')
    .where('workspace_id', '=', workspace)
    .where('id', '=', grant)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', 'There is no grant of this id in this workspace.')
  return found.ticket_id
}
