import type { CompiledCharter, TicketState } from '@avow/core'
import type { NewContent, Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionOfHash } from '../charters/index.ts'
import { type Author, byAuthor } from './author.ts'
import { ownerOfWords, type TicketAtHand } from './ticket-at-hand.ts'

export interface NewState {
  readonly to: TicketState
  /** Of solved and closed: one of the charter's words for needing no answer (SPEC K8). Else free words. */
  readonly reason?: string | undefined
  /** Who is waited for while on hold. */
  readonly third_party?: string | undefined
}

/**
 * Appends `status.changed`; nothing where the ticket is in this state already and nothing new is said of it. Throws
 * `cannot-be` for a reason that the charter does not have. What is waited for while on hold is free words: they are kept
 * as content, and the envelope tells only that somebody was named, which is what counts (SPEC P3).
 */
export async function becomeState(
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  next: NewState,
): Promise<void> {
  const { to } = next
  const [reason, thirdParty] = [next.reason?.trim() || undefined, next.third_party?.trim() || undefined]
  if (to === ticket.state && reason === undefined && thirdParty === undefined) return
  const ends = to === 'solved' || to === 'closed'
  if (ends && reason !== undefined) checkReason(await charterOf(tx, ticket), reason)
  const words = { ...(ends ? {} : { reason }), ...(to === 'on-hold' ? { third_party: thirdParty } : {}) }
  const content: readonly NewContent[] = Object.entries(words).flatMap(([part, value]) =>
    value === undefined ? [] : [{ part, person: ownerOfWords(ticket, author), value }],
  )
  await tx.append({
    id: tx.newId(),
    ticket: ticket.id,
    type: 'status.changed',
    ...byAuthor(author),
    fields: {
      to,
      ...(ends && reason !== undefined ? { reason } : {}),
      ...(content.length > 0 && to === 'on-hold' ? { third_party: 'named' } : {}),
    },
    content,
  })
}

/** The version that a ticket is pinned to. */
export async function charterOf(tx: Transaction, ticket: TicketAtHand): Promise<CompiledCharter | undefined> {
  return ticket.charter_hash === null ? undefined : versionOfHash(tx, ticket.charter_hash)
}

function checkReason(charter: CompiledCharter | undefined, typed: string): void {
  const words = [...(charter?.noAnswerNeeded ?? [])]
  if (words.includes(typed)) return
  const message =
    words.length === 0
      ? 'The charter of this ticket has no reasons for needing no answer: solve it without one.'
      : `“${typed}” is not one of the charter’s reasons for needing no answer: ${words.join(', ')}.`
  throw new Refusal('cannot-be', message, { at: [{ path: 'reason', message, typed }] })
}
