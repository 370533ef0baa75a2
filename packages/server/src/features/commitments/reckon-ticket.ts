import {
  type CompiledCharter,
  compileVersion,
  type Decision,
  type DecisionContext,
  decide,
  readCharter,
  type StepDue,
} from '@avow/core'
import { historyOf, type LogEntry, type TicketLog } from './ticket-log.ts'

/** What a charter says of a ticket at an instant, with what it was said from. */
export interface Reckoning {
  readonly log: TicketLog
  /** Undefined where none was in force when the ticket was created: it has no commitments. */
  readonly charter: CompiledCharter | undefined
  readonly decision: Decision
  /** Steps that are due, or will be, of what is still open; those taken already are not among them. */
  readonly steps: readonly StepDue[]
  /** Names of steps that stand as taken although the log does not say so: those that a restored backup left open. */
  readonly quiet: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** Judges a ticket's state where no charter does: it promises nothing. */
const NOTHING_PROMISED = (() => {
  const reading = readCharter('{"avow":1,"charter":"none","languages":["en"],"zone":"UTC"}')
  const { document, data } = reading
  if (document === undefined) throw new Error(reading.findings[0]?.message)
  return compileVersion({ document, data }, [{ name: 'UTC', data: '', from: 0, until: 1, changes: [[0, 0]] }], 0)
})()

/** Reckons a ticket from its log alone. `now`: UTC ms, not before the last event was recorded. */
export function reckonTicket(
  charter: CompiledCharter | undefined,
  log: TicketLog,
  now: number,
  quiet: ReadonlySet<string> = NONE,
  context?: DecisionContext,
): Reckoning {
  const decided = decide(charter ?? NOTHING_PROMISED, historyOf(log), now, context)
  const decision = charter === undefined ? { ...decided, unevaluated: [] } : decided
  return { log, charter, decision, quiet, steps: openSteps(decision, log.entries, quiet) }
}

/** The same with a log that has grown by what the charter judges by nothing: verdicts, steps taken, assignments. */
export function withLog(reckoning: Reckoning, log: TicketLog): Reckoning {
  return { ...reckoning, log, steps: openSteps(reckoning.decision, log.entries, reckoning.quiet) }
}

/** The instant by which a ticket is judged: its history never goes back, though a clock may. */
export function judgedAt(log: TicketLog, now: number): number {
  return Math.max(now, lastGrown(log))
}

/** When a ticket's history last grew, by an event of its own or by a message that joined it; -Infinity where it is empty. */
export function lastGrown({ entries, joined }: TicketLog): number {
  const own = entries.at(-1)?.event.recorded ?? Number.NEGATIVE_INFINITY
  return joined.reduce((last, { recorded }) => Math.max(last, recorded ?? last), own)
}

/** What names a step: `E1/2/P1/1`, or `E1/2/` for one on a condition. */
export function stepName(clause: unknown, step: unknown, commitment: unknown): string {
  return `${String(clause)}/${String(step)}/${String(commitment ?? '')}`
}

export function isStepTaken({ event }: LogEntry): boolean {
  return event.type === 'ticket.escalated'
}

/** The names of the steps that the log says were taken. */
export function stepsTaken(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(
    entries
      .filter(isStepTaken)
      .map(({ envelope }) => stepName(envelope['clause'], envelope['step'], envelope['commitment'])),
  )
}

/** A step is dropped with the commitment that was fulfilled or cancelled before it was taken, however long it was due. */
function openSteps(
  { commitments, steps }: Decision,
  entries: readonly LogEntry[],
  quiet: ReadonlySet<string>,
): readonly StepDue[] {
  if (steps.length === 0) return []
  const over = new Set<string>()
  for (const { promise, run, state, fulfilled_at } of commitments)
    if (state === 'cancelled' || fulfilled_at !== null) over.add(`${promise}/${run}`)
  const taken = stepsTaken(entries)
  return steps.filter(({ clause, step, commitment }) => {
    const name = stepName(clause, step, commitment)
    return !(commitment !== null && over.has(commitment)) && !taken.has(name) && !quiet.has(name)
  })
}
