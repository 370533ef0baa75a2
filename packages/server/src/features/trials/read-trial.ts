import { type Trial, trialLine } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { failSilentTrials } from './note-trial.ts'

/** How far a trial of a draft is, and what it found. Throws `not-found`. */
export async function readTrial(tx: Transaction, draft: string, trial: string): Promise<Trial> {
  await failSilentTrials(tx)
  const row = await tx.db
    .selectFrom('trial')
    .select(['id', 'draft_id', 'seq', 'state', 'done', 'total', 'started_at', 'ended_at', 'trouble', 'lines'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', trial)
    .where('draft_id', '=', draft)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'There is no such trial of this draft.')
  const { id, draft_id, seq, state, done, total, started_at, ended_at, trouble, lines } = row
  return {
    id,
    draft: draft_id,
    seq,
    state,
    done: Math.min(done, total),
    total,
    started_at: formatInstant(started_at.getTime()),
    ended_at: ended_at === null ? null : formatInstant(ended_at.getTime()),
    trouble,
    lines: trialLine.array().parse(lines),
  }
}
