import { Worker } from 'node:worker_threads'
import { ENOUGH_TEXT, type LanguageAnswer, type LanguageWork } from './language-work.ts'

/** Its tables, and what is read of one text at a time. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 }

/** All that it can tell. */
const TOLD =
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  )

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

/** The language of a text that is in none of these; undefined where that is not sure. As askLanguage. */
export function askOtherLanguage(text: string, languages: readonly string[]): Promise<string | undefined> {
  const spoken = new Set(languages.map((tag) => tag.toLowerCase().split('-')[0]))
  return askLanguage(
    text,
    TOLD.filter((tag) => !spoken.has(tag)),
  )
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
