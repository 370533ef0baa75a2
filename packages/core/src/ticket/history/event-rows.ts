import { grownCounts, grownFloats, grownIndices, reorderedFloats, reorderedIndices } from './growing.ts'

const FIRST_SIZE = 16

/**
 * Events as they came in, a number or index in each column. What most histories leave out (`recorded`, `seq`, `id`, who
 * acted) takes no memory until the first event says it.
 */
export class EventRows {
  count = 0
  ticket = new Uint32Array(FIRST_SIZE)
  at = new Float64Array(FIRST_SIZE)
  /** Index of the event's shape. */
  shape = new Int32Array(FIRST_SIZE)
  /** Index of the detail; for events with facts the row of facts; -1 for none. */
  detail = new Int32Array(FIRST_SIZE)
  recorded: Float64Array<ArrayBuffer> | undefined
  /** Infinity for none (SPEC E2). */
  seq: Float64Array<ArrayBuffer> | undefined
  /** Indices of texts, -1 for none. */
  id: Int32Array<ArrayBuffer> | undefined
  who: Int32Array<ArrayBuffer> | undefined
  private room = FIRST_SIZE

  /** Adds an event without `seq`, `id` and who. Answers its row. */
  add(ticket: number, at: number, recorded: number, shape: number, detail: number): number {
    const row = this.count++
    if (row === this.room) this.grow()
    this.ticket[row] = ticket
    this.at[row] = at
    this.shape[row] = shape
    this.detail[row] = detail
    if (this.recorded !== undefined) this.recorded[row] = recorded
    else if (recorded !== at) this.hasRecorded(row, recorded)
    return row
  }

  setSeq(row: number, seq: number): void {
    this.seq ??= new Float64Array(this.room).fill(Number.POSITIVE_INFINITY)
    this.seq[row] = seq
  }

  setId(row: number, id: number): void {
    this.id ??= new Int32Array(this.room).fill(-1)
    this.id[row] = id
  }

  setWho(row: number, who: number): void {
    this.who ??= new Int32Array(this.room).fill(-1)
    this.who[row] = who
  }

  recordedOf(row: number): number {
    return (this.recorded ?? this.at)[row] as number
  }

  /** Overwrites row `into` with row `from`. */
  copy(from: number, into: number): void {
    for (const column of [this.ticket, this.at, this.shape, this.detail, this.recorded, this.seq, this.id, this.who]) {
      if (column !== undefined) column[into] = column[from] as number
    }
  }

  /** Gives row `into` the `seq` and the person of row `from`. */
  copyOrder(from: number, into: number): void {
    if (this.seq !== undefined) this.seq[into] = this.seq[from] as number
    if (this.who !== undefined) this.who[into] = this.who[from] as number
  }

  /** Takes back the last row. */
  dropLast(): void {
    const row = --this.count
    if (this.seq !== undefined) this.seq[row] = Number.POSITIVE_INFINITY
    if (this.id !== undefined) this.id[row] = -1
    if (this.who !== undefined) this.who[row] = -1
  }

  /**
   * Puts what columns are made of into another order (undefined: as it stands), one column after the other so that only one
   * is there twice, and lets go of the rest.
   */
  reorder(order: Uint32Array | undefined): void {
    this.ticket = new Uint32Array()
    this.seq = undefined
    this.id = undefined
    this.who = undefined
    if (order === undefined) return
    this.at = reorderedFloats(this.at, order)
    this.shape = reorderedIndices(this.shape, order)
    this.detail = reorderedIndices(this.detail, order)
    if (this.recorded !== undefined) this.recorded = reorderedFloats(this.recorded, order)
  }

  private hasRecorded(row: number, recorded: number): void {
    this.recorded = new Float64Array(this.room)
    this.recorded.set(this.at.subarray(0, row))
    this.recorded[row] = recorded
  }

  private grow(): void {
    const size = 2 * this.room
    this.ticket = grownCounts(this.ticket, size)
    this.at = grownFloats(this.at, size)
    this.shape = grownIndices(this.shape, size, 0)
    this.detail = grownIndices(this.detail, size, 0)
    if (this.recorded !== undefined) this.recorded = grownFloats(this.recorded, size)
    if (this.seq !== undefined) this.seq = grownFloats(this.seq, size).fill(Number.POSITIVE_INFINITY, this.room)
    if (this.id !== undefined) this.id = grownIndices(this.id, size, -1)
    if (this.who !== undefined) this.who = grownIndices(this.who, size, -1)
    this.room = size
  }
}
