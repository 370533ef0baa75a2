/** Rows of a table in, histories out: what changed from one row of a ticket to its next becomes events. */
import type { TicketEvent } from '../event.ts'
import type { BoundHeader } from './bind-header.ts'
import { LocalClock } from './local-clock.ts'
import type { ColumnName, Mapping } from './mapping.ts'
import { type RowAccount, type RowCounts, type SkipReason, type TakenRow, tally } from './row-account.ts'
import { TicketRows } from './ticket-rows.ts'

export class RowHistories {
  private readonly mapping: Mapping
  private readonly clock: LocalClock
  private readonly texts = new Map<string, string>()
  private readonly tickets = new Map<string, TakenRow[]>()
  private readonly counts: RowCounts = { skipped: new Map(), notes: new Map(), events: new Map(), used: 0 }
  /** Whole rows already seen, where duplicates are skipped. */
  private readonly seen = new Set<string>()
  private readonly columns: readonly string[]
  private positions: readonly number[] = []
  private width = 0
  private rows = 0

  /** `zoneData`: the name of the runtime's zone data, for times without a distance from UTC. */
  constructor(mapping: Mapping, columns: Iterable<string>, zoneData: string) {
    this.mapping = mapping
    this.columns = [...columns]
    this.clock = new LocalClock(mapping.time.zone, zoneData)
  }

  /** Says what the next rows' cells are. To be called for each table before its rows. */
  useHeader(header: BoundHeader): void {
    this.positions = this.columns.map((name) => header.positions.get(name) ?? -1)
    this.width = header.names.length
    for (const name of header.notNamed) tally(this.counts.notes, 'column not named', () => name)
  }

  /** Takes the next row of the table; `place` says where it stands, for messages. */
  addRow(cells: readonly string[], place: string): void {
    this.rows++
    const skip = (reason: SkipReason) => tally(this.counts.skipped, reason, () => place)
    if (cells.length !== this.width) return skip('wrong number of fields')
    const { mapping } = this
    const picked = this.positions.map((position) => this.interned(cells[position] ?? ''))
    const cellOf = (column: ColumnName) => picked[this.columns.indexOf(column.name)] ?? ''
    const ticket = cellOf(mapping.ticket)
    if (ticket === '' || mapping.csv.unknown.has(ticket)) return skip('no ticket')
    const time = mapping.time.format.read(cellOf(mapping.at))
    const at = time === undefined ? undefined : this.clock.instant(time)
    if (at === undefined) return skip('unreadable time')
    if (mapping.csv.skipDuplicates) {
      const whole = JSON.stringify(cells)
      if (this.seen.has(whole)) return skip('duplicate')
      this.seen.add(whole)
    }
    if (mapping.skip.some(({ column, cells: named }) => named.has(cellOf(column)))) return skip('skipped by name')
    const rows = this.tickets.get(ticket)
    const row: TakenRow = { number: this.rows, place, at, seq: this.seqOf(cellOf, place), cells: picked }
    if (rows === undefined) this.tickets.set(ticket, [row])
    else rows.push(row)
  }

  /** Hands out the events, ticket by ticket, and the account of all rows. */
  finish(take: (event: TicketEvent) => void): RowAccount {
    const { mapping, counts, clock, columns } = this
    const reader = new TicketRows(mapping, columns, clock, counts, take)
    for (const [ticket, rows] of this.tickets) {
      if (mapping.seq !== 'line') rows.sort((a, b) => a.at - b.at || compareSeq(a.seq, b.seq) || a.number - b.number)
      reader.read(ticket, rows)
    }
    const { skipped, notes, events, used } = counts
    return { rows: this.rows, used, skipped, notes, events, tickets: this.tickets.size }
  }

  private seqOf(cellOf: (column: ColumnName) => string, place: string): number | undefined {
    const { seq } = this.mapping
    if (seq === undefined) return undefined
    if (seq === 'line') return this.rows
    const cell = cellOf(seq)
    if (/^\d{1,15}$/.test(cell)) return Number(cell)
    tally(this.counts.notes, 'unreadable order', () => `${place}: ${seq.name} “${cell}”`)
    return undefined
  }

  /** Equal cells share one text: tables repeat themselves, and a slice would hold on to its whole row. */
  private interned(cell: string): string {
    const known = this.texts.get(cell)
    if (known !== undefined) return known
    this.texts.set(cell, cell)
    return cell
  }
}

/** Rows without a number come after those with one, as events do (SPEC E2). */
function compareSeq(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY): number {
  return a === b ? 0 : a - b
}
