/** The rows of one ticket, in their order, as events. */
import type { FactValue, TicketEvent, TicketState } from '../event.ts'
import type { LocalClock } from './local-clock.ts'
import type { CellReading, ColumnName, MappedEvent, MappedFact, Mapping, RowCondition } from './mapping.ts'
import { readCell } from './read-cell.ts'
import { type RowCounts, type RowNote, type TakenRow, tally } from './row-account.ts'

type Draft = Omit<TicketEvent, 'ticket' | 'recorded' | 'at' | 'by'> & {
  readonly at?: number
  readonly by?: TicketEvent['by']
}

export class TicketRows {
  private readonly mapping: Mapping
  private readonly indices: ReadonlyMap<string, number>
  private readonly clock: LocalClock
  private readonly counts: RowCounts
  private readonly take: (event: TicketEvent) => void
  private ticket = ''
  private createdAt = 0
  private state: TicketState = 'new'
  private holder = ''
  private readonly facts = new Map<string, FactValue>()
  /** Instants already used up, by entry of `events` that has a column of its own. */
  private readonly instants = new Map<MappedEvent, string>()
  private made = 0
  private strange = false

  constructor(
    mapping: Mapping,
    columns: readonly string[],
    clock: LocalClock,
    counts: RowCounts,
    take: (event: TicketEvent) => void,
  ) {
    this.mapping = mapping
    this.indices = new Map(columns.map((name, index) => [name, index]))
    this.clock = clock
    this.counts = counts
    this.take = take
  }

  /** Reads one ticket, at least one row. */
  read(ticket: string, rows: readonly TakenRow[]): void {
    const first = rows[0]
    const last = rows.at(-1)
    if (first === undefined || last === undefined) return
    this.ticket = ticket
    this.state = 'new'
    this.holder = ''
    this.facts.clear()
    this.instants.clear()
    for (const row of rows) {
      this.made = 0
      this.strange = false
      if (row === first) this.create(first, last)
      else this.changeFacts(row)
      if (row.at < this.createdAt) this.note('before creation, moved', row)
      this.assign(row)
      for (const event of this.mapping.events) this.declared(event, row)
      this.changeState(row)
      if (this.made > 0) this.counts.used++
      else tally(this.counts.skipped, this.strange ? 'unknown value' : 'nothing changed', () => row.place)
    }
  }

  private create(first: TakenRow, last: TakenRow): void {
    const { created, facts } = this.mapping
    this.createdAt = first.at
    if (created.at !== undefined) {
      const at = this.instantIn(created.at, first)
      if (at === undefined) this.note('creation unknown', first, created.at)
      else this.createdAt = at
    }
    const given: Record<string, FactValue> = Object.create(null)
    for (const fact of facts) {
      const value = this.factValue(fact, fact.take === 'last' ? last : first)
      this.facts.set(fact.name, value)
      if (value !== null) given[fact.name] = value
    }
    this.make(first, { type: 'ticket.created', at: this.createdAt, by: created.by, facts: given })
  }

  private changeFacts(row: TakenRow): void {
    const changed: Record<string, FactValue> = Object.create(null)
    let any = false
    for (const fact of this.mapping.facts) {
      if (fact.take !== 'each') continue
      const value = this.factValue(fact, row)
      if (sameValue(value, this.facts.get(fact.name) ?? null)) continue
      this.facts.set(fact.name, value)
      changed[fact.name] = value
      any = true
    }
    if (any) this.make(row, { type: 'facts.changed', facts: changed })
  }

  private factValue({ column, reading }: MappedFact, row: TakenRow): FactValue {
    const cell = this.cell(column, row)
    if (this.isUnknown(cell) && !listsCell(reading, cell)) return null
    const value = readCell(reading, cell, this.mapping.csv.decimal, this.clock)
    if (value !== undefined) return value
    this.unknownValue(column, row)
    return null
  }

  private assign(row: TakenRow): void {
    const { assigned } = this.mapping
    if (assigned === undefined || !this.meets(assigned.when, row)) return
    const to = this.known(assigned.to, row)
    const team = this.known(assigned.team, row)
    const holder = JSON.stringify([to, team])
    if (holder === (this.holder || '[null,null]')) return
    this.holder = holder
    this.make(row, { type: 'ticket.assigned', ...(to === null ? {} : { to }), ...(team === null ? {} : { team }) })
  }

  private declared(event: MappedEvent, row: TakenRow): void {
    if (!this.meets(event.when, row)) return
    const { type, at: column, by, automatic, to } = event
    let at: number | undefined
    if (column !== undefined) {
      const cell = this.cell(column, row)
      if (this.isUnknown(cell) || this.instants.get(event) === cell) return
      this.instants.set(event, cell)
      at = this.instantIn(column, row)
      if (at === undefined) return this.unknownValue(column, row)
    }
    const key = this.known(event.key, row)
    const reason = this.known(event.reason, row)
    this.make(row, {
      type,
      ...(at === undefined ? {} : { at }),
      ...(by === undefined ? {} : { by }),
      ...(automatic ? { automatic } : {}),
      ...(to === undefined ? {} : { to }),
      ...(key === null ? {} : { key }),
      ...(reason === null ? {} : { reason }),
    })
    if (to !== undefined) this.state = to
  }

  private changeState(row: TakenRow): void {
    const { state } = this.mapping
    if (state === undefined) return
    const cell = this.cell(state.column, row)
    const to = state.values.get(cell)
    if (to === undefined && !this.isUnknown(cell)) this.unknownValue(state.column, row)
    if (to === undefined || to === 'same' || to === this.state) return
    this.state = to
    const reason = this.known(state.reason, row)
    const third = to === 'on-hold' ? this.known(state.thirdParty, row) : null
    this.make(row, {
      type: 'status.changed',
      to,
      ...(reason === null ? {} : { reason }),
      ...(third === null ? {} : { third_party: third }),
    })
  }

  private make({ at: rowAt, seq }: TakenRow, { at, by, ...rest }: Draft): void {
    const instant = Math.max(this.createdAt, at ?? rowAt)
    this.made++
    this.counts.events.set(rest.type, (this.counts.events.get(rest.type) ?? 0) + 1)
    const author = by ?? DEFAULT_ACTORS[rest.type] ?? 'system'
    this.take({
      ticket: this.ticket,
      ...rest,
      at: instant,
      recorded: instant,
      by: author,
      ...(seq === undefined ? {} : { seq }),
    })
  }

  private meets(when: RowCondition, row: TakenRow): boolean {
    return when.every(({ column, cells }) => cells.has(this.cell(column, row)))
  }

  private instantIn(column: ColumnName, row: TakenRow): number | undefined {
    const time = this.mapping.time.format.read(this.cell(column, row))
    return time === undefined ? undefined : this.clock.instant(time)
  }

  private cell({ name }: ColumnName, row: TakenRow): string {
    return row.cells[this.indices.get(name) ?? -1] ?? ''
  }

  private isUnknown(cell: string): boolean {
    return this.mapping.csv.unknown.has(cell)
  }

  /** A cell's text, or null where there is none or it is not known. */
  private known(column: ColumnName | undefined, row: TakenRow): string | null {
    if (column === undefined) return null
    const cell = this.cell(column, row)
    return cell === '' || this.isUnknown(cell) ? null : cell
  }

  private unknownValue(column: ColumnName, row: TakenRow): void {
    this.strange = true
    this.note('unknown value', row, column)
  }

  private note(note: RowNote, row: TakenRow, column?: ColumnName): void {
    const what = column === undefined ? '' : `: ${column.name} “${this.cell(column, row)}”`
    tally(this.counts.notes, note, () => `${row.place}${what}`)
  }
}

const DEFAULT_ACTORS: Readonly<Record<string, TicketEvent['by']>> = {
  'message.received': 'customer',
  'message.sent': 'agent',
}

/** A mapping may give a meaning to a cell that else means “not known”. */
function listsCell(reading: CellReading, cell: string): boolean {
  return reading.kind === 'values' && reading.values.has(cell)
}

function sameValue(a: FactValue, b: FactValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
