import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { fileFailure, nameOf } from './read-text.ts'

/** Told how many further bytes of the file (as it lies on the disk) were read. */
export type OnBytes = (bytes: number) => void

/**
 * The bytes of a file, `-` for standard input, unpacked where they are gzip (seen by their first two bytes, whatever the
 * name). Throws Failure.
 */
export async function* openInput(path: string, io: Io, onBytes: OnBytes = () => {}): AsyncGenerator<Uint8Array> {
  const raw = counting(path === '-' ? io.stdin : fileChunks(path), onBytes)
  const first = await raw.next()
  if (first.done === true) return
  const chunks = prepended(first.value, raw)
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) {
    yield* chunks
    return
  }
  const gunzip = createGunzip()
  const source = Readable.from(chunks, { objectMode: false })
  source.on('error', (error) => gunzip.destroy(error))
  try {
    yield* source.pipe(gunzip)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(
      `${nameOf(path)}: the gzip file is damaged or cut off (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}

/** Bytes of the files together, for a progress bar; undefined where one is not a plain file. */
export async function sizeOf(paths: readonly string[]): Promise<number | undefined> {
  let sum = 0
  for (const path of paths) {
    if (path === '-') return undefined
    try {
      const about = await stat(path)
      if (!about.isFile()) return undefined
      sum += about.size
    } catch {
      return undefined
    }
  }
  return sum
}

async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk
  } catch (error) {
    throw fileFailure(path, error)
  }
}

/** Passes chunks on; the first one has at least two bytes, where there are that many. */
async function* counting(chunks: AsyncIterable<Uint8Array>, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  let short: Uint8Array | undefined
  let passed = false
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    const joined = short === undefined ? chunk : Buffer.concat([short, chunk])
    short = undefined
    if (!passed && joined.length < 2) {
      short = joined
      continue
    }
    passed = true
    yield joined
  }
  if (short !== undefined && short.length > 0) yield short
}

async function* prepended(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}
