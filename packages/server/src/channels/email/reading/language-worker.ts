/** The thread in which languages are told; askLanguages starts it. */
import { parentPort } from 'node:worker_threads'
import { tellLanguages } from './tell-languages.ts'

parentPort?.on('message', ({ id, text }: { readonly id: number; readonly text: string }) => {
  parentPort?.postMessage({ id, told: tellLanguages(text) })
})
