import type { JsonObject, TicketStateColumns, Transaction } from '../../db/index.ts'
import { changedRows } from './changed-rows.ts'
import { commitmentRows, storedCommitments } from './commitment-rows.ts'
import { lastGrown, reckonTicket } from './reckon-ticket.ts'
import { judge } from './settle.ts'
import { stepRows, storedSteps } from './step-rows.ts'
import { readHistories } from './ticket-log.ts'
import { ticketStateOf } from './ticket-state.ts'
import { missingVerdicts } from './verdicts.ts'

/** A ticket as its log alone has it, beside what is stored. */
export interface RebuiltTicket {
  readonly ticket: string
  readonly state: TicketStateColumns
  readonly commitments: readonly JsonObject[]
  readonly steps: readonly JsonObject[]
  /** Rows of commitments and steps that are stored otherwise, or not at all. */
  readonly differing: readonly JsonObject[]
  /** Ids of verdicts that the log lacks. */
  readonly missing: readonly string[]
}

/**
 * Reckons tickets from their logs, each as of when its history last grew: that a due instant has passed since then and nobody
 * has swept yet is no difference. Writes nothing.
 */
export async function rebuildTickets(tx: Transaction, tickets: readonly string[]): Promise<readonly RebuiltTicket[]> {
  const logs = await readHistories(tx, tickets)
  const commitments = await storedCommitments(tx, tickets)
  const steps = await storedSteps(tx, tickets, logs)
  const rebuilt: RebuiltTicket[] = []
  for (const log of logs.values()) {
    const { charter } = await judge(tx, log)
    const reckoning = reckonTicket(charter, log, lastGrown(log), steps.quiet.get(log.ticket))
    const of = (rows: ReadonlyMap<string, JsonObject>) =>
      new Map([...rows].filter(([name]) => name.startsWith(`${log.ticket}/`)))
    const wanted = [commitmentRows(reckoning), stepRows(reckoning)] as const
    const differences = [changedRows(of(commitments), [wanted[0]]), changedRows(of(steps.rows), [wanted[1]])]
    rebuilt.push({
      ticket: log.ticket,
      state: ticketStateOf(reckoning),
      commitments: [...wanted[0].values()],
      steps: [...wanted[1].values()],
      differing: differences.flatMap(({ added, changed, gone }) => [...added, ...changed, ...gone]),
      missing: missingVerdicts(reckoning, []).map(({ id }) => id),
    })
  }
  return rebuilt
}
