/** The thread of trials, one after another: judging a hundred thousand tickets must not keep the server from answering. */
import { parentPort } from 'node:worker_threads'
import { openStore } from '../../db/index.ts'
import { endTrial, noteProgress } from './note-trial.ts'
import type { TrialWork } from './trial-work.ts'
import { tryDraft } from './try-draft.ts'

/** How often the trial's row says how far it is, ms. */
const TOLD_EVERY = 200

// What fails ends the thread, and run-trial.ts says so. It gives the work, and is typed.
parentPort?.on('message', (work: TrialWork) => void tryAndTell(work).then(() => parentPort?.postMessage(work.trial)))

async function tryAndTell(work: TrialWork): Promise<void> {
  const store = await openStore({
    connection: { ...work.connection, max: 2 },
    retryWaits: [5, 20, 80],
    handlers: [],
  })
  try {
    let told = 0
    const result = await tryDraft(store, work, async (tickets) => {
      const at = performance.now()
      if (at - told < TOLD_EVERY) return
      told = at
      await noteProgress(store, work, tickets)
    })
    await endTrial(store, work, { state: 'done', ...result })
  } finally {
    await store.close()
  }
}
