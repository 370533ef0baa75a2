import type { Transaction } from '../../db/index.ts'
import { decideTicket, isUnderLaw } from '../commitments/index.ts'
import { disputeBodyIn, letterWords } from './dispute-body.ts'

/**
 * An answer that closes a complaint, with the way out of the company at its end, where the ticket's charter names one. A
 * text that says it already, and what closes no complaint, stays as it is.
 */
export async function closingText(
  tx: Transaction,
  ticket: { readonly id: string; readonly language: string | null },
  text: string,
): Promise<string> {
  const decided = await decideTicket(tx, ticket.id)
  if (decided === undefined || !isUnderLaw(decided)) return text
  const { language, say } = letterWords(decided.charter, ticket.language)
  const body = disputeBodyIn(decided.charter, language)
  return body === undefined || text.includes(body) ? text : `${text}\n\n${say('closing', { body })}`
}
