import { type Store, type Transaction, transaction } from '../../db/index.ts'
import type { TrialResult } from './try-draft.ts'

/** Which trial. */
export interface TrialName {
  readonly workspace: string
  /** Its id. */
  readonly trial: string
}

export type TrialEnd =
  | ({ readonly state: 'done' } & TrialResult)
  | {
      readonly state: 'failed'
      /** Why, in plain words. */
      readonly trouble: string
    }

/** Whose server has said nothing for so long has died with it, ms. */
const SILENT = 30_000

/** A trial says how many tickets it has judged, and that it is still there. */
export function noteProgress(store: Store, { workspace, trial }: TrialName, tickets: number): Promise<void> {
  return transaction(store, { workspace }, async ({ db, now }) => {
    await db
      .updateTable('trial')
      .set({ done: tickets, beat_at: new Date(now) })
      .where('workspace_id', '=', workspace)
      .where('id', '=', trial)
      .where('state', '=', 'running')
      .execute()
  })
}

/** Writes what became of a trial; nothing where that is known already. */
export function endTrial(store: Store, { workspace, trial }: TrialName, end: TrialEnd): Promise<void> {
  const found =
    end.state === 'done'
      ? {
          state: end.state,
          done: end.tickets,
          total: end.tickets,
          // Of promises, and of remedies: `read-trial.ts` parts them again.
          lines: JSON.stringify([...end.lines, ...end.remedies]),
          changes: JSON.stringify(end.changes),
        }
      : end
  return transaction(store, { workspace }, async ({ db, now }) => {
    await db
      .updateTable('trial')
      .set({ ...found, ended_at: new Date(now) })
      .where('workspace_id', '=', workspace)
      .where('id', '=', trial)
      .where('state', '=', 'running')
      .execute()
  })
}

/** A trial that its server took with it has failed: nobody is to wait for it. */
export async function failSilentTrials({ db, workspace, now }: Transaction): Promise<void> {
  await db
    .updateTable('trial')
    .set({
      state: 'failed',
      ended_at: new Date(now),
      trouble: 'The server that ran this trial has stopped. Start it again.',
    })
    .where('workspace_id', '=', workspace)
    .where('state', '=', 'running')
    .where('beat_at', '<', new Date(now - SILENT))
    .execute()
}
