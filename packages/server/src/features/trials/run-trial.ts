import { Worker } from 'node:worker_threads'
import { connectionOf } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { endTrial } from './note-trial.ts'
import type { TrialWork } from './trial-work.ts'

const MEMORY_MB = 1024

/** Threads of this process, by trial; settled once their trial is marked as ended. */
const running = new Map<string, { readonly worker: Worker; readonly ended: Promise<void> }>()

/** Runs a trial in a thread of its own. Whatever becomes of the thread, the trial is marked as ended. */
export function runTrial({ store, log }: Pick<Desk, 'store' | 'log'>, work: Omit<TrialWork, 'connection'>): void {
  const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), {
    workerData: { ...work, connection: connectionOf(store) } satisfies TrialWork,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
  })
  worker.on('error', (error) => log.error({ error, trial: work.trial }, 'a trial broke off'))
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve())).then(async () => {
    // Nothing is changed where the thread has said already how it went.
    await endTrial(store, work, { state: 'failed', trouble: 'The trial broke off. The server’s log says why.' }).catch(
      (error: unknown) => log.error({ error, trial: work.trial }, 'that a trial broke off could not be written'),
    )
    running.delete(work.trial)
  })
  running.set(work.trial, { worker, ended })
}

/** Breaks off the trials of this process, for its end. */
export async function stopTrials(): Promise<void> {
  await Promise.all(
    [...running.values()].map(async ({ worker, ended }) => {
      await worker.terminate()
      await ended
    }),
  )
}
