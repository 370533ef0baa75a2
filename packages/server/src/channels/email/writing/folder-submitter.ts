import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedAddress } from './checked.ts'
import type { Submitter } from './submitter.ts'

/**
 * Keeps mail as files `ID.eml` where there is no server to give it to. A file is whole or not there, and safe on the disk
 * when submit answers. The id comes from envelope and bytes: the same mail given twice is one file.
 */
export function createFolderSubmitter(folder: string): Submitter {
  return {
    async submit({ from, to }, bytes) {
      const addresses = to.map(checkedAddress)
      const hash = createHash('sha256')
        .update(JSON.stringify([from, addresses]))
        .update(bytes)
      const path = join(folder, `${hash.digest('hex').slice(0, 32)}.eml`)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await write(path, bytes)
      return { accepted: addresses, refused: [] }
    },
    close: async () => undefined,
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.unfinished`
  try {
    const file = await open(unfinished, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(join(path, '..'))
}

/** A new name is safe only when its folder is. Windows has no such thing, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
