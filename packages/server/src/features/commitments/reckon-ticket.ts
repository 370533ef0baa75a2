import {
  type CompiledCharter,
  compileVersion,
  type Decision,
  type DecisionContext,
  decide,
  readCharter,
  type StepDue,
  type Wait,
  waitsOn,
} from '@avow/core'
import type { JsonValue } from '../../db/index.ts'
import { STEP_EVENTS } from './happened.ts'
import { pastOf } from './past-of.ts'
import { historyOf, type LogEntry, type TicketLog } from './ticket-log.ts'

/** What a charter says of a ticket at an instant, with what it was said from. */
export interface Reckoning {
  readonly log: TicketLog
  /** Undefined where none was in force when the ticket was created: it has no commitments. */
  readonly charter: CompiledCharter | undefined
  readonly decision: Decision
  /** Steps that are due, or will be, of what is still open; those taken already are not among them. */
  readonly steps: readonly StepDue[]
  /** Waits of procedures that may last so long and no longer (SPEC W11). */
  readonly waits: readonly Wait[]
  /** By which all this was reckoned, UTC ms. */
  readonly now: number
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
  const steps = openSteps(decision, log.entries, quiet)
  return { log, charter, decision, quiet, steps, waits: openWaits(charter, log, now, quiet), now }
}

/** The same with a log that has grown by what the charter judges by nothing: verdicts, steps taken, assignments. */
export function withLog(reckoning: Reckoning, log: TicketLog): Reckoning {
  const { decision, charter, quiet, now } = reckoning
  const isGrown = log.entries.length > reckoning.log.entries.length
  const waits = isGrown ? openWaits(charter, log, now, quiet) : reckoning.waits
  return { ...reckoning, log, steps: openSteps(decision, log.entries, quiet), waits }
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

/** What names a step: `E1/2/P1/1`, `E1/2/` for one on a condition, `D1/3/D1/1` for a wait in the first round of its procedure. */
export function stepName(clause: unknown, step: unknown, commitment: unknown): string {
  return `${String(clause)}/${String(step)}/${String(commitment ?? '')}`
}

/** What stands in place of a commitment where the step is a wait: its procedure with the round. */
export function roundName({ procedure, round }: Pick<Wait, 'procedure' | 'round'>): string {
  return `${procedure}/${round}`
}

/** A step as the log says that it was taken. */
export interface TakenStep {
  readonly clause: JsonValue
  readonly step: JsonValue
  /** Empty for a step on a condition. */
  readonly commitment: JsonValue
  readonly due: JsonValue
  readonly late: JsonValue
}

/** The step of escalation that an event says was taken, or the wait that became overdue. */
export function stepTakenBy({ event: { type }, envelope }: LogEntry): TakenStep | undefined {
  const { clause = '', procedure, step = 0, round = 1, commitment, due = null, late = false } = envelope
  if (type === 'ticket.escalated') return { clause, step, commitment: commitment ?? '', due, late }
  if (type !== STEP_EVENTS.overdue || typeof procedure !== 'string') return undefined
  return { clause: procedure, step, commitment: roundName({ procedure, round: Number(round) }), due, late }
}

/** The names of the steps that the log says were taken. */
export function stepsTaken(entries: readonly LogEntry[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => {
      const taken = stepTakenBy(entry)
      return taken === undefined ? [] : [stepName(taken.clause, taken.step, taken.commitment)]
    }),
  )
}

/** Those that a restored backup left open are passed over in silence. */
function openWaits(
  charter: CompiledCharter | undefined,
  log: TicketLog,
  now: number,
  quiet: ReadonlySet<string>,
): readonly Wait[] {
  if (charter === undefined || charter.procedures.length === 0) return []
  return waitsOn(charter, pastOf(log), now).filter(
    (wait) => !quiet.has(stepName(wait.procedure, wait.step, roundName(wait))),
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
