/** Outside data to try the product on: not part of the repository, found by AVOW_CORPUS (default: `../shared` beside it). */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const CORPUS = resolve(ROOT, process.env['AVOW_CORPUS'] ?? '../shared')

/** Absolute path of a file of the corpus, there or not. */
export function corpusFile(path: string): string {
  return resolve(CORPUS, path)
}

/** A test over a file of the corpus; skipped, with the reason printed, where it is absent. */
export function itOn(path: string, name: string, test: (file: string) => void | Promise<void>): void {
  const file = corpusFile(path)
  it(name, async ({ skip }) => {
    skip(!existsSync(file), `${file} is absent; AVOW_CORPUS names the folder that holds it`)
    await test(file)
  })
}
