import { createHash } from 'node:crypto'

/** How a key is kept: SHA-256 of its secret. Secrets have 256 random bits or are given by whoever installs, so no salt is needed. */
export function hashKey(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
