import type { DecisionContext } from '@avow/core'
import type { AppendedEvent, EventHandler, JsonObject, NewEvent, Transaction } from '../../db/index.ts'
import { versionInForce, versionOfHash } from '../charters/index.ts'
import { changedRows } from './changed-rows.ts'
import {
  addCommitments,
  changeCommitments,
  commitmentRows,
  removeCommitments,
  storedCommitments,
} from './commitment-rows.ts'
import { missingConsequences, raiseConsequences } from './law-consequences.ts'
import { raiseUnevaluated } from './raise-unevaluated.ts'
import { judgedAt, type Reckoning, reckonTicket, withLog } from './reckon-ticket.ts'
import { putSteps, removeSteps, stepRows, storedSteps } from './step-rows.ts'
import { mergedIn, readHistories, type TicketLog } from './ticket-log.ts'
import { ticketStateOf } from './ticket-state.ts'
import { isVerdict, missingVerdicts } from './verdicts.ts'

/** What else follows from tickets that were judged: events to append beside the verdicts, in the same statement. */
export type FollowUp = (reckonings: readonly Reckoning[]) => Promise<readonly NewEvent[]>

/** By transaction: the seq up to which each ticket was settled in it. */
const settled = new WeakMap<Transaction, Map<string, number>>()

/** Judges what was appended: keeps commitments, steps and the ticket's row as the log and the charter have them. */
export const settleTickets: EventHandler = async (events, tx) => {
  const upTo = settled.get(tx)
  const touched = new Map<string, AppendedEvent[]>()
  for (const event of events) {
    if (isVerdict(event.type) || event.seq <= (upTo?.get(event.ticket) ?? 0)) continue
    if (await isOnlyNoted(tx, event)) continue
    const list = touched.get(event.ticket)
    if (list === undefined) touched.set(event.ticket, [event])
    else list.push(event)
  }
  const survivors = await survivorsOf(tx, [...touched.values()].flat())
  await settle(tx, [...touched.keys(), ...survivors.filter((ticket) => !touched.has(ticket))], { since: touched })
}

/**
 * The tickets whose histories a message joins that was said on one merged into them (SPEC E10); locked. By the log and not
 * by the rows (mergeChain): the row of a ticket that is merged in this transaction is written at its end; and for all at once,
 * from histories that are read at any rate.
 */
async function survivorsOf(tx: Transaction, events: readonly AppendedEvent[]): Promise<readonly string[]> {
  const said = events.filter(({ type }) => type.startsWith('message.')).map(({ ticket }) => ticket)
  const survivors = new Set<string>()
  for (let next = new Set(said); next.size > 0; ) {
    const logs = await readHistories(tx, [...next])
    next = new Set([...logs.values()].flatMap(({ entries }) => mergedIn(entries)).filter((id) => !survivors.has(id)))
    await tx.heads.lock([...next])
    for (const id of next) survivors.add(id)
  }
  return [...survivors]
}

/** What became of a grant changes nothing of what is promised, unless the ticket's charter declares the event. */
async function isOnlyNoted(tx: Transaction, { type, envelope }: AppendedEvent): Promise<boolean> {
  if (!type.startsWith('remedy.')) return false
  const charter = await versionOfHash(tx, String(envelope['charter']))
  return charter !== undefined && !charter.document.events.has(type)
}

/**
 * Judges tickets whose rows are locked: appends the verdicts that the log lacks and what follows, and writes what has
 * changed of commitments and steps; in few statements however many tickets. `since`: the events that cause it.
 */
export async function settle(
  tx: Transaction,
  tickets: readonly string[],
  {
    since = new Map(),
    followUp,
  }: { readonly since?: ReadonlyMap<string, readonly AppendedEvent[]>; readonly followUp?: FollowUp } = {},
): Promise<void> {
  if (tickets.length === 0) return
  const logs = await readHistories(tx, tickets)
  const older = tickets.filter((ticket) => tx.appendedTo(ticket)[0]?.seq !== 1)
  const steps = await storedSteps(tx, older, logs)
  const judged: Reckoning[] = []
  for (const log of logs.values()) judged.push(await judge(tx, log, steps.quiet.get(log.ticket)))
  const verdicts = judged.flatMap((reckoning) => missingVerdicts(reckoning, since.get(reckoning.log.ticket) ?? []))
  const more = (await followUp?.(judged)) ?? []
  await tx.appendAll([...verdicts, ...missingConsequences(judged), ...more])

  // The log has grown by what was appended; what the charter says has not changed by it.
  const grown = await readHistories(tx, tickets)
  const reckonings = judged.map((before) => withLog(before, grown.get(before.log.ticket) ?? before.log))
  const upTo = settled.get(tx) ?? new Map<string, number>()
  settled.set(tx, upTo)
  for (const reckoning of reckonings) {
    const { ticket } = reckoning.log
    tx.heads.became(ticket, ticketStateOf(reckoning))
    upTo.set(ticket, tx.heads.of(ticket).seq)
  }
  await writeCommitments(tx, older, reckonings)
  await writeSteps(tx, steps.rows, reckonings)
  await raiseUnevaluated(tx, reckonings)
  await raiseConsequences(tx, reckonings)
}

/** What the charter that a ticket is pinned to says of it now. */
export async function judge(
  tx: Transaction,
  log: TicketLog,
  quiet?: ReadonlySet<string>,
  context?: DecisionContext,
): Promise<Reckoning> {
  const created = log.entries.find(({ event }) => event.type === 'ticket.created')
  // What was imported happened elsewhere, under whatever was promised there.
  const isJudged = created !== undefined && created.envelope['imported'] !== true
  const charter = isJudged ? await versionInForce(tx, created.event.at) : undefined
  return reckonTicket(charter, log, judgedAt(log, tx.now), quiet, context)
}

async function writeCommitments(
  tx: Transaction,
  older: readonly string[],
  reckonings: readonly Reckoning[],
): Promise<void> {
  const { added, changed, gone } = changedRows(await storedCommitments(tx, older), reckonings.map(commitmentRows))
  await removeCommitments(tx, gone)
  await changeCommitments(tx, changed)
  await addCommitments(tx, added)
}

async function writeSteps(
  tx: Transaction,
  stored: ReadonlyMap<string, JsonObject>,
  reckonings: readonly Reckoning[],
): Promise<void> {
  const { added, changed, gone } = changedRows(stored, reckonings.map(stepRows))
  await removeSteps(tx, gone)
  await putSteps(tx, [...added, ...changed])
}
