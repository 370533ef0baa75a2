import { createHash, createHmac, createSecretKey } from 'node:crypto'
import { canonicalJson } from '@avow/core'
import type { JsonObject, JsonValue } from './tables.ts'
import { NO_EVENT } from './ticket-heads.ts'

/** SHA-256 over the canonical JSON (RFC 8785) of an envelope and the hash before it, in hexadecimal: 32 bytes. */
export function linkHash(previous: Buffer, envelope: JsonObject): Buffer {
  return hashLink(previous, canonicalJson(envelope))
}

/** The same, of an envelope that is canonical JSON already. */
export function hashLink(previous: Buffer, envelope: string): Buffer {
  return createHash('sha256')
    .update(`{"envelope":${envelope},"previous":"${previous.toString('hex')}"}`)
    .digest()
}

/** What stands in the envelope for content that is kept apart: HMAC-SHA256 of its canonical JSON, in hexadecimal. */
export function contentMark(secret: Buffer, part: string, value: JsonValue): string {
  // Bytes as they are would be taken for four times as long.
  return createHmac('sha256', createSecretKey(secret)).update(canonicalJson({ part, value })).digest('hex')
}

/** The seq of the first event of a ticket, in the order of seq, that does not follow from those before; undefined: all do. */
export function findBrokenLink(
  events: readonly { readonly seq: number; readonly envelope: JsonObject; readonly hash: Buffer }[],
): number | undefined {
  let previous = NO_EVENT
  for (const [index, { seq, envelope, hash }] of events.entries()) {
    if (seq !== index + 1 || envelope['seq'] !== seq || !hash.equals(linkHash(previous, envelope))) return seq
    previous = hash
  }
  return undefined
}
