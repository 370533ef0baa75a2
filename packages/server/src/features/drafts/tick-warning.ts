import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { writeAudit } from '../audit/index.ts'
import { changeDraft, lockDraft, refuseUnless } from './draft-at-hand.ts'
import { type DraftWarnings, listWarnings } from './warnings.ts'

/** Who ticks which warning of which draft. */
export interface TickOf {
  readonly draft: string
  /** Core's `findingName`. */
  readonly finding: string
  readonly actor: string
  readonly person: string | undefined
  readonly zoneData: string
}

/**
 * Says that a warning may stay, and why; a tick that is there gets the new reason. Throws `not-found` for a warning that the
 * draft as it stands does not have, and `draft-closed`.
 */
export async function tickWarning(tx: Transaction, tick: TickOf, reason: string): Promise<DraftWarnings> {
  const { draft, finding, person, zoneData } = tick
  const row = await lockDraft(tx, draft)
  refuseUnless(row, 'writing')
  const { items } = await listWarnings(tx, draft, zoneData)
  const warning = items.find((each) => each.finding === finding)
  if (warning === undefined) throw new Refusal('not-found', 'The draft has no such warning any more. Look at it again.')
  const told = { reason, by: person ?? null, at: new Date(tx.now) }
  await tx.db
    .insertInto('draft_tick')
    .values({ workspace_id: tx.workspace, draft_id: draft, finding, ...told })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'draft_id', 'finding']).doUpdateSet(told))
    .execute()
  note(tx, tick, 'warning.ticked', { code: warning.code, path: warning.path })
  await changeDraft(tx, row, {})
  return listWarnings(tx, draft, zoneData)
}

/** Takes a tick back; nothing happens where there is none. Throws `not-found`, `draft-closed`. */
export async function untickWarning(tx: Transaction, tick: TickOf): Promise<DraftWarnings> {
  const { draft, finding, zoneData } = tick
  const row = await lockDraft(tx, draft)
  refuseUnless(row, 'writing')
  const { numDeletedRows } = await tx.db
    .deleteFrom('draft_tick')
    .where('workspace_id', '=', tx.workspace)
    .where('draft_id', '=', draft)
    .where('finding', '=', finding)
    .executeTakeFirst()
  if (numDeletedRows > 0n) {
    note(tx, tick, 'warning.unticked', {})
    await changeDraft(tx, row, {})
  }
  return listWarnings(tx, draft, zoneData)
}

function note(
  tx: Transaction,
  { actor, person, draft, finding }: TickOf,
  action: string,
  about: Readonly<Record<string, string>>,
): void {
  writeAudit(tx, { action, actor, person, data: { draft, finding, ...about } })
}
