/**
 * A charter bound to the fact columns of a history: each value of a fact is turned into its atom once, so that finding
 * a ticket's row is table look-ups and ANDs.
 */
import { type Day, parseDate } from '../calendar/index.ts'
import {
  atomOfAge,
  atomOfNumber,
  type CompiledCharter,
  type FactDefinition,
  hitRow,
  type Table,
} from '../charter/index.ts'
import type { EventColumns, FactColumn } from '../ticket/index.ts'
import { factNumber } from '../ticket/index.ts'

/** What a ticket's facts are at an instant, as the judge keeps them. */
export interface TicketFacts {
  /** Per fact column of the history: index of the value, -1 for unknown. */
  readonly current: Int32Array
  contacts: number
  messages: number
  reopenings: number
  /** Local date (charter's zone) of the creation, and of now, for ages. */
  createdDay: Day
  today: Day
}

type ColumnSource =
  | { readonly kind: 'absent' }
  | { readonly kind: 'atoms'; readonly column: number; readonly atoms: Uint16Array }
  | { readonly kind: 'age'; readonly column: number; readonly days: Int32Array; readonly now: boolean }
  | { readonly kind: 'count'; readonly name: string }

export interface BoundTable {
  readonly table: Table
  readonly sources: readonly ColumnSource[]
  readonly scratch: Int32Array
}

/** A value in the history that does not fit its fact's type (SPEC F1). */
export interface Misfit {
  readonly fact: string
  readonly value: unknown
}

const NO_DAY = -0x80000000

/** Binds one table. */
export function bindTable(table: Table, facts: readonly FactColumn[]): BoundTable {
  const sources = table.columns.map(({ space }): ColumnSource => {
    if (space.fact.derived) return { kind: 'count', name: space.fact.name }
    const column = facts.findIndex((fact) => fact.name === space.fact.name)
    const values = facts[column]?.values
    if (values === undefined) return { kind: 'absent' }
    const { type } = space.fact
    if (type.kind === 'age') {
      const days = Int32Array.from(values, (value) =>
        typeof value === 'string' ? (parseDate(value.slice(0, 10)) ?? NO_DAY) : NO_DAY,
      )
      return { kind: 'age', column, days, now: type.until === 'now' }
    }
    const atoms = Uint16Array.from(values, (value) => {
      const number = factNumber(type, value)
      if (number === undefined) return space.unknown
      return space.cuts.length === 0 && (type.kind === 'choice' || type.kind === 'yes-no')
        ? number
        : atomOfNumber(space.cuts, number)
    })
    return { kind: 'atoms', column, atoms }
  })
  return { table, sources, scratch: new Int32Array(table.columns.length) }
}

/** The row that a ticket's facts hit: from 0, NO_ROW or SEVERAL_ROWS. */
export function rowOf(bound: BoundTable, facts: TicketFacts): number {
  const { sources, scratch, table } = bound
  for (let index = 0; index < sources.length; index++) scratch[index] = atomOf(bound, index, facts)
  return hitRow(table, scratch)
}

/** The atom of one column of a bound table for a ticket's facts. */
export function atomOf(bound: BoundTable, index: number, facts: TicketFacts): number {
  const source = bound.sources[index] as ColumnSource
  const space = (bound.table.columns[index] as Table['columns'][number]).space
  if (source.kind === 'atoms') {
    const value = facts.current[source.column] as number
    return value < 0 ? space.unknown : (source.atoms[value] as number)
  }
  if (source.kind === 'absent') return space.unknown
  if (source.kind === 'age') {
    const value = facts.current[source.column] as number
    const day = value < 0 ? NO_DAY : (source.days[value] as number)
    return day === NO_DAY ? space.unknown : atomOfAge(space.cuts, day, source.now ? facts.today : facts.createdDay)
  }
  return atomOfNumber(
    space.cuts,
    source.name === 'contacts' ? facts.contacts : source.name === 'messages' ? facts.messages : facts.reopenings,
  )
}

/** A charter's tables, bound to one history. */
export interface BoundCharter {
  readonly charter: CompiledCharter
  readonly columns: EventColumns
  readonly promises: readonly BoundTable[]
  readonly remedies: readonly BoundTable[]
  readonly authority: readonly BoundTable[]
  readonly escalation: readonly BoundTable[]
}

/** Binds all tables of a charter. */
export function bindCharter(charter: CompiledCharter, columns: EventColumns): BoundCharter {
  const bind = ({ table }: { readonly table: Table }) => bindTable(table, columns.facts)
  return {
    charter,
    columns,
    promises: charter.promises.map(bind),
    remedies: charter.remedies.map(bind),
    authority: charter.authority.map(bind),
    escalation: charter.escalation.map(bind),
  }
}

/** The values of a history that do not fit their facts' types; they count as unknown. */
export function misfits(facts: ReadonlyMap<string, FactDefinition>, columns: readonly FactColumn[]): readonly Misfit[] {
  const found: Misfit[] = []
  for (const column of columns) {
    const type = facts.get(column.name)?.type
    if (type === undefined) continue
    for (const value of column.values) {
      const fits =
        type.kind === 'age'
          ? typeof value === 'string' && parseDate(value.slice(0, 10)) !== undefined
          : factNumber(type, value) !== undefined
      if (value !== null && !fits) found.push({ fact: column.name, value })
    }
  }
  return found
}
