import { createHash } from 'node:crypto'

/** SHA-256: a token is random and long, so that its hash needs no salt. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
