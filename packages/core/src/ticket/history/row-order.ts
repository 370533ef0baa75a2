import type { EventRows } from './event-rows.ts'
import type { EventShape } from './event-shapes.ts'

const TEXTS_KEPT = 100_000

/** Compares events of one ticket by SPEC E2. `canonical` gives a row's canonical JSON, and is asked only for ties. */
export class RowOrder {
  private readonly rows: EventRows
  private readonly shapes: readonly EventShape[]
  private readonly canonical: (row: number) => string
  /** Canonical JSON of rows asked for while sorting. */
  private readonly texts = new Map<number, string>()

  constructor(rows: EventRows, shapes: readonly EventShape[], canonical: (row: number) => string) {
    this.rows = rows
    this.shapes = shapes
    this.canonical = canonical
  }

  compare(a: number, b: number): number {
    const { at, seq, shape } = this.rows
    if (at[a] !== at[b]) return (at[a] as number) < (at[b] as number) ? -1 : 1
    if (seq !== undefined && seq[a] !== seq[b]) return (seq[a] as number) < (seq[b] as number) ? -1 : 1
    const [left, right] = [this.shapes[shape[a] as number], this.shapes[shape[b] as number]]
    const ranks = (left?.rank ?? 0) - (right?.rank ?? 0)
    if (ranks !== 0 || this.isSame(a, b)) return ranks
    const [one, other] = [this.textOf(a), this.textOf(b)]
    return one < other ? -1 : one > other ? 1 : 0
  }

  private textOf(row: number): string {
    let text = this.texts.get(row)
    if (text === undefined) {
      if (this.texts.size >= TEXTS_KEPT) this.texts.clear()
      text = this.canonical(row)
      this.texts.set(row, text)
    }
    return text
  }

  /** Row `row` no longer is what it was. */
  forget(row: number): void {
    this.texts.delete(row)
  }

  /** Nothing that canonical JSON could tell apart; two rows of facts are left to it. */
  private isSame(a: number, b: number): boolean {
    const { shape, detail, id, who } = this.rows
    return (
      shape[a] === shape[b] &&
      detail[a] === detail[b] &&
      (id === undefined || id[a] === id[b]) &&
      (who === undefined || who[a] === who[b]) &&
      this.rows.recordedOf(a) === this.rows.recordedOf(b)
    )
  }

  /** The rows by ticket, each ticket's in order; undefined where they stand so already. `first` is by `firstOfTickets`. */
  sorted(first: Uint32Array): Uint32Array | undefined {
    const { rows } = this
    const { ticket, count } = rows
    let inOrder = true
    for (let row = 1; inOrder && row < count; row++) {
      const step = (ticket[row] as number) - (ticket[row - 1] as number)
      inOrder = step > 0 || (step === 0 && this.compare(row - 1, row) <= 0)
    }
    if (inOrder) return undefined
    const order = new Uint32Array(count)
    const next = first.slice()
    for (let row = 0; row < count; row++) {
      const of = ticket[row] as number
      const place = next[of] as number
      order[place] = row
      next[of] = place + 1
    }
    for (let of = 0; of + 1 < first.length; of++) this.sortPart(order, first[of] as number, first[of + 1] as number)
    this.texts.clear()
    return order
  }

  /** Sorts a ticket's rows: mostly few, and mostly in order. */
  private sortPart(order: Uint32Array, start: number, end: number): void {
    if (end - start > 64) {
      order.subarray(start, end).sort((a, b) => this.compare(a, b))
      return
    }
    for (let index = start + 1; index < end; index++) {
      const row = order[index] as number
      let place = index
      while (place > start && this.compare(order[place - 1] as number, row) > 0) {
        order[place] = order[place - 1] as number
        place--
      }
      order[place] = row
    }
  }
}

/** Where each ticket's rows begin when they stand by ticket, and after the last where they end. */
export function firstOfTickets({ ticket, count }: EventRows, tickets: number): Uint32Array {
  const first = new Uint32Array(tickets + 1)
  for (let row = 0; row < count; row++) {
    const next = (ticket[row] as number) + 1
    first[next] = (first[next] as number) + 1
  }
  for (let index = 1; index < first.length; index++)
    first[index] = (first[index] as number) + (first[index - 1] as number)
  return first
}
