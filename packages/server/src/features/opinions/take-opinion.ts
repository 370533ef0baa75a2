import { createHmac } from 'node:crypto'
import type { Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'

export const QUESTIONS = ['fair', 'kept'] as const
export type Question = (typeof QUESTIONS)[number]

/** What a reader of the public page said of a promise. */
export interface NewOpinion {
  readonly version: number
  readonly clause: string
  readonly question: Question
  readonly answer: boolean
  /** Whatever tells readers apart: their address and browser. It is not kept. */
  readonly reader: string
}

/**
 * Counts an opinion. A reader has one a day (UTC) on each question of each promise of a version, and may change it that
 * day. They are known by an HMAC under a key of the day, which `forgetVisitors` overwrites once the day is over.
 */
export async function takeOpinion(tx: Transaction, keys: Keys, opinion: NewOpinion): Promise<void> {
  const { version, clause, question, answer, reader } = opinion
  const day = new Date(tx.now).toISOString().slice(0, 10)
  const visitor = createHmac('sha256', keys.mark('opinion', day)).update(`${tx.workspace} ${reader}`).digest()
  const at = new Date(tx.now)
  await tx.db
    .insertInto('opinion')
    .values({ workspace_id: tx.workspace, version, clause, question, day, visitor, answer, at })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'version', 'clause', 'question', 'day', 'visitor']).doUpdateSet({ answer, at }),
    )
    .execute()
}
