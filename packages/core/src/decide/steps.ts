/** Escalation steps with their instants: SPEC S1–S4. */
import { CalendarError } from '../calendar/index.ts'
import { type CompiledEscalation, type EscalationStep, NO_ROW, type Target } from '../charter/index.ts'
import { FIRST_DECLARED, kindOf } from '../ticket/index.ts'
import { rowOf } from './bind.ts'
import type { StepDue } from './decision.ts'
import type { Judge } from './judge.ts'
import { PauseTimeline } from './pause-timeline.ts'
import { countedTime, dueWithPauses, type Reckoning } from './reckon.ts'
import { type Basis, RUN, type Run } from './run.ts'

const NO_PAUSES = new PauseTimeline()

/** Watches a ticket being judged for the conditions of escalation clauses: when each first held (SPEC S4). */
export class ConditionWatch {
  private readonly held = new Map<number, number>()

  afterEvent(judge: Judge, event: number, instant: number): void {
    const { bound, facts, created } = judge
    if (Number.isNaN(created)) return
    bound.charter.escalation.forEach(({ clause }, index) => {
      if (clause.on.kind !== 'condition' || this.held.has(index)) return
      const table = bound.escalation[index]
      if (clause.on.event !== undefined && !isEvent(judge, event, clause.on.event)) return
      if (table !== undefined && rowOf(table, facts) !== NO_ROW) this.held.set(index, instant)
    })
  }

  heldSince(clause: number): number | undefined {
    return this.held.get(clause)
  }
}

function isEvent(judge: Judge, event: number, name: string): boolean {
  const { kind, declared } = judge.bound.columns
  const code = kind[event] as number
  return code === kindOf(name) || declared[code - FIRST_DECLARED] === name
}

/** All steps of the charter's escalation clauses on this ticket that were not dropped, in the order of their instants. */
export function stepsOf(
  judge: Judge,
  runs: readonly { readonly run: Run; readonly name: string }[],
  watch: ConditionWatch,
): readonly StepDue[] {
  const steps: StepDue[] = []
  judge.bound.charter.escalation.forEach((escalation, index) => {
    const { on } = escalation.clause
    if (on.kind === 'condition') {
      const since = watch.heldSince(index)
      if (since !== undefined) for (const step of conditionSteps(judge, escalation, since)) steps.push(step)
      return
    }
    for (const { run, name } of runs) {
      if (judge.promiseOf(run).id !== on.promise || run.failed !== '') continue
      escalation.clause.steps.forEach((step, number) => {
        const due = stepInstant(judge, run, step, escalation.delays[number])
        if (due === undefined || (due === null && run.state !== RUN.running)) return
        const over = run.state === RUN.cancelled ? run.settledAt : run.fulfilledAt
        if (due !== null && over <= due) return
        steps.push(stepDue(judge, escalation, number, step, name, due))
      })
    }
  })
  return steps.sort((a, b) => (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY))
}

function conditionSteps(judge: Judge, escalation: CompiledEscalation, since: number): readonly StepDue[] {
  const steps = escalation.clause.steps.map((step, number) => {
    const delay = escalation.delays[number]
    return stepDue(judge, escalation, number, step, null, delay === undefined ? since : laterBy(delay, since))
  })
  return steps.filter(({ due }) => due !== null && !(due > judge.endedAt))
}

function stepDue(
  { now }: Judge,
  { clause }: CompiledEscalation,
  index: number,
  step: EscalationStep,
  commitment: string | null,
  due: number | null,
): StepDue {
  const act = { tell: step.tell, give_to: step.giveTo ?? null, raise_priority: step.raisePriority }
  return {
    clause: clause.id,
    step: index + 1,
    commitment,
    due,
    state: due !== null && due <= now ? 'due' : 'ahead',
    act,
  }
}

/** A commitment is at risk once so much of its target is used. */
export const RISK_PERCENT = 75

/** From when a commitment is at risk (SPEC S5), reckoned like a step at this percent; null while a pause stands before it. */
export function riskInstant(judge: Judge, run: Run): number | null {
  return percentOfTarget(judge, run, RISK_PERCENT) ?? null
}

/** The instant of a step; null while the commitment is paused before it, undefined where it cannot be reckoned. */
function stepInstant(
  judge: Judge,
  run: Run,
  step: EscalationStep,
  delay: Target | undefined,
): number | null | undefined {
  if (step.at.kind !== 'after') return percentOfTarget(judge, run, step.at.kind === 'percent' ? step.at.percent : 100)
  if (run.target === undefined) return undefined
  if (Number.isNaN(run.due)) return null
  return delay === undefined ? undefined : reckoned(() => laterBy(delay, run.due))
}

/** When counted time reaches `percent` of a run's target, the earliest of all rows it had. */
function percentOfTarget(judge: Judge, run: Run, percent: number): number | null | undefined {
  const { target } = run
  if (target === undefined) return undefined
  if (percent === 100) return Number.isNaN(run.due) ? null : run.due
  return reckoned(() => {
    let instant: number | null = percentInstant(judge, run, { row: run.row, target, origin: run.origin }, percent)
    for (const basis of run.earlier) {
      const other = percentInstant(judge, run, basis, percent)
      if (other !== null && (instant === null || other < instant)) instant = other
    }
    return instant
  })
}

/** What a calendar says; undefined past the end of what it knows. */
function reckoned<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof CalendarError) return undefined
    throw error
  }
}

function laterBy(delay: Target, from: number): number {
  return dueWithPauses(delay, from, NO_PAUSES, 0, from, { due: 0, stopped: false, left: 0 })
}

/** The instant (UTC ms) at which so long has passed since `from` (SPEC T5–T7), with no pause; undefined past the end of what the calendar knows. */
export function instantAfter(delay: Target, from: number): number | undefined {
  return reckoned(() => laterBy(delay, from))
}

/**
 * When counted time reaches `percent` of a basis: the pauses are taken one after another, since one that begins at the
 * step's instant or later leaves it where it is (SPEC S2). Null where an open pause stands before it.
 */
function percentInstant(judge: Judge, run: Run, basis: Basis, percent: number): number | null {
  const mask = judge.promiseOf(run).pauses
  const settled = !Number.isNaN(run.settledAt)
  const pauses = settled ? judge.timeline.upTo(run.settledAt) : judge.timeline
  for (let index = 0; index < pauses.count; index++) {
    const end = pauses.ends[index] as number
    if (((pauses.kinds[index] as number) & mask) === 0 || end <= basis.origin) continue
    const start = pauses.starts[index] as number
    const instant = start <= basis.origin ? Number.POSITIVE_INFINITY : reached(basis, percent, pauses.upTo(start), mask)
    if (instant <= start) return instant
    if (Number.isNaN(end)) return null
  }
  return reached(basis, percent, pauses, mask)
}

/** When counted time reaches `percent` of a basis, with pauses that are all over. */
function reached({ target, origin }: Basis, percent: number, pauses: PauseTimeline, mask: number): number {
  const answer: Reckoning = { due: 0, stopped: false, left: 0 }
  const until = (part: Target) => dueWithPauses(part, origin, pauses, mask, origin, answer)
  if (target.kind === 'opening') return until({ ...target, ms: Math.ceil((target.ms * percent) / 100) })
  const due = until(target)
  if (target.kind === 'dates') return plainInstant(pauses, mask, origin, due, percent)
  const counted = countedTime(target.calendar, origin, due, pauses, mask)
  return until({ kind: 'opening', ms: Math.ceil((counted * percent) / 100), calendar: target.calendar })
}

/** For dates: time counts round the clock, less pauses. */
function plainInstant(timeline: PauseTimeline, mask: number, origin: number, due: number, percent: number): number {
  const pauses = timeline.starts
    .slice(0, timeline.count)
    .map((start, index) => ({
      start: Math.max(start, origin),
      end: timeline.ends[index] as number,
      kind: timeline.kinds[index] as number,
    }))
    .filter(({ start, end, kind }) => (kind & mask) !== 0 && end > start)
  const paused = pauses.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, due) - start), 0)
  let left = Math.ceil(((due - origin - paused) * percent) / 100)
  let at = origin
  for (const { start, end } of pauses) {
    if (start > at + left) break
    left -= Math.max(0, start - at)
    at = Math.max(at, end)
  }
  return at + left
}
