import { resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const CORPUS = resolve(ROOT, process.env['AVOW_CORPUS'] ?? '../shared')

/** Absolute path of a file of the outside data, there or not. */
export function corpusFile(path: string): string {
  return resolve(CORPUS, path)
}
