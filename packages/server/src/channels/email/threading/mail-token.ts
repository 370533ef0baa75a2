import type { Keys } from '../../../secrets/index.ts'
import { base32, fromBase32 } from './base32.ts'

/** 80 bits: what Keys.isMark asks for at least, and 16 letters in an address. */
const MARK_BYTES = 10

/** Which ticket a token speaks of; nothing is known of its truth yet. */
export interface MailToken {
  readonly number: number
  readonly mark: Buffer
}

/**
 * The address by which mail finds its ticket: `support@…` becomes `support+41-mark@…`. The mark is made for workspace and
 * ticket, so a token of one ticket opens no other.
 */
export function addressWithToken(
  keys: Keys,
  address: string,
  { workspace, ticket, number }: { readonly workspace: string; readonly ticket: string; readonly number: number },
): string {
  const at = address.lastIndexOf('@')
  const mark = keys.mark('mail-token', `${workspace} ${ticket}`).subarray(0, MARK_BYTES)
  return `${address.slice(0, at)}+${number}-${base32(mark)}${address.slice(at)}`
}

/** The token in an address, or in what mail programs make of it (other letter case). */
export function tokenIn(address: string): MailToken | undefined {
  const found = /\+(\d{1,15})-([a-z2-7]{16})@[^@]+$/i.exec(address)
  const mark = fromBase32((found?.[2] ?? '').toLowerCase())
  return found === null || mark === undefined ? undefined : { number: Number(found[1]), mark }
}

/** Was the token made by us for this ticket? */
export function isTokenOf(keys: Keys, { mark }: MailToken, workspace: string, ticket: string): boolean {
  return mark.length === MARK_BYTES && keys.isMark('mail-token', `${workspace} ${ticket}`, mark)
}

/** An address in small letters, without what stands behind the first plus of its local part. */
export function withoutToken(address: string): string {
  return address.toLowerCase().replace(/^([^+@]+)\+[^@]*(?=@)/, '$1')
}
