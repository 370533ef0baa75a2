import type { Keys } from '../../../secrets/index.ts'
import { base32, fromBase32 } from './base32.ts'

/** 80 bits: what Keys.isMark asks for at least, and 16 letters in an address. */
const MARK_BYTES = 10

/** Which ticket a token says that it is of; nothing is known of its truth yet, and of which mail it is only its mark says. */
export interface ForwardToken {
  readonly number: number
  readonly mark: Buffer
}

/**
 * The address to which one recipient of what was forwarded answers: `support+f41-mark@…`. The mark is made for the one mail
 * that they got, under a key of its own, so that it opens neither the ticket to its customer nor to anybody else's answers.
 * `outbox`: id of that mail's row.
 */
export function addressOfForward(
  keys: Keys,
  address: string,
  { workspace, number, outbox }: { readonly workspace: string; readonly number: number; readonly outbox: string },
): string {
  const at = address.lastIndexOf('@')
  const mark = keys.mark('forward-answer', `${workspace} ${outbox}`).subarray(0, MARK_BYTES)
  return `${address.slice(0, at)}+f${number}-${base32(mark)}${address.slice(at)}`
}

/** The token in an address, in whatever letter case; undefined where there is none of this form. */
export function forwardTokenIn(address: string): ForwardToken | undefined {
  const found = /\+f(\d{1,15})-([a-z2-7]{16})@[^@]+$/iu.exec(address)
  const mark = fromBase32((found?.[2] ?? '').toLowerCase())
  return found === null || mark === undefined ? undefined : { number: Number(found[1]), mark }
}

/** Was the token made by us for this mail? */
export function isForwardTokenOf(keys: Keys, { mark }: ForwardToken, workspace: string, outbox: string): boolean {
  return mark.length === MARK_BYTES && keys.isMark('forward-answer', `${workspace} ${outbox}`, mark)
}
