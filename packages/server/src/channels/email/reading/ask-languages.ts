import { Worker } from 'node:worker_threads'
import { ENOUGH_TEXT, NOTHING_TOLD, type ToldLanguages } from './told-languages.ts'

const MEMORY_MB = 256

let thread: Worker | undefined
const waiting = new Map<number, (told: ToldLanguages) => void>()
let asked = 0

/**
 * Tells the language of a text as tellLanguages, in a thread of its own that all of this process share: a millisecond a mail is
 * much for a server's loop, and its tables are too large for each process that reads mail. The thread is started when it is first
 * asked, and keeps nothing alive. Never rejects: where it ends without an answer, nothing is told.
 */
export function askLanguages(text: string): Promise<ToldLanguages> {
  const running = thread ?? start()
  thread = running
  asked += 1
  const id = asked
  return new Promise((resolve) => {
    if (waiting.size === 0) running.ref()
    waiting.set(id, resolve)
    running.postMessage({ id, text: text.slice(0, ENOUGH_TEXT) })
  })
}

function start(): Worker {
  const started = new Worker(new URL('./language-worker.ts', import.meta.url), {
    // It needs none of the server's secrets.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  started.unref()
  started.on('message', ({ id, told }: { readonly id: number; readonly told: ToldLanguages }) => {
    waiting.get(id)?.(told)
    waiting.delete(id)
    if (waiting.size === 0) started.unref()
  })
  // Its end follows.
  started.on('error', () => undefined)
  started.on('exit', () => {
    thread = undefined
    for (const tell of waiting.values()) tell(NOTHING_TOLD)
    waiting.clear()
  })
  return started
}
