/** How single conditions stand on a ticket: for what goes by facts and is no decision table. */
import { acceptedOf, atomSpace, type CompiledCharter, type Condition, compileTable } from '../charter/index.ts'
import { STATE, type TicketEvent } from '../ticket/index.ts'
import { atomOf, bindTable } from './bind.ts'
import { replay } from './replay.ts'

/** `facts`: for `not` those that speak against it, for `unknown` those that are not known and decide it. */
export interface ConditionStanding {
  readonly state: 'holds' | 'not' | 'unknown'
  readonly facts: readonly string[]
}

export interface Conditions {
  /** An unknown fact meets an empty cell, `-` and `unknown`; where it would have to be known, that is told. */
  readonly standing: (condition: Condition) => ConditionStanding
  readonly isKnown: (fact: string) => boolean
  /** The ticket is solved or closed, merged or spam. */
  readonly isOver: boolean
}

/** The conditions of a charter on the ticket of a history, as its facts are at `now` (UTC ms). */
export function conditionsOn(charter: CompiledCharter, history: readonly TicketEvent[], now: number): Conditions {
  const judge = replay(charter, history, now)
  const { bound, facts } = judge
  const standing = (condition: Condition): ConditionStanding => {
    const table = bindTable(compileTable(charter.facts, 'first', new Map(), [{ cells: condition }]), bound.facts)
    const [against, open]: [string[], string[]] = [[], []]
    table.table.columns.forEach(({ space }, column) => {
      const atom = atomOf(table, column, facts)
      if (!acceptedOf(table.table, column, atom, 0)) (atom === space.unknown ? open : against).push(space.fact.name)
    })
    if (against.length > 0) return { state: 'not', facts: against }
    return open.length > 0 ? { state: 'unknown', facts: open } : { state: 'holds', facts: [] }
  }
  const isKnown = (name: string): boolean => {
    const fact = charter.facts.get(name)
    if (fact === undefined) return false
    const space = atomSpace(fact, [])
    const columns = [{ space, bits: new Int32Array(space.count) }]
    const table = bindTable({ hit: 'first', rows: 1, words: 1, columns }, bound.facts)
    return atomOf(table, 0, facts) !== space.unknown
  }
  const { state, endedAt } = judge
  const isOver = !Number.isNaN(endedAt) || state === STATE.solved || state === STATE.closed
  return { standing, isKnown, isOver }
}
