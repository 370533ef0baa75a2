import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders that hold what is made, fetched or recorded, never a source. */
const NOT_OURS = new Set(['node_modules', 'dist', 'out', 'data', 'coverage', '.git'])

export interface Tree {
  /** Paths relative to the root, with `/`, sorted. */
  readonly folders: readonly string[]
  readonly files: readonly string[]
}

/** Every folder and file of ours below `root`, links not followed. */
export function sourceTree(root: string): Tree {
  const folders: string[] = []
  const files: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !NOT_OURS.has(entry.name)) {
        folders.push(path)
        walk(path)
      } else if (entry.isFile()) files.push(path)
    }
  }
  walk('')
  return { folders: folders.sort(), files: files.sort() }
}

export const isTest = (path: string): boolean => path.endsWith('.test.ts')
