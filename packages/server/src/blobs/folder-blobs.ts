import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { isUuid } from '../db/index.ts'
import { BlobMissing, type BlobStore, type ListedBlob, type StoredBlob } from './blob-store.ts'

const UNFINISHED = '.unfinished'
/** How many files are written at a time. */
const AT_ONCE = 16

/** Keeps blobs as files, `FOLDER/WORKSPACE/KE/KEY`: 256 folders a workspace, so that none grows long. */
export function folderBlobs(folder: string): BlobStore {
  const pathOf = (workspace: string, key: string): string =>
    join(folder, checked(workspace), checked(key).slice(0, 2), key)

  return {
    async put(workspace, source, key = randomUUID()) {
      const path = pathOf(workspace, key)
      await makeFolder(dirname(path))
      const written = await writeWhole(path, source)
      await syncFolder(dirname(path))
      return { key, ...written }
    },

    async putAll(workspace, all) {
      // The keys begin alike, so that all are in one folder, whose entries are forced to the disk together.
      const beginning = randomUUID().slice(0, 2)
      const kept = all.map((bytes) => ({ bytes, key: `${beginning}${randomUUID().slice(2)}` }))
      const within = dirname(pathOf(workspace, `${beginning}${randomUUID().slice(2)}`))
      await makeFolder(within)
      const stored: StoredBlob[] = []
      for (let first = 0; first < kept.length; first += AT_ONCE) {
        const some = kept.slice(first, first + AT_ONCE)
        const written = some.map(async ({ bytes, key }) => ({ key, ...(await writeWhole(join(within, key), [bytes])) }))
        stored.push(...(await Promise.all(written)))
      }
      await syncFolder(within)
      return stored
    },

    async open(workspace, key): Promise<Readable> {
      const path = pathOf(workspace, key)
      const file = await open(path).catch((error: unknown) => {
        throw isMissing(error) ? new BlobMissing(workspace, key) : error
      })
      return file.createReadStream()
    },

    async delete(workspace, key) {
      const path = pathOf(workspace, key)
      await rm(path, { force: true })
    },

    async *list(workspace): AsyncIterable<ListedBlob> {
      const root = join(folder, checked(workspace))
      for (const part of await namesIn(root)) {
        for (const key of await namesIn(join(root, part))) {
          // A listed name may be gone by now, and an unfinished one is none.
          const found = isUuid(key) ? await stat(join(root, part, key)).catch(() => undefined) : undefined
          if (found !== undefined) yield { key, writtenAt: found.mtimeMs }
        }
      }
    },

    async room() {
      await makeFolder(folder)
      const { bsize, bavail, blocks } = await statfs(folder)
      return { free: bavail * bsize, total: blocks * bsize }
    },
  }
}

/** Ids become parts of a path. */
function checked(id: string): string {
  if (!isUuid(id)) throw new TypeError(`“${id}” is not the id of a workspace or blob`)
  return id
}

/** A file that is there whole or not at all. Its name is safe when its folder is. */
async function writeWhole(
  path: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Omit<StoredBlob, 'key'>> {
  const unfinished = `${path}${UNFINISHED}`
  try {
    const written = await write(unfinished, source)
    await rename(unfinished, path)
    return written
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function write(
  path: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Omit<StoredBlob, 'key'>> {
  const hash = createHash('sha256')
  let size = 0
  const file: FileHandle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of source) {
      hash.update(chunk)
      size += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest(), size }
}

/** Makes a folder and those above it, each entry forced to the disk where it was made. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
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

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
