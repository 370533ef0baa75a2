/** Collects events in any order and lays them out in columns, each ticket's in the order of SPEC E2. */
import { canonicalJson } from '../charter/index.ts'
import { type EventColumns, FIRST_DECLARED, KIND } from './columns.ts'
import type { TicketEvent } from './event.ts'
import { formatInstant } from './format-instant.ts'
import { ByteStrings, hashOfBytes } from './history/byte-strings.ts'
import { EventRows } from './history/event-rows.ts'
import { type EventShape, EventShapes } from './history/event-shapes.ts'
import { FactRows } from './history/fact-rows.ts'
import { grownIndices } from './history/growing.ts'
import { joinMerged } from './history/merged-rows.ts'
import { firstOfTickets, RowOrder } from './history/row-order.ts'
import { decodeUtf8, encodeUtf8 } from './history/utf8.ts'

const SCRATCH = new Uint8Array(1024)

export class ColumnsBuilder {
  readonly rows = new EventRows()
  readonly shapes: EventShapes
  readonly facts = new FactRows()
  readonly tickets = new ByteStrings()
  readonly ids = new ByteStrings()
  readonly keys = new ByteStrings()
  readonly people = new ByteStrings()
  private readonly declared: readonly string[]
  private readonly order: RowOrder
  /** By id: the row that has it, for the first ticket that does; other tickets' rows stand in `otherRows`. */
  private rowOfId = new Int32Array(16).fill(-1)
  private readonly otherRows = new Map<string, number>()
  /** Rows of `ticket.merged` and `ticket.absorbed`. */
  private readonly merges: number[] = []
  /** Rows of `message.moved`. */
  private readonly moves: number[] = []

  /** `declared`: the event types that the charters at hand declare; others are refused by `add`. */
  constructor(declared: readonly string[]) {
    this.declared = declared
    this.shapes = new EventShapes(new Map(declared.map((name, index) => [name, FIRST_DECLARED + index])))
    this.order = new RowOrder(this.rows, this.shapes.list, (row) => this.canonical(row))
  }

  /**
   * Takes an event. Answers why not: its ticket has one with its `id` (of several the one recorded first stays, so that the
   * order of lines does not matter), or its type is unknown.
   */
  add(event: TicketEvent): 'taken' | 'repeated' | 'unknown-type' {
    const shape = this.shapes.of(event)
    if (shape === undefined) return 'unknown-type'
    const { key, who, id, seq, facts } = event
    const withKey = key !== undefined && key !== ''
    let detail = shape.about.index
    if (shape.carriesFacts) detail = facts === undefined ? -1 : this.facts.add(facts)
    else if (withKey) detail = this.detailWithKey(shape, interned(this.keys, key))
    const ticket = interned(this.tickets, event.ticket)
    const person = who === undefined ? -1 : interned(this.people, who)
    const name = id === undefined || id === '' ? -1 : interned(this.ids, id)
    const place = seq ?? Number.POSITIVE_INFINITY
    return this.addRow(shape, ticket, event.at, event.recorded, detail, place, person, name) ? 'taken' : 'repeated'
  }

  /**
   * Adds an event by its parts: `ticket`, `who` and `id` are indices of their texts (-1 for none), `detail` that of the
   * detail or of the row of facts, `seq` is Infinity for none. False where the ticket has an event with this id.
   */
  addRow(
    shape: EventShape,
    ticket: number,
    at: number,
    recorded: number,
    detail: number,
    seq: number,
    who: number,
    id: number,
  ): boolean {
    const row = this.rows.add(ticket, at, recorded, shape.index, detail)
    if (seq !== Number.POSITIVE_INFINITY) this.rows.setSeq(row, seq)
    if (who >= 0) this.rows.setWho(row, who)
    if (shape.merge !== '') this.merges.push(row)
    if (shape.moved !== '') this.moves.push(row)
    return id < 0 || this.identify(row, id)
  }

  /** Index of a shape's detail with the key at `key`. */
  detailWithKey(shape: EventShape, key: number): number {
    return this.shapes.withKey(shape, key, (index) => this.keys.read(index, decodeUtf8))
  }

  /** Gives the last row its id. False where the ticket has an event with that id: then one of the two is taken back. */
  private identify(row: number, id: number): boolean {
    const { rows } = this
    rows.setId(row, id)
    if (id >= this.rowOfId.length) this.rowOfId = grownIndices(this.rowOfId, 2 * (id + 1), -1)
    const taken = this.rowOfId[id] as number
    if (taken < 0) {
      this.rowOfId[id] = row
      return true
    }
    const ticket = rows.ticket[row] as number
    let first: number | undefined = taken
    if (rows.ticket[taken] !== ticket) {
      const name = `${ticket}/${id}`
      first = this.otherRows.get(name)
      if (first === undefined) {
        this.otherRows.set(name, row)
        return true
      }
    }
    const recorded = rows.recordedOf(row) - rows.recordedOf(first)
    if (recorded < 0 || (recorded === 0 && this.order.compare(row, first) < 0)) {
      rows.copy(row, first)
      this.order.forget(first)
      if (this.merges.at(-1) === row) this.merges.push(first)
      if (this.moves.at(-1) === row) this.moves.push(first)
    }
    rows.dropLast()
    this.order.forget(row)
    return false
  }

  /** Number of events taken. */
  get size(): number {
    return this.rows.count
  }

  /** Messages that were moved away by `asOf` (E1) are as if they had never been (SPEC E13). */
  leaveOutMoved(asOf: number): void {
    const { rows, shapes } = this
    for (const row of new Set(this.moves)) {
      const shape = shapes.list[rows.shape[row] as number]
      if (row >= rows.count || shape === undefined || shape.moved === '') continue
      if ((rows.at[row] as number) > asOf || rows.recordedOf(row) > asOf) continue
      const message = this.rowWithId(rows.ticket[row] as number, shape.moved)
      if (message < 0 || shapes.list[rows.shape[message] as number]?.kind !== KIND.received) continue
      // What took it away judges nothing, and in its place neither does the message.
      rows.shape[message] = shape.index
      rows.detail[message] = shape.about.index
      this.order.forget(message)
    }
  }

  /** The row of a ticket's event with an id; -1 where there is none. */
  private rowWithId(ticket: number, id: string): number {
    const index = found(this.ids, id)
    const row = index < 0 ? -1 : (this.rowOfId[index] ?? -1)
    return row >= 0 && this.rows.ticket[row] !== ticket ? (this.otherRows.get(`${ticket}/${index}`) ?? -1) : row
  }

  /**
   * Lets the messages of merged tickets join their survivors' histories (SPEC E10), but for those that were moved away
   * (E13); for what is known at `asOf` (E1).
   */
  joinMerged(asOf: number): void {
    this.leaveOutMoved(asOf)
    const { rows, shapes, tickets } = this
    const isKnown = (row: number) =>
      row < rows.count && (rows.at[row] as number) <= asOf && rows.recordedOf(row) <= asOf
    const merges = [...new Set(this.merges)].filter(isKnown)
    if (merges.length === 0) return
    const nameOf = (ticket: number) => tickets.read(ticket, decodeUtf8)
    joinMerged({ rows, shapes, nameOf, indexOf: (name) => found(tickets, name) }, merges)
  }

  /** The events laid out in columns. The builder is used up by it. */
  finish(): EventColumns {
    const { rows, shapes, tickets } = this
    const first = firstOfTickets(rows, tickets.size)
    const order = this.order.sorted(first)
    rows.reorder(order)
    const kinds = Uint8Array.from(shapes.list, ({ kind }) => kind)
    const actors = Uint8Array.from(shapes.list, ({ actor }) => actor)
    const kind = new Uint8Array(rows.count)
    const actor = new Uint8Array(rows.count)
    for (let row = 0; row < rows.count; row++) {
      const shape = rows.shape[row] as number
      kind[row] = kinds[shape] as number
      actor[row] = actors[shape] as number
    }
    return {
      tickets: tickets.all(),
      first,
      at: rows.at.subarray(0, rows.count),
      recorded: rows.recorded?.subarray(0, rows.count),
      kind,
      actor,
      detail: rows.detail.subarray(0, rows.count),
      details: shapes.details,
      facts: this.facts.columns(),
      declared: this.declared,
    }
  }

  /** Canonical JSON (RFC 8785) of a row over the known fields, without what is compared before it. */
  private canonical(row: number): string {
    const { rows } = this
    const shape = this.shapes.list[rows.shape[row] as number]
    const fields: Record<string, unknown> = JSON.parse(shape?.text ?? '{}')
    const who = rows.who?.[row] ?? -1
    const id = rows.id?.[row] ?? -1
    const detail = rows.detail[row] as number
    if (who >= 0) fields['by'] = `${String(fields['by'])}:${this.people.read(who, decodeUtf8)}`
    if (id >= 0) fields['id'] = this.ids.read(id, decodeUtf8)
    fields['recorded'] = formatInstant(rows.recordedOf(row))
    const key = shape?.carriesFacts === true ? '' : this.shapes.details[detail]?.key
    if (key) fields['key'] = key
    if (shape?.carriesFacts === true && detail >= 0) fields['facts'] = this.facts.at(detail)
    return canonicalJson(fields)
  }
}

function found(strings: ByteStrings, text: string): number {
  const { bytes, length } = encodeUtf8(text, SCRATCH)
  return strings.find(bytes, 0, length, hashOfBytes(bytes, 0, length))
}

function interned(strings: ByteStrings, text: string): number {
  const { bytes, length } = encodeUtf8(text, SCRATCH)
  return strings.intern(bytes, 0, length, hashOfBytes(bytes, 0, length))
}
