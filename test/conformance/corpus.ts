/** Outside data to try the product on: not part of the repository, found by AVOW_CORPUS (default: `../shared` beside it). */
import { existsSync } from 'node:fs'
import { it } from 'vitest'
import { corpusFile } from './corpus-file.ts'

export { corpusFile }

/** A test over a file of the corpus; skipped, with the reason printed, where it is absent. */
export function itOn(path: string, name: string, test: (file: string) => void | Promise<void>): void {
  const file = corpusFile(path)
  it(name, async ({ skip }) => {
    skip(!existsSync(file), `${file} is absent; AVOW_CORPUS names the folder that holds it`)
    await test(file)
  })
}
