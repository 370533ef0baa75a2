import { sql } from 'kysely'
import type { JsonValue, Transaction } from '../../db/index.ts'

/** What was submitted of a draft, last, and who approved it. */
export interface StoredSubmission {
  readonly draft_id: string
  readonly round: number
  readonly seq: number
  readonly hash: string
  readonly effective: Date | null
  readonly zone: string
  readonly by: string | null
  readonly at: Date
  readonly approvers: readonly string[]
  readonly need: number
  /** How many would be asked for; 0 where it was submitted before that was kept. */
  readonly asked: number
  readonly gives_less: boolean
  readonly warnings: JsonValue
  readonly approvals: readonly Approval[]
}

export interface Approval {
  readonly person_id: string
  readonly at: Date
}

/** The last submission of each of these drafts that has one. */
export async function lastSubmissions(
  { db, workspace }: Transaction,
  drafts: readonly string[],
): Promise<ReadonlyMap<string, StoredSubmission>> {
  if (drafts.length === 0) return new Map()
  const { rows } = await sql<Omit<StoredSubmission, 'approvals'>>`
    select distinct on (draft_id) draft_id, round, seq, hash, effective, "zone", "by", "at", approvers, need, asked, gives_less, warnings
      from draft_submission
     where "workspace_id" = ${workspace} and draft_id = any (${drafts}::uuid[])
     order by draft_id, round desc`.execute(db)
  const approvals = await db
    .selectFrom('draft_approval')
    .select(['draft_id', 'round', 'person_id', 'at'])
    .where('workspace_id', '=', workspace)
    .where('draft_id', 'in', drafts)
    .orderBy('at')
    .execute()
  const of = Map.groupBy(approvals, ({ draft_id, round }) => `${draft_id} ${round}`)
  return new Map(rows.map((row) => [row.draft_id, { ...row, approvals: of.get(`${row.draft_id} ${row.round}`) ?? [] }]))
}

/** What was submitted, exactly as it would be published. */
export function keptForm({ db, workspace }: Transaction, { draft_id, round }: StoredSubmission) {
  return db
    .selectFrom('draft_submission')
    .select(['canonical', 'source'])
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft_id)
    .where('round', '=', round)
    .executeTakeFirstOrThrow()
}

/** A draft leaves review: its approvals count no longer. */
export async function endSubmission({ db, workspace, now }: Transaction, draft: string): Promise<void> {
  await db
    .updateTable('draft_submission')
    .set({ ended_at: new Date(now) })
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft)
    .where('ended_at', 'is', null)
    .execute()
}

/** Everybody who had a hand in each of these drafts: who began it, changed its text, or submitted it. */
export async function authorsOf(
  { db, workspace }: Transaction,
  drafts: readonly { readonly id: string; readonly created_by: string | null }[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const ids = drafts.map(({ id }) => id)
  const authors = new Map(drafts.map(({ id, created_by }) => [id, new Set(created_by === null ? [] : [created_by])]))
  if (ids.length === 0) return authors
  const edited = await db
    .selectFrom('draft_edit')
    .select(['draft_id', 'by'])
    .distinct()
    .where('workspace_id', '=', workspace)
    .where('draft_id', 'in', ids)
    .execute()
  const submitted = await db
    .selectFrom('draft_submission')
    .select(['draft_id', 'by'])
    .distinct()
    .where('workspace_id', '=', workspace)
    .where('draft_id', 'in', ids)
    .execute()
  for (const { draft_id, by } of [...edited, ...submitted]) if (by !== null) authors.get(draft_id)?.add(by)
  return authors
}
