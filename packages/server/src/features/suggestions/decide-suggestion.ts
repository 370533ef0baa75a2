import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { tellPeople } from '../attention/index.ts'

export interface SuggestionDecision {
  readonly accept: boolean
  readonly reason: string
  /** Id of the draft that takes it up. */
  readonly draft?: string | undefined
}

/**
 * Accepts or declines what was suggested, and tells who suggested it. Throws `not-found`, also for the draft, and
 * `cannot-be` for what was decided already, for a draft that was published or given up, and for declining it into a draft.
 */
export async function decideSuggestion(
  tx: Transaction,
  by: string | undefined,
  id: string,
  { accept, reason, draft }: SuggestionDecision,
): Promise<void> {
  const { db, workspace } = tx
  const found = await db
    .selectFrom('suggestion')
    .select(['state', 'by', 'clause', 'ticket_id'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', 'There is no suggestion of this id in this workspace.')
  if (found.state !== 'open') throw new Refusal('cannot-be', `This suggestion was ${found.state} already.`)
  if (draft !== undefined && !accept) throw new Refusal('cannot-be', 'What is declined goes into no draft.')
  if (draft !== undefined) await checkDraft(tx, draft)
  const state = accept ? ('accepted' as const) : ('declined' as const)
  await db
    .updateTable('suggestion')
    .set({
      state,
      decided_by: by ?? null,
      decided_at: new Date(tx.now),
      decision_reason: reason,
      draft_id: draft ?? null,
    })
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .execute()
  await tellPeople(tx, {
    people: found.by === null || found.by === by ? [] : [found.by],
    once: `suggestion/${id}`,
    code: 'suggestion-decided',
    ...(found.ticket_id === null ? {} : { ticket: found.ticket_id }),
    data: { suggestion: id, clause: found.clause, state },
  })
}

async function checkDraft({ db, workspace }: Transaction, draft: string): Promise<void> {
  const found = await db
    .selectFrom('charter_draft')
    .select('state')
    .where('workspace_id', '=', workspace)
    .where('id', '=', draft)
    // Locked, so that it is not published meanwhile: its version is what names who suggested.
    .forShare()
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', 'There is no draft of this id in this workspace.')
  if (found.state === 'published' || found.state === 'withdrawn')
    throw new Refusal('cannot-be', 'This draft was published or given up already: it takes nothing up any more.')
}
