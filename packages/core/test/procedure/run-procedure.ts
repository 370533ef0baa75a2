/** A person who follows a procedure, for tests: does whatever the walk stands at until it is over. */
import { type FactsAtHand, type Happening, type ProcedureClause, type Walk, walk } from '@avow/core'

/** What they do at a step, with the facts as they then are; `overdue`: they wait as long as they may. undefined: they stop there. */
export type Deed = (present: NonNullable<Walk['present']>, round: number) => 'done' | 'skipped' | 'overdue' | undefined

export interface Journey {
  readonly last: Walk
  /** What happened, in order. */
  readonly happened: readonly Happening[]
  /** The walk before each deed. */
  readonly walks: readonly Walk[]
}

/** Follows a procedure for at most `most` deeds. `factsAfter` gives the facts as they are after so many deeds. */
export function runProcedure(
  procedure: ProcedureClause,
  factsAfter: (deeds: number) => FactsAtHand,
  deed: Deed = () => 'done',
  most = 200,
): Journey {
  const happened: Happening[] = []
  const walks: Walk[] = []
  for (let seq = 10; ; seq += 10) {
    const now = walk(procedure, factsAfter(happened.length), happened)
    walks.push(now)
    const kind = now.present === undefined || happened.length >= most ? undefined : deed(now.present, now.present.round)
    if (kind === undefined || now.present === undefined) return { last: now, happened, walks }
    happened.push({ kind, seq, procedure: procedure.id, step: now.present.step })
  }
}
