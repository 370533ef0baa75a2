import type { Readable } from 'node:stream'
import { FILE_LIMITS } from '@avow/contract'
import { Refusal } from '../../refusal.ts'

/**
 * The bytes as they come, none beyond what one file may have: then it throws `body-too-large`, and what still comes is
 * read and thrown away, so that the answer arrives.
 */
export async function* counted(source: Readable): AsyncGenerator<Uint8Array> {
  let size = 0
  // What is iterated over is destroyed at its end otherwise, and the connection with it.
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    const bytes: Uint8Array = chunk
    size += bytes.length
    if (size > FILE_LIMITS.each) break
    yield bytes
  }
  if (size <= FILE_LIMITS.each) return
  // Unlike resume(), a listener takes effect although the iterator listened in its own way a moment ago.
  source.on('data', () => undefined)
  throw new Refusal('body-too-large', `A file may have ${FILE_LIMITS.each} bytes at most.`)
}
