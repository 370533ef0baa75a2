import { type Store, type Transaction, transaction } from '../../db/index.ts'
import type { Heard } from './heard.ts'

/**
 * A transaction is dated by its beginning and seen at its end, and clocks are read at different moments: so much before
 * the cursor is looked at again. UTC ms.
 */
const OVERLAP = 10_000
/** More than that is not told one by one: whoever was away for so long reads its lists anew anyway. */
const MOST = 1000

/** What of a workspace changed since an instant, the first first, and the database's clock; nothing without one. */
export function changedSince(
  store: Store,
  workspace: string,
  since: number | undefined,
): Promise<{ readonly changes: readonly Heard[]; readonly now: number }> {
  return transaction(store, { workspace }, async (tx) => {
    if (since === undefined) return { changes: [], now: tx.now }
    const from = new Date(since - OVERLAP)
    const changes = [
      ...(await tickets(tx, from)),
      ...(await drafts(tx, from)),
      ...(await published(tx, from)),
      ...(await begun(tx, from)),
      ...(await notices(tx, from)),
    ]
    return { changes, now: tx.now }
  })
}

/** The versions that came into force since an instant, which nobody announces: time alone makes them. */
export function begunSince(
  store: Store,
  workspace: string,
  since: number,
): Promise<{ readonly changes: readonly Heard[]; readonly now: number }> {
  return transaction(store, { workspace }, async (tx) => ({
    changes: await begun(tx, new Date(since)),
    now: tx.now,
  }))
}

async function tickets({ db, workspace }: Transaction, from: Date): Promise<readonly Heard[]> {
  const rows = await db
    .selectFrom('ticket')
    .select(['id', 'number', 'seq'])
    .where('workspace_id', '=', workspace)
    .where('recorded', '>', from)
    .orderBy('recorded', 'desc')
    .limit(MOST)
    .execute()
  return rows.reverse().map(({ id, number, seq }) => ({ kind: 'ticket', workspace, ticket: id, number, seq }))
}

async function drafts({ db, workspace }: Transaction, from: Date): Promise<readonly Heard[]> {
  const rows = await db
    .selectFrom('charter_draft')
    .select(['id', 'seq'])
    .where('workspace_id', '=', workspace)
    .where('changed_at', '>', from)
    .orderBy('changed_at', 'desc')
    .limit(MOST)
    .execute()
  return rows.reverse().map(({ id, seq }) => ({ kind: 'draft', workspace, id, seq }))
}

async function published({ db, workspace }: Transaction, from: Date): Promise<readonly Heard[]> {
  const rows = await db
    .selectFrom('charter_version')
    .select('version')
    .where('workspace_id', '=', workspace)
    .where('published_at', '>', from)
    .orderBy('version')
    .execute()
  return rows.map(({ version }) => ({ kind: 'charter', workspace, version }))
}

async function begun({ db, workspace, now }: Transaction, from: Date): Promise<readonly Heard[]> {
  const rows = await db
    .selectFrom('charter_version')
    .select('version')
    .where('workspace_id', '=', workspace)
    .where('effective', '>', from)
    .where('effective', '<=', new Date(now))
    .orderBy('effective')
    .execute()
  return rows.map(({ version }) => ({ kind: 'charter', workspace, version }))
}

async function notices({ db, workspace }: Transaction, from: Date): Promise<readonly Heard[]> {
  const rows = await db
    .selectFrom('notice')
    .select('person_id')
    .distinct()
    .where('workspace_id', '=', workspace)
    .where('created_at', '>', from)
    .execute()
  return rows.map(({ person_id }) => ({ kind: 'notice', workspace, person: person_id }))
}
