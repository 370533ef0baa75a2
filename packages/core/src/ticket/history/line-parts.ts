import type { GrowingFact } from './growing-fact.ts'

/** A line may give this many facts; one that gives more is read by JSON.parse. */
export const FACTS_OF_LINE = 64

/** Where the parts of a line stand that are its own. Ends are -1 for what the line does not have. */
export class LineParts {
  /** Where the next line begins. */
  end = 0
  /** UTC ms; NaN for none. */
  at = Number.NaN
  recorded = Number.NaN
  /** Infinity for none. */
  seq = Number.POSITIVE_INFINITY
  ticketStart = 0
  ticketEnd = -1
  idStart = 0
  idEnd = -1
  keyStart = 0
  keyEnd = -1
  whoStart = 0
  whoEnd = -1
  /** Number of facts; -1 where the line has no `facts`. */
  factCount = -1
  readonly fact: GrowingFact[] = []
  readonly factStart = new Int32Array(FACTS_OF_LINE)
  readonly factEnd = new Int32Array(FACTS_OF_LINE)

  reset(): void {
    this.at = Number.NaN
    this.recorded = Number.NaN
    this.seq = Number.POSITIVE_INFINITY
    this.ticketEnd = -1
    this.idEnd = -1
    this.keyEnd = -1
    this.whoEnd = -1
    this.factCount = -1
  }

  addFact(fact: GrowingFact, start: number, end: number): void {
    const index = this.factCount++
    this.fact[index] = fact
    this.factStart[index] = start
    this.factEnd[index] = end
  }
}
