/** Collects events in any order and lays them out in columns, each ticket's in the order of SPEC E2. */
import { canonicalJson } from '../charter/index.ts'
import { ACTOR, type EventColumns, type EventDetail, type FactColumn, FIRST_DECLARED, KIND, STATE } from './columns.ts'
import type { FactValue, TicketEvent } from './event.ts'
import { kindOf, rankOf } from './order.ts'

const STATES: Readonly<Record<string, number>> = {
  new: STATE.new,
  open: STATE.open,
  'waiting-for-customer': STATE.waiting,
  'on-hold': STATE.onHold,
  solved: STATE.solved,
  closed: STATE.closed,
}
const ACTORS = { customer: ACTOR.customer, agent: ACTOR.agent, bot: ACTOR.bot, system: ACTOR.system } as const

interface GrowingFact {
  readonly name: string
  readonly values: FactValue[]
  readonly indices: Map<string, number>
  rows: Int32Array
}

export class ColumnsBuilder {
  private readonly declared: readonly string[]
  private readonly declaredKinds: ReadonlyMap<string, number>
  private readonly tickets: string[] = []
  private readonly ticketIndices = new Map<string, number>()
  private readonly details: EventDetail[] = []
  private readonly payloads: string[] = []
  private readonly payloadIndices = new Map<string, number>()
  private readonly detailOfPayload: number[] = []
  private readonly facts = new Map<string, GrowingFact>()
  private readonly ids = new Set<string>()
  private factRows = 0
  private count = 0
  private late = false
  private ticket = new Uint32Array(64)
  private at = new Float64Array(64)
  private recorded = new Float64Array(64)
  private seq = new Float64Array(64)
  private kind = new Uint8Array(64)
  private rank = new Uint8Array(64)
  private actor = new Uint8Array(64)
  private detail = new Int32Array(64)
  private payload = new Int32Array(64)

  /** `declared`: the event types that the charters at hand declare; others are refused by `add`. */
  constructor(declared: readonly string[]) {
    this.declared = declared
    this.declaredKinds = new Map(declared.map((name, index) => [name, FIRST_DECLARED + index]))
  }

  /** Takes an event. Answers why not: its `id` was already taken, or its type is unknown. */
  add(event: TicketEvent): 'taken' | 'repeated' | 'unknown-type' {
    const kind = this.declaredKinds.get(event.type) ?? kindOf(event.type)
    if (kind === undefined) return 'unknown-type'
    if (event.id !== undefined) {
      const id = event.id
      if (this.ids.has(id)) return 'repeated'
      this.ids.add(id)
    }
    const payload = this.internPayload(event)
    const index = this.grow()
    this.ticket[index] = this.internTicket(event.ticket)
    this.at[index] = event.at
    this.recorded[index] = event.recorded
    if (event.recorded !== event.at) this.late = true
    this.seq[index] = event.seq ?? Number.POSITIVE_INFINITY
    this.kind[index] = kind
    this.rank[index] = rankOf(event.type)
    this.actor[index] = kind === KIND.created && event.by === 'agent' && event.for === 'customer' ? ACTOR.customer : ACTORS[event.by]
    this.payload[index] = payload
    this.detail[index] = kind === KIND.created || kind === KIND.factsChanged ? this.addFacts(event.facts) : this.detailOf(event, payload)
    return 'taken'
  }

  /** Number of events taken. */
  get size(): number {
    return this.count
  }

  /** The events laid out in columns. */
  finish(): EventColumns {
    const order = this.sorted()
    const { count } = this
    const first = new Uint32Array(this.tickets.length + 1)
    for (let index = 0; index < count; index++) {
      const next = (this.ticket[index] as number) + 1
      first[next] = (first[next] as number) + 1
    }
    for (let index = 1; index < first.length; index++) first[index] = (first[index] as number) + (first[index - 1] as number)
    return {
      tickets: this.tickets,
      first,
      at: Float64Array.from(order, (index) => this.at[index] as number),
      recorded: this.late ? Float64Array.from(order, (index) => this.recorded[index] as number) : undefined,
      kind: Uint8Array.from(order, (index) => this.kind[index] as number),
      actor: Uint8Array.from(order, (index) => this.actor[index] as number),
      detail: Int32Array.from(order, (index) => this.detail[index] as number),
      details: this.details,
      facts: [...this.facts.values()].map(({ name, values, rows }): FactColumn => ({ name, values, rows: rows.subarray(0, this.factRows) })),
      declared: this.declared,
    }
  }

  private sorted(): Uint32Array {
    const order = Uint32Array.from({ length: this.count }, (_, index) => index)
    const { ticket, at, seq, rank, payload, payloads } = this
    return order.sort((a, b) => {
      const apart =
        (ticket[a] as number) - (ticket[b] as number) ||
        (at[a] as number) - (at[b] as number) ||
        compareSeq(seq[a] as number, seq[b] as number) ||
        (rank[a] as number) - (rank[b] as number)
      if (apart !== 0) return apart
      const [left, right] = [payloads[payload[a] as number] as string, payloads[payload[b] as number] as string]
      return left < right ? -1 : left > right ? 1 : 0
    })
  }

  private internTicket(name: string): number {
    const known = this.ticketIndices.get(name)
    if (known !== undefined) return known
    this.tickets.push(name)
    this.ticketIndices.set(name, this.tickets.length - 1)
    return this.tickets.length - 1
  }

  /** The event's canonical JSON without what is compared before it. */
  private internPayload(event: TicketEvent): number {
    const { ticket, at, seq, recorded, by, who, ...rest } = event
    const text = canonicalJson({ ...rest, by: who === undefined ? by : `${by}:${who}` })
    const known = this.payloadIndices.get(text)
    if (known !== undefined) return known
    this.payloads.push(text)
    this.payloadIndices.set(text, this.payloads.length - 1)
    this.detailOfPayload.push(-1)
    return this.payloads.length - 1
  }

  private detailOf(event: TicketEvent, payload: number): number {
    const known = this.detailOfPayload[payload] as number
    if (known >= 0) return known
    this.details.push({
      state: event.type === 'status.changed' ? (STATES[event.to ?? ''] ?? STATE.unknown) : STATE.unknown,
      reason: event.reason ?? '',
      waitsForThird: Boolean(event.third_party) || Boolean(event.reason),
      automatic: event.automatic === true,
      key: event.key ?? '',
      tells: event.tells ?? [],
      withdraws: event.withdraws ?? [],
      undo: event.undo === true,
      person: event.type === 'ticket.assigned' ? (event.to ?? '') : '',
      team: event.team ?? '',
    })
    this.detailOfPayload[payload] = this.details.length - 1
    return this.details.length - 1
  }

  private addFacts(facts: TicketEvent['facts']): number {
    if (facts === undefined) return -1
    const row = this.factRows++
    for (const [name, value] of Object.entries(facts)) {
      let fact = this.facts.get(name)
      if (fact === undefined) {
        fact = { name, values: [], indices: new Map(), rows: new Int32Array(64).fill(-1) }
        this.facts.set(name, fact)
      }
      const key = JSON.stringify(value)
      let index = fact.indices.get(key)
      if (index === undefined) {
        index = fact.values.push(value) - 1
        fact.indices.set(key, index)
      }
      if (row >= fact.rows.length) fact.rows = grownTo(fact.rows, Math.max(row + 1, 2 * fact.rows.length))
      fact.rows[row] = index
    }
    for (const fact of this.facts.values()) {
      if (fact.rows.length < this.factRows) fact.rows = grownTo(fact.rows, Math.max(this.factRows, 2 * fact.rows.length))
    }
    return row
  }

  private grow(): number {
    const index = this.count++
    if (index < this.at.length) return index
    const size = this.at.length * 2
    this.ticket = copied(this.ticket, new Uint32Array(size))
    this.at = copied(this.at, new Float64Array(size))
    this.recorded = copied(this.recorded, new Float64Array(size))
    this.seq = copied(this.seq, new Float64Array(size))
    this.kind = copied(this.kind, new Uint8Array(size))
    this.rank = copied(this.rank, new Uint8Array(size))
    this.actor = copied(this.actor, new Uint8Array(size))
    this.detail = copied(this.detail, new Int32Array(size))
    this.payload = copied(this.payload, new Int32Array(size))
    return index
  }
}

function compareSeq(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function grownTo(rows: Int32Array, size: number): Int32Array {
  return copied(rows, new Int32Array(size).fill(-1))
}

function copied<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(from: T, into: T): T {
  into.set(from)
  return into
}
