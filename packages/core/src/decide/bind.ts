/**
 * A charter bound to the fact columns of a history: each value of a fact is turned into its atom once, so that finding
 * a ticket's row is table look-ups and ANDs.
 */
import type { Day, Zone } from '../calendar/index.ts'
import {
  atomOfNumber,
  type CompiledCharter,
  type Cut,
  type FactDefinition,
  hitOf,
  hitRow,
  NO_ROW,
  reachedOn,
  type Table,
  type TableColumn,
} from '../charter/index.ts'
import type { EventColumns, FactColumn } from '../ticket/index.ts'
import { FactNumbers, type Misfit } from './fact-numbers.ts'

/** What a ticket's facts are at an instant, as the judge keeps them. */
export interface TicketFacts {
  /** Per fact column of the history: index of the value, -1 for unknown. */
  readonly current: Int32Array
  contacts: number
  messages: number
  reopenings: number
  unanswered: number
  /** Local date (charter's zone) of the creation, and of now, for ages; NaN where the zone is not known for so long. */
  createdDay: Day
  today: Day
}

const SOURCE = {
  values: 0,
  age: 1,
  ageNow: 2,
  contacts: 3,
  messages: 4,
  reopenings: 5,
  unanswered: 6,
  absent: 7,
} as const
const COUNTS: Readonly<Record<string, number>> = {
  contacts: SOURCE.contacts,
  messages: SOURCE.messages,
  reopenings: SOURCE.reopenings,
  unanswered: SOURCE.unanswered,
}

/** Where a table's column takes its atom from. All have one shape, since the judge asks millions of times. */
interface BoundColumn {
  readonly source: number
  /** Index of the history's fact column. */
  readonly fact: number
  /** By value + 1: its atom; first the one for unknown. */
  readonly atoms: Uint16Array
  /** For ages, `cuts.length + 1` for each value: the date itself (NO_DATE for none), and when it reaches each cut. */
  readonly reached: Int32Array
  readonly cuts: readonly Cut[]
  readonly unknown: number
  readonly bits: Int32Array
}

export interface BoundTable {
  readonly table: Table
  readonly columns: readonly BoundColumn[]
  readonly scratch: Int32Array
}

const NO_DATE = -0x80000000
const NO_ATOMS = new Uint16Array()
const NO_DATES = new Int32Array()

/** Binds one table. */
export function bindTable(table: Table, facts: FactNumbers): BoundTable {
  const columns = table.columns.map((column) => bindColumn(column, facts))
  return { table, columns, scratch: new Int32Array(columns.length) }
}

function bindColumn({ space, bits }: TableColumn, facts: FactNumbers): BoundColumn {
  const { fact, cuts, unknown } = space
  const plain = { fact: -1, atoms: NO_ATOMS, reached: NO_DATES, cuts, unknown, bits }
  if (fact.derived) return { ...plain, source: COUNTS[fact.name] ?? SOURCE.absent }
  const found = facts.of(fact.name)
  if (found === undefined) return { ...plain, source: SOURCE.absent }
  const { column, numbers } = found
  if (fact.type.kind === 'age') {
    const step = cuts.length + 1
    const reached = new Int32Array(numbers.length * step).fill(NO_DATE)
    numbers.forEach((day, value) => {
      if (!Number.isNaN(day)) reached.set([day, ...cuts.map((cut) => reachedOn(cut, day))], value * step)
    })
    return { ...plain, source: fact.type.until === 'now' ? SOURCE.ageNow : SOURCE.age, fact: column, reached }
  }
  const isValue = fact.type.kind === 'choice' || fact.type.kind === 'yes-no'
  const atoms = new Uint16Array(numbers.length + 1)
  atoms[0] = unknown
  numbers.forEach((number, value) => {
    atoms[value + 1] = Number.isNaN(number) ? unknown : isValue ? number : atomOfNumber(cuts, number)
  })
  return { ...plain, source: SOURCE.values, fact: column, atoms }
}

/** The row that a ticket's facts hit: from 0, NO_ROW or SEVERAL_ROWS. */
export function rowOf({ table, columns, scratch }: BoundTable, facts: TicketFacts): number {
  if (table.words === 1) {
    let live = -1
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index] as BoundColumn
      live &= column.bits[atomOfColumn(column, facts)] as number
      if (live === 0) return NO_ROW
    }
    return hitOf(table, live)
  }
  for (let index = 0; index < columns.length; index++) {
    scratch[index] = atomOfColumn(columns[index] as BoundColumn, facts)
  }
  return hitRow(table, scratch)
}

/** The atom of one column of a bound table for a ticket's facts. */
export function atomOf(bound: BoundTable, index: number, facts: TicketFacts): number {
  return atomOfColumn(bound.columns[index] as BoundColumn, facts)
}

function atomOfColumn(column: BoundColumn, facts: TicketFacts): number {
  const { source } = column
  if (source === SOURCE.values) return column.atoms[(facts.current[column.fact] as number) + 1] as number
  if (source === SOURCE.age) return atomOfAge(column, facts, facts.createdDay)
  if (source === SOURCE.ageNow) return atomOfAge(column, facts, facts.today)
  if (source === SOURCE.contacts) return atomOfNumber(column.cuts, facts.contacts)
  if (source === SOURCE.messages) return atomOfNumber(column.cuts, facts.messages)
  if (source === SOURCE.reopenings) return atomOfNumber(column.cuts, facts.reopenings)
  if (source === SOURCE.unanswered) return atomOfNumber(column.cuts, facts.unanswered)
  return column.unknown
}

function atomOfAge({ fact, reached, cuts, unknown }: BoundColumn, { current }: TicketFacts, reference: Day): number {
  const value = current[fact] as number
  const first = value * (cuts.length + 1)
  // Past the zone's horizon no age is known, and so no row is hit that a wrong one might hit (T8).
  if (value < 0 || reached[first] === NO_DATE || Number.isNaN(reference)) return unknown
  let atom = 0
  while (atom < cuts.length && (reached[first + atom + 1] as number) <= reference) atom++
  return atom
}

/** A charter's tables, bound to one history. */
export interface BoundCharter {
  readonly charter: CompiledCharter
  readonly columns: EventColumns
  readonly facts: FactNumbers
  readonly promises: readonly BoundTable[]
  readonly remedies: readonly BoundTable[]
  readonly authority: readonly BoundTable[]
  readonly escalation: readonly BoundTable[]
}

/** Binds all tables of a charter. */
export function bindCharter(charter: CompiledCharter, columns: EventColumns): BoundCharter {
  const facts = new FactNumbers(charter.facts, columns.facts, charter.zone)
  const bind = ({ table }: { readonly table: Table }) => bindTable(table, facts)
  return {
    charter,
    columns,
    facts,
    promises: charter.promises.map(bind),
    remedies: charter.remedies.map(bind),
    authority: charter.authority.map(bind),
    escalation: charter.escalation.map(bind),
  }
}

/** The values of a history that do not fit their facts' types; they count as unknown. */
export function misfits(
  facts: ReadonlyMap<string, FactDefinition>,
  columns: readonly FactColumn[],
  zone: Zone,
): readonly Misfit[] {
  return new FactNumbers(facts, columns, zone).misfits()
}
