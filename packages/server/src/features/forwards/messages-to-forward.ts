import type { Entry } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { readSaid, type TicketAtHand } from '../tickets/index.ts'

/**
 * The messages that are forwarded, the first first: those named, or the whole conversation. Throws `not-forwarded` for what is
 * not forwarded, and where nothing is left.
 */
export async function messagesToForward(
  tx: Transaction,
  ticket: TicketAtHand,
  ids?: readonly string[],
): Promise<readonly Entry[]> {
  const said = (await readSaid(tx, ticket)).filter(mayBeForwarded)
  if (ids === undefined) {
    const whole = said.filter(belongsToTheConversation)
    if (whole.length === 0)
      throw new Refusal('not-forwarded', 'There is no message on this ticket that can be forwarded.')
    return whole
  }
  for (const id of ids) if (!said.some((entry) => entry.id === id)) throw notForwarded(id)
  return said.filter(({ id }) => ids.includes(id))
}

/** The ids of those that the whole conversation comes to. */
export async function wholeConversation(tx: Transaction, ticket: TicketAtHand): Promise<string[]> {
  const said = (await readSaid(tx, ticket)).filter((entry) => mayBeForwarded(entry) && belongsToTheConversation(entry))
  return said.map(({ id }) => id)
}

/**
 * What a customer and a person of ours said to each other, and nothing else: no note, nothing that a machine of ours wrote,
 * nothing of somebody outside, nothing that is held back, was moved or erased, and nothing of a stranger who knew an address.
 */
function mayBeForwarded({ type, by, doubt, delivery, moved_to, text, attachments }: Entry): boolean {
  const isSaid = type === 'message.received' || (type === 'message.sent' && by === 'agent')
  const isThere = (text ?? '') !== '' || attachments.some(({ is_inline }) => !is_inline)
  return isSaid && isThere && moved_to === null && doubt !== 'not-a-participant' && delivery !== 'held'
}

/** What is in doubt, or a machine wrote, is forwarded only where somebody names it. */
function belongsToTheConversation({ doubt, fields }: Entry): boolean {
  return doubt === null && fields['automatic'] !== true
}

function notForwarded(id: string): Refusal {
  const message =
    'Only messages of the customer and answers to them are forwarded: no notes, nothing held back, moved or erased.'
  return new Refusal('not-forwarded', message, { at: [{ path: 'messages', message, typed: id }] })
}
