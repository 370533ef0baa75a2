import type { Audience, CompiledCharter, Decision, DecisionContext } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { judge } from './settle.ts'
import { readHistories, type TicketLog } from './ticket-log.ts'
import { toldOn } from './told-on.ts'

export interface DecidedTicket {
  readonly charter: CompiledCharter
  readonly decision: Decision
  readonly log: TicketLog
  /** May the ticket's customer be told what is of this audience? */
  readonly isTold: (audience: Audience) => boolean
}

/**
 * What the charter says of a ticket now, events appended in this transaction included; `context` says for whom, where it is
 * about what may be granted. Undefined where no version was in force when it was created, or the workspace has no such
 * ticket.
 */
export async function decideTicket(
  tx: Transaction,
  ticket: string,
  context?: DecisionContext,
): Promise<DecidedTicket | undefined> {
  const log = (await readHistories(tx, [ticket])).get(ticket)
  if (log === undefined || log.entries.length === 0) return undefined
  const { charter, decision } = await judge(tx, log, undefined, context)
  return charter && { charter, decision, log, isTold: toldOn(charter, log, tx.now) }
}
