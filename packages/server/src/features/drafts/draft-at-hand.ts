import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { announceDraft } from '../changes/index.ts'

/** All but the text, which is long. */
const ABOUT = [
  'id',
  'seq',
  'state',
  'note',
  'base',
  'created_at',
  'created_by',
  'changed_at',
  'changed_by',
  'sent_back_at',
  'sent_back_by',
  'sent_back_reason',
  'version',
] as const
const COLUMNS = [...ABOUT, 'source'] as const

export type StoredDraft = Awaited<ReturnType<typeof readDraftRow>>
export type AboutDraft = Omit<StoredDraft, 'source'>
export type DraftState = StoredDraft['state']

/** A draft's row. Throws `not-found`. */
export async function readDraftRow({ db, workspace }: Transaction, id: string) {
  const found = await db
    .selectFrom('charter_draft')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  if (found === undefined) throw noDraft()
  return found
}

/** The same, locked until the transaction ends: nobody else changes it meanwhile. */
export async function lockDraft({ db, workspace }: Transaction, id: string): Promise<StoredDraft> {
  const found = await db
    .selectFrom('charter_draft')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (found === undefined) throw noDraft()
  return found
}

/** All drafts without their texts: those that are still open first, then the last changed. */
export function readDraftRows({ db, workspace }: Transaction, most: number): Promise<AboutDraft[]> {
  return db
    .selectFrom('charter_draft')
    .select(ABOUT)
    .where('workspace_id', '=', workspace)
    .orderBy(({ eb }) => eb('state', 'in', ['writing', 'in-review']), 'desc')
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
}

interface DraftChange {
  readonly seq?: number
  readonly source?: string
  readonly state?: DraftState
  readonly note?: string
  readonly version?: number
  readonly sent_back_at?: Date | null
  readonly sent_back_by?: string | null
  readonly sent_back_reason?: string | null
  readonly changed_by?: string | null
}

/** Writes what changed about a draft, and tells browsers. */
export async function changeDraft(tx: Transaction, { id, seq }: StoredDraft, change: DraftChange): Promise<void> {
  await tx.db
    .updateTable('charter_draft')
    .set({ ...change, changed_at: new Date(tx.now) })
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .execute()
  announceDraft(tx, id, change.seq ?? seq)
}

const WHY_NOT: Readonly<Record<DraftState, string>> = {
  writing: 'This draft is being written. Submit it first.',
  'in-review': 'This draft is in review. Take it back to change it; its approvals are void then.',
  published: 'This draft was published. Start a new one from its version.',
  withdrawn: 'This draft was given up. Start a new one.',
}

/** Refuses `draft-closed` where a draft is in another state. */
export function refuseUnless({ state }: StoredDraft, ...states: readonly DraftState[]): void {
  if (!states.includes(state)) throw new Refusal('draft-closed', WHY_NOT[state])
}

function noDraft(): Refusal {
  return new Refusal('not-found', 'This workspace has no draft of this id.')
}
