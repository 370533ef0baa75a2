import { type CompiledCharter, decide, type FactValue, type RemedyClause } from '@avow/core'
import { publicRemedies } from '../charter/public-charter.ts'

/** What a public remedy gives for given facts: one of its rows, from 0, or what has to be known first. */
export interface Entitlement {
  readonly clause: RemedyClause
  /** Owed only where a promise that names it was broken (SPEC R3). */
  readonly isForBroken: boolean
  readonly outcome:
    | { readonly kind: 'row'; readonly row: number }
    /** Names of facts of which the outcome depends. */
    | { readonly kind: 'tell'; readonly facts: readonly string[] }
}

/**
 * What somebody may ask for by the public remedies of `charter`, at `now` (UTC ms): as an agent's panel would say it for a
 * ticket with these facts (SPEC R1, C8). What a broken promise brings is told as such; what does
 * not apply is left out. Nothing is guessed: where a fact that is not known decides, it is asked for.
 */
export function entitledTo(
  charter: CompiledCharter,
  facts: Readonly<Record<string, FactValue>>,
  now: number,
): readonly Entitlement[] {
  const created = { ticket: 'asked', type: 'ticket.created', at: now, recorded: now, by: 'customer', facts } as const
  const { remedies, missing } = decide(charter, [created], now, { supposeBroken: true })
  const owedByPromise = new Set(charter.promises.map(({ clause }) => clause.ifBroken?.remedy))
  return publicRemedies(charter).flatMap((clause): Entitlement[] => {
    const isForBroken = owedByPromise.has(clause.id)
    const open = factsOf(clause).filter((fact) => missing.includes(fact))
    if (open.length > 0) return [{ clause, isForBroken, outcome: { kind: 'tell', facts: open } }]
    const found = remedies.find((remedy) => remedy.clause === clause.id)
    return found === undefined ? [] : [{ clause, isForBroken, outcome: { kind: 'row', row: found.row - 1 } }]
  })
}

/** Names of the facts that the conditions of a remedy speak of. */
export function factsOf({ when, rows }: RemedyClause): readonly string[] {
  const cells = [when, ...rows.map((row) => row.cells)].flatMap((condition) => [...condition.values()])
  return [...new Set(cells.flatMap(({ fact, accepts }) => (accepts === 'any' ? [] : [fact])))]
}
