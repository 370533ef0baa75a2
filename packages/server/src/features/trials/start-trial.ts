import type { Trial } from '@avow/contract'
import { sql } from 'kysely'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { prepareVersion } from '../charters/index.ts'
import { failSilentTrials } from './note-trial.ts'
import { readTrial } from './read-trial.ts'
import { runTrial } from './run-trial.ts'

/** Trials of a draft that stay when another begins. */
const KEPT = 5

interface Begun {
  readonly trial: string
  readonly source: string
  /** Else one of the same draft runs already. */
  readonly isNew: boolean
}

/**
 * Begins to try a draft on the workspace's own log. One at a time: whoever asks for the trial that runs is answered with
 * it. Throws `not-found`, `charter-faulty`, `trial-running`.
 */
export async function startTrial(
  { store, log, zoneData }: Pick<Desk, 'store' | 'log' | 'zoneData'>,
  workspace: string,
  draft: string,
): Promise<Trial> {
  const { begun, asOf, answer } = await transaction(store, { workspace }, async (tx) => {
    const begun = await begin(tx, draft, zoneData)
    return { begun, asOf: tx.now, answer: await readTrial(tx, draft, begun.trial) }
  })
  const { trial, source, isNew } = begun
  if (isNew) runTrial({ store, log }, { workspace, trial, source, zoneData, asOf })
  return answer
}

async function begin(tx: Transaction, draft: string, zoneData: string): Promise<Begun> {
  const { db, workspace, now } = tx
  const found = await db
    .selectFrom('charter_draft')
    .select(['source', 'seq'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', draft)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', 'There is no draft of this id in this workspace.')
  const { source, seq } = found
  prepareVersion(source, { now, zoneData })
  await failSilentTrials(tx)
  await forgetOlder(tx, draft)
  const { tickets } = await db
    .selectFrom('ticket')
    .select(({ fn }) => fn.countAll<number>().as('tickets'))
    .where('workspace_id', '=', workspace)
    .executeTakeFirstOrThrow()
  const at = new Date(now)
  const added = await db
    .insertInto('trial')
    .values({
      workspace_id: workspace,
      id: tx.newId(),
      draft_id: draft,
      seq,
      total: tickets,
      started_at: at,
      beat_at: at,
      ended_at: null,
      trouble: null,
    })
    // Written out: with a parameter a prepared statement would not find the partial index.
    .onConflict((conflict) => conflict.column('workspace_id').where('state', '=', sql.lit('running')).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added !== undefined) return { trial: added.id, source, isNew: true }
  const running = await db
    .selectFrom('trial')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('state', '=', 'running')
    .where('draft_id', '=', draft)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (running !== undefined) return { trial: running.id, source, isNew: false }
  throw new Refusal('trial-running', 'Another trial is running in this workspace. Wait for its end, then try again.')
}

/** What earlier texts of a draft came to is of no use for long. */
async function forgetOlder({ db, workspace }: Transaction, draft: string): Promise<void> {
  const kept = db
    .selectFrom('trial')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft)
    .orderBy('started_at', 'desc')
    .limit(KEPT)
  await db
    .deleteFrom('trial')
    .where('workspace_id', '=', workspace)
    .where('draft_id', '=', draft)
    .where('state', '<>', 'running')
    .where('id', 'not in', kept)
    .execute()
}
