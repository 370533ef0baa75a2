/** The thread in which languages are told; askLanguage starts it. */
import { parentPort } from 'node:worker_threads'
import { detectLanguage } from './detect-language.ts'
import type { LanguageAnswer, LanguageWork } from './language-work.ts'

parentPort?.on('message', ({ id, text, languages }: LanguageWork) => {
  const answer: LanguageAnswer = { id, language: detectLanguage(text, languages) ?? null }
  parentPort?.postMessage(answer)
})
