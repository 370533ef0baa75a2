import { Worker } from 'node:worker_threads'
import { ENOUGH_TEXT, type LanguageAnswer, type LanguageWork } from './language-work.ts'

/** Its tables, and what is read of one text at a time. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 }

let thread: Worker | undefined
const waiting = new Map<number, (language: string | undefined) => void>()
let asked = 0

/**
 * Tells the language of a text as detectLanguage, in a thread of its own that all of this process share: a millisecond a mail is
 * much for a server's loop, and the tables are too large for each process that reads mail. The thread is started when it is first
 * asked, and keeps nothing alive. Never rejects: where it ends without an answer, the language is not known.
 */
export function askLanguage(text: string, languages: readonly string[]): Promise<string | undefined> {
  const running = thread ?? start()
  thread = running
  asked += 1
  const work: LanguageWork = { id: asked, text: text.slice(0, ENOUGH_TEXT), languages }
  return new Promise((resolve) => {
    if (waiting.size === 0) running.ref()
    waiting.set(work.id, resolve)
    running.postMessage(work)
  })
}

function start(): Worker {
  const started = new Worker(new URL('./language-worker.ts', import.meta.url), {
    // It needs none of the server's secrets.
    env: {},
    execArgv: [],
    resourceLimits: MEMORY,
  })
  started.unref()
  started.on('message', ({ id, language }: LanguageAnswer) => {
    waiting.get(id)?.(language ?? undefined)
    waiting.delete(id)
    if (waiting.size === 0) started.unref()
  })
  // Its end follows.
  started.on('error', () => undefined)
  started.on('exit', () => {
    thread = undefined
    for (const tell of waiting.values()) tell(undefined)
    waiting.clear()
  })
  return started
}
