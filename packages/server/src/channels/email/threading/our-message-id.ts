import type { Keys } from '../../../secrets/index.ts'
import { base32, fromBase32 } from './base32.ts'

const MARK_BYTES = 10

/**
 * The Message-ID of a mail of ours, with angle brackets: made of the id of its outbox row, so that a repeat has the same,
 * and of a mark, so that nobody else makes one. `domain`: that of the mailbox it is sent from.
 */
export function ourMessageId(keys: Keys, workspace: string, outbox: string, domain: string): string {
  const mark = keys.mark('message-id', `${workspace} ${outbox}`).subarray(0, MARK_BYTES)
  return `<${outbox}.${base32(mark)}@${domain}>`
}

/** Did this workspace make this Message-ID? */
export function isOurMessageId(keys: Keys, workspace: string, messageId: string): boolean {
  return outboxOfMessageId(keys, workspace, messageId) !== undefined
}

/** The id of the outbox row that a Message-ID of this workspace was made of; undefined for any other. */
export function outboxOfMessageId(keys: Keys, workspace: string, messageId: string): string | undefined {
  const found = /^<([0-9a-f-]{36})\.([a-z2-7]{16})@[^@<>]+>$/i.exec(messageId)
  const [outbox, letters] = [found?.[1]?.toLowerCase(), found?.[2]?.toLowerCase()]
  const mark = letters === undefined ? undefined : fromBase32(letters)
  if (outbox === undefined || mark === undefined) return undefined
  return keys.isMark('message-id', `${workspace} ${outbox}`, mark) ? outbox : undefined
}
