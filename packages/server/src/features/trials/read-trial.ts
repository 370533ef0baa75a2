import { type Trial, trial, trialLine } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { z } from 'zod'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { failSilentTrials } from './note-trial.ts'

/** Trials of an earlier version of ours did not count what they touch. */
const storedLine = trialLine.extend({ touched: trialLine.shape.touched.default(0) })

const storedRemedy = trial.shape.remedies.element
const stored = z.union([storedLine, storedRemedy]).array()

const COLUMNS = [
  'id',
  'draft_id',
  'seq',
  'state',
  'done',
  'total',
  'started_at',
  'ended_at',
  'trouble',
  'lines',
] as const

/** How far a trial of a draft is, and what it found. Throws `not-found`. */
export async function readTrial(tx: Transaction, draft: string, trial: string): Promise<Trial> {
  await failSilentTrials(tx)
  const row = await trialsOf(tx, draft).where('id', '=', trial).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'There is no such trial of this draft.')
  return presentTrial(row)
}

/** The trials of a draft that are kept, the last first. Throws `not-found`. */
export async function listTrials(tx: Transaction, draft: string): Promise<Trial[]> {
  const found = await tx.db
    .selectFrom('charter_draft')
    .select('id')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', draft)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('not-found', 'There is no draft of this id in this workspace.')
  await failSilentTrials(tx)
  return (await trialsOf(tx, draft).orderBy('started_at', 'desc').execute()).map(presentTrial)
}

function trialsOf({ db, workspace }: Transaction, draft: string) {
  return db.selectFrom('trial').select(COLUMNS).where('workspace_id', '=', workspace).where('draft_id', '=', draft)
}

type Row = Awaited<ReturnType<ReturnType<typeof trialsOf>['executeTakeFirstOrThrow']>>

function presentTrial(row: Row): Trial {
  const { id, draft_id, seq, state, done, total, started_at, ended_at, trouble } = row
  const all = stored.parse(row.lines)
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
    lines: all.flatMap((line) => ('promise' in line ? [line] : [])),
    remedies: all.flatMap((line) => ('remedy' in line ? [line] : [])),
  }
}
