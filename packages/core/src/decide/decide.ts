/** `decide`: the only place where the charter is applied to a ticket. */
import { localDay } from '../calendar/index.ts'
import { type CompiledCharter, SEVERAL_ROWS } from '../charter/index.ts'
import { TICKET_STATES, type TicketEvent } from '../ticket/index.ts'
import { misfits, rowOf } from './bind.ts'
import type { Commitment, CommitmentState, Decision, DecisionContext, Unevaluated } from './decision.ts'
import type { Judge } from './judge.ts'
import { matchingRows, sayRows } from './matching-rows.ts'
import { addMissing } from './missing.ts'
import { kindnessOf, remediesOf } from './remedies.ts'
import { replay } from './replay.ts'
import { RUN, type Run } from './run.ts'
import { ConditionWatch, riskInstant, stepsOf } from './steps.ts'
import { whyOf } from './why.ts'

/** Number of the rule set in SPEC.md that every decision carries. */
export const RULES = 1

/**
 * What `charter` says for the ticket whose `history` this is, at `now` (UTC ms). Commitments and steps depend on these
 * three alone; `context` is looked at for authority only. The order of `history` does not matter (SPEC E2); messages of
 * tickets merged into this one are expected in it (`absorbMerged`). Never throws for a bad history: what could not be
 * evaluated is listed.
 */
export function decide(
  charter: CompiledCharter,
  history: readonly TicketEvent[],
  now: number,
  context?: DecisionContext,
): Decision {
  const ticket = history[0]?.ticket ?? ''
  const watch: ConditionWatch = new ConditionWatch()
  const judge = replay(charter, history, now, (judging, event, instant) => watch.afterEvent(judging, event, instant))
  const { bound } = judge
  const { columns } = bound
  const unevaluated: Unevaluated[] = misfits(charter.facts, columns.facts, charter.zone).map(({ fact, value }) => ({
    clause: null,
    code: 'fact-does-not-fit',
    text: `the value ${JSON.stringify(value)} does not fit the fact “${fact}”, and counts as unknown`,
  }))
  for (const { name } of columns.facts) {
    if (charter.facts.has(name)) continue
    unevaluated.push({ clause: null, code: 'unknown-fact', text: `the charter declares no fact “${name}”` })
  }
  const missing = new Set<string>()
  const base = {
    charter: { id: charter.id, version: charter.version, hash: charter.hash },
    rules: RULES,
    at: now,
    ticket,
  }
  if (Number.isNaN(judge.created)) {
    unevaluated.push({
      clause: null,
      code: 'no-creation',
      text: 'the history has no ticket.created at or before this instant',
    })
    return {
      ...base,
      state: 'new',
      commitments: [],
      steps: [],
      remedies: [],
      kindness: [],
      clauses: [],
      missing: [],
      unevaluated,
    }
  }
  const numbered = numberedRuns(judge)
  const commitments: Commitment[] = []
  for (const { run, number } of numbered) {
    if (run.failed !== '') {
      unevaluated.push({
        clause: judge.promiseOf(run).id,
        code: run.failed,
        text: 'the due instant lies outside what this version knows',
      })
    } else commitments.push(commitmentOf(judge, run, number))
  }
  for (const [promise, rows] of judge.ambiguous) {
    unevaluated.push({
      clause: charter.promises[promise]?.id ?? '',
      code: 'several-rows',
      text: several(rows),
    })
  }
  charter.promises.forEach((_, index) => {
    const [table, rows] = [bound.promises[index], judge.rowsOf(index)]
    if (table !== undefined) addMissing(table, judge.facts, (row) => rows[row]?.targetText ?? '', missing)
  })
  for (const [clauses, tables] of [
    [charter.remedies, bound.remedies],
    [charter.authority, bound.authority],
  ] as const) {
    clauses.forEach(({ clause: { id } }, index) => {
      const table = tables[index]
      if (table !== undefined && rowOf(table, judge.facts) === SEVERAL_ROWS)
        unevaluated.push({
          clause: id,
          code: 'several-rows',
          text: several(matchingRows(table, judge.facts).map((row) => row + 1)),
        })
    })
  }
  charter.escalation.forEach(({ clause }, index) => {
    const table = bound.escalation[index]
    if (table !== undefined && clause.on.kind === 'condition' && watch.heldSince(index) === undefined)
      addMissing(table, judge.facts, (row) => (row < 0 ? 'no' : 'yes'), missing)
  })
  const remedies = remediesOf(judge, context, missing)
  charter.remedies.forEach(({ clause }, index) => {
    const table = bound.remedies[index]
    if (table !== undefined)
      addMissing(
        table,
        judge.facts,
        (row) => JSON.stringify([clause.rows[row]?.allow, clause.rows[row]?.upTo]),
        missing,
      )
  })
  const steps = stepsOf(
    judge,
    numbered.map(({ run, number }) => ({ run, name: `${judge.promiseOf(run).id}/${number}` })),
    watch,
  )
  return {
    ...base,
    state: TICKET_STATES[judge.state] ?? 'new',
    commitments,
    steps,
    remedies,
    kindness: kindnessOf(judge),
    clauses: clausesThatApply(
      judge,
      remedies.map(({ clause }) => clause),
      steps.map(({ clause }) => clause),
    ),
    missing: [...missing].sort(),
    unevaluated,
  }
}

/** Why a table of unique rows decides nothing (SPEC C6, C10). */
function several(rows: readonly number[]): string {
  return `${sayRows(rows)} match, and the hit policy is unique: none of them counts`
}

/** The runs that are commitments, with their numbers (SPEC K10), by promise and number. */
export function numberedRuns(judge: Judge): readonly { readonly run: Run; readonly number: number }[] {
  const runs = judge.runs.slice(0, judge.runCount).filter((run) => run.target !== undefined)
  runs.sort((a, b) => a.promise - b.promise || a.start - b.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  let promise = -1
  let number = 0
  return runs.map((run) => {
    number = run.promise === promise ? number + 1 : 1
    promise = run.promise
    return { run, number }
  })
}

const NAMES = {
  [RUN.running]: 'running',
  [RUN.kept]: 'kept',
  [RUN.broken]: 'broken',
  [RUN.cancelled]: 'cancelled',
} as const

/** The state of a run as the world sees it. */
export function stateOf(run: Run): CommitmentState {
  if (run.state === RUN.running && run.paused) return 'paused'
  return NAMES[run.state as keyof typeof NAMES]
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function commitmentOf(judge: Judge, run: Run, number: number): Commitment {
  const { clause, clock, pauses } = judge.promiseOf(run)
  const row = judge.rowsOf(run.promise)[run.row]
  const amendment = judge.amendmentOf(run.promise)
  const state = stateOf(run)
  const { timeline } = judge
  const end = Number.isNaN(run.fulfilledAt)
    ? run.state === RUN.cancelled
      ? run.settledAt
      : judge.now
    : run.fulfilledAt
  const stopped: (readonly [number, number | null])[] = []
  for (let index = 0; index < timeline.count; index++) {
    const from = Math.max(run.start, timeline.starts[index] as number)
    const ended = timeline.ends[index] as number
    // What came after the settling is no part of it.
    const to = run.state === RUN.running ? orNull(ended) : ended <= end ? ended : end
    // One that goes on is told even where it begins at this very instant: the clock stands still from now on.
    const isThere = to === null || (from < end && to > run.start)
    if (((timeline.kinds[index] as number) & pauses) !== 0 && isThere) stopped.push([from, to])
  }
  const target = row?.target
  return {
    promise: clause.id,
    run: number,
    clock: clock.kind === 'declared' ? `${clock.from} … ${clock.until}` : clock.kind,
    key: run.key,
    state,
    start: run.start,
    due: orNull(run.due),
    risk_at: state === 'running' || state === 'paused' ? riskInstant(judge, run) : null,
    settled_at: orNull(run.settledAt),
    fulfilled_at: orNull(run.fulfilledAt),
    reason: run.reason === '' ? null : run.reason,
    target: row?.targetText ?? '',
    calendar: target === undefined || target.kind === 'dates' ? null : target.calendar,
    row: run.row + 1,
    ...(amendment === undefined ? {} : { amended_by: amendment.crisis.id }),
    pauses: stopped,
    left_ms: state === 'paused' ? orNull(run.left) : null,
    put_off: run.putOff,
    unsure: isUnsure(run),
    why: whyOf(judge, run),
  }
}

/** Does the due instant lie beyond the calendar's known holidays (SPEC T9)? */
function isUnsure({ target, due }: Run): boolean {
  if (target === undefined || target.kind === 'dates' || Number.isNaN(due)) return false
  const { rules, zone } = target.calendar
  // By dates, since the end of the holidays may lie beyond what the zone knows.
  return rules.holidaysUntil !== undefined && due > zone.from && localDay(zone, due - 1) > rules.holidaysUntil
}

function clausesThatApply(judge: Judge, remedies: readonly string[], steps: readonly string[]): readonly string[] {
  const { bound, facts } = judge
  const promises = bound.charter.promises.flatMap(({ id }, index) => {
    const table = bound.promises[index]
    if (table === undefined || rowOf(table, facts) < 0) return []
    const amendment = judge.amendmentOf(index)
    if (amendment === undefined) return [id]
    return amendment.targets.length === 0 ? [amendment.crisis.id] : [id, amendment.crisis.id]
  })
  return [...new Set([...promises, ...steps, ...remedies])]
}
