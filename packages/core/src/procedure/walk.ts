/** Where a ticket stands in a procedure: SPEC W2 to W8. */
import { followingStep, type ProcedureClause, stepsBehind } from '../charter/index.ts'
import type { FactsAtHand } from './facts-at-hand.ts'
import type { Happening } from './happening.ts'

/** What settled a step: what happened, or a fact that was known. */
export type Settled = Happening | { readonly kind: 'known'; readonly seq: number; readonly fact: string }

/**
 * `overdue`: a wait that lasted as long as it may. `left-out`: its condition does not hold. `now`: to be done. `waiting`: for somebody. `unknown`: facts that are not known yet
 * decide whether it is to be done. `later`: it may come. `passed-by`: the way led past it.
 */
export type StepState =
  | 'done'
  | 'skipped'
  | 'overdue'
  | 'left-out'
  | 'now'
  | 'waiting'
  | 'unknown'
  | 'later'
  | 'passed-by'

export interface WalkedStep {
  /** From 1, as people count. */
  readonly step: number
  /** How often the walk came to it, from 1. */
  readonly round: number
  readonly state: StepState
  /** Of what is done, skipped or overdue. */
  readonly settled?: Settled
  /** Of what is present: the place in the log of what settled the step before; 0 for the beginning. */
  readonly since?: number
  /** `left-out`: the facts that speak against it; `unknown`: those that decide it. */
  readonly facts: readonly string[]
}

export interface Walk {
  /** Those that the walk came to, in its order, then all others in the order of the procedure. */
  readonly steps: readonly WalkedStep[]
  /** The step at which it stands: `now`, `waiting` or `unknown`. Undefined once it is over. */
  readonly present: WalkedStep | undefined
}

/**
 * Walks a procedure by what happened, in the order of the log, and by the facts as they are. It ends: every step that it comes
 * to is left out for the one behind it, or uses up something that happened, or a fact that counts once a step.
 */
export function walk(procedure: ProcedureClause, facts: FactsAtHand, happened: readonly Happening[]): Walk {
  const tape = new Tape(procedure.id, happened)
  const steps: WalkedStep[] = []
  const rounds = new Map<number, number>()
  let present: WalkedStep | undefined
  let since = 0
  for (let index = 0; index < procedure.steps.length && present === undefined; ) {
    const round = (rounds.get(index) ?? 0) + 1
    rounds.set(index, round)
    const step = index + 1
    const settled = settledBy(procedure, index, round, since, { facts, tape })
    if (settled !== undefined) {
      const state = settledState(settled)
      steps.push({ step, round, state, settled, facts: [] })
      since = Math.max(since, settled.seq)
      index = after(procedure, index, state)
      continue
    }
    const { state, facts: named } = facts.standing(procedure.steps[index]?.when ?? new Map())
    if (state === 'not') {
      steps.push({ step, round, state: 'left-out', facts: named })
      index++
      continue
    }
    present = { step, round, state: presentState(procedure, index, state), since, facts: named }
    steps.push(present)
  }
  return { steps: [...steps, ...others(procedure, rounds, present, tape)], present }
}

function settledState({ kind }: Settled): 'done' | 'skipped' | 'overdue' {
  return kind === 'skipped' || kind === 'overdue' ? kind : 'done'
}

/** Where a step leads: what was not done never back (SPEC W3). */
function after(procedure: ProcedureClause, index: number, state: 'done' | 'skipped' | 'overdue'): number {
  const next = followingStep(procedure, index)
  return state !== 'done' && next <= index ? index + 1 : next
}

function presentState(procedure: ProcedureClause, index: number, standing: 'holds' | 'unknown'): StepState {
  if (standing === 'unknown') return 'unknown'
  return procedure.steps[index]?.action.kind === 'wait' ? 'waiting' : 'now'
}

interface By {
  readonly facts: FactsAtHand
  readonly tape: Tape
}

/** What settles a step: an act on it before all else, whatever its condition says by now (SPEC W8). */
function settledBy(
  procedure: ProcedureClause,
  index: number,
  round: number,
  since: number,
  { facts, tape }: By,
): Settled | undefined {
  const act = tape.actOn(index + 1)
  if (act !== undefined) return act
  const step = procedure.steps[index]
  if (step === undefined || facts.standing(step.when).state !== 'holds') return undefined
  const { action } = step
  if (action.kind === 'decide') return tape.decisionOn(action.remedy)
  if (action.kind === 'wait') return action.party === 'customer' ? tape.messageAfter(since) : undefined
  if (action.kind !== 'ask' || round > 1) return undefined
  const seq = facts.knownSince(action.what)
  return seq === undefined ? undefined : { kind: 'known', seq, fact: action.what }
}

/** The steps that the walk did not come to. */
function others(
  procedure: ProcedureClause,
  rounds: ReadonlyMap<number, number>,
  present: WalkedStep | undefined,
  tape: Tape,
): WalkedStep[] {
  const ahead = present === undefined ? new Set<number>() : reachableFrom(procedure, present.step - 1)
  return procedure.steps.flatMap((_, index): WalkedStep[] => {
    if (rounds.has(index)) return []
    const [step, round] = [index + 1, 1]
    const settled = tape.actOn(step)
    if (settled !== undefined) return [{ step, round, state: settledState(settled), settled, facts: [] }]
    return [{ step, round, state: ahead.has(index) ? 'later' : 'passed-by', facts: [] }]
  })
}

/** The steps (from 0) to which a way leads from a step, be it taken or left out. */
function reachableFrom(procedure: ProcedureClause, from: number): ReadonlySet<number> {
  const found = new Set<number>()
  const open = [from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const mayBeLeftOut = (procedure.steps[index]?.when.size ?? 0) > 0
    for (const next of [...stepsBehind(procedure, index), ...(mayBeLeftOut ? [index + 1] : [])]) {
      if (next >= procedure.steps.length || found.has(next)) continue
      found.add(next)
      open.push(next)
    }
  }
  return found
}

/** What happened, each thing to be used up once, in the order of the log. */
class Tape {
  private readonly acts = new Map<number, Happening[]>()
  private readonly decisions = new Map<string, Happening[]>()
  private readonly messages: Happening[] = []

  constructor(procedure: string, happened: readonly Happening[]) {
    for (const one of happened.toSorted((a, b) => a.seq - b.seq)) {
      if (one.kind === 'customer-wrote') this.messages.push(one)
      else if (one.kind === 'decided') add(this.decisions, one.remedy, one)
      else if (one.procedure === procedure) add(this.acts, one.step, one)
    }
  }

  actOn(step: number): Happening | undefined {
    return this.acts.get(step)?.shift()
  }

  decisionOn(remedy: string): Happening | undefined {
    return this.decisions.get(remedy)?.shift()
  }

  messageAfter(seq: number): Happening | undefined {
    return this.messages.find((message) => message.seq > seq)
  }
}

function add<Key>(lists: Map<Key, Happening[]>, key: Key, one: Happening): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [one])
  else list.push(one)
}
