import type { GrowingFact } from './growing-fact.ts'

/** What stands in a line where lines of one layout differ. */
export const SLOT = {
  /** Nothing: what stands here is the same in all lines. */
  none: 0,
  ticket: 1,
  ticketNumber: 2,
  at: 3,
  recorded: 4,
  seq: 5,
  id: 6,
  idNumber: 7,
  key: 8,
  keyNumber: 9,
  /** The second part of `by`. */
  who: 10,
  /** `facts` begins; nothing stands here. */
  facts: 11,
  fact: 12,
  /** The text, or the number or word, of a field that no format knows. */
  unknownText: 13,
  unknownWord: 14,
  /** The line is over. */
  end: 15,
} as const

/** The slots of a line in the order of their places, which is the order in which they are found. */
export class LineSlots {
  count = 0
  readonly slot: number[] = []
  readonly start: number[] = []
  readonly end: number[] = []
  readonly fact: (GrowingFact | undefined)[] = []

  reset(): void {
    this.count = 0
  }

  add(slot: number, start: number, end: number, fact?: GrowingFact): void {
    const index = this.count++
    this.slot[index] = slot
    this.start[index] = start
    this.end[index] = end
    this.fact[index] = fact
  }
}
