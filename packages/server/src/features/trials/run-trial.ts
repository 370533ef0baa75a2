import { Worker } from 'node:worker_threads'
import { connectionOf } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { endTrial } from './note-trial.ts'
import type { TrialWork } from './trial-work.ts'

const MEMORY_MB = 1024
/** Whoever tries a draft tries it again soon, and a thread that is warm needs a third of the time less, ms. */
const KEPT_WARM = 300_000

/** Threads of this process that are at work, by trial; settled once their trial is marked as ended. */
const running = new Map<string, { readonly worker: Worker; readonly ended: Promise<void> }>()
let idle: { readonly worker: Worker; readonly timer: NodeJS.Timeout } | undefined

/** Runs a trial in a thread of its own. Whatever becomes of the thread, the trial is marked as ended. */
export function runTrial({ store, log }: Pick<Desk, 'store' | 'log'>, work: Omit<TrialWork, 'connection'>): void {
  const worker = takeIdle() ?? startThread()
  const onError = (error: unknown) => log.error({ error, trial: work.trial }, 'a trial broke off')
  worker.on('error', onError)
  const ended = handOver(worker, { ...work, connection: connectionOf(store) }).then(async (how) => {
    worker.off('error', onError)
    if (how === 'done') keepWarm(worker)
    else {
      const trouble = 'The trial broke off. The server’s log says why.'
      await endTrial(store, work, { state: 'failed', trouble }).catch((error: unknown) =>
        log.error({ error, trial: work.trial }, 'that a trial broke off could not be written'),
      )
    }
    running.delete(work.trial)
  })
  running.set(work.trial, { worker, ended })
}

/** Breaks off the trials of this process, for its end. */
export async function stopTrials(): Promise<void> {
  await takeIdle()?.terminate()
  await Promise.all(
    [...running.values()].map(async ({ worker, ended }) => {
      await worker.terminate()
      await ended
    }),
  )
}

function startThread(): Worker {
  const worker = new Worker(new URL('./trial-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: [],
  })
  // One that ends while it has nothing to do is no fault of the server's.
  return worker.on('error', () => undefined)
}

function handOver(worker: Worker, work: TrialWork): Promise<'done' | 'gone'> {
  return new Promise((resolve) => {
    const done = () => {
      worker.off('exit', gone)
      resolve('done')
    }
    const gone = () => {
      worker.off('message', done)
      resolve('gone')
    }
    worker.once('message', done)
    worker.once('exit', gone)
    worker.postMessage(work)
  })
}

function keepWarm(worker: Worker): void {
  if (idle !== undefined) {
    void worker.terminate()
    return
  }
  const timer = setTimeout(() => void takeIdle()?.terminate(), KEPT_WARM)
  // A process that has nothing else to do ends.
  timer.unref()
  worker.unref()
  worker.once('exit', forgetIdle)
  idle = { worker, timer }
}

function forgetIdle(): void {
  clearTimeout(idle?.timer)
  idle = undefined
}

function takeIdle(): Worker | undefined {
  const worker = idle?.worker
  forgetIdle()
  worker?.off('exit', forgetIdle).ref()
  return worker
}
