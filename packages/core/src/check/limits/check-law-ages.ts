/** Remedies that end before the customer's right by law does. */
import { formatDate, localDay } from '../../calendar/index.ts'
import {
  type CharterDocument,
  type Condition,
  type Cut,
  compareCuts,
  type FactDefinition,
  type Finding,
  type RemedyClause,
} from '../../charter/index.ts'
import { type LawAge, type LawRow, lawRowsFor, lawTimeText } from '../../law/index.ts'
import type { TableSource } from '../tables/cases.ts'
import { casesWhere, type KeyedTable } from '../tables/cases-where.ts'
import { type Moment, witnessDate } from '../tables/witness.ts'
import { found } from '../words/found.ts'

interface AgedRow extends LawRow {
  readonly age: LawAge
}

/**
 * Each row of law in force that says how old a purchase may be, against each remedy clause with a condition on an age: is
 * there a ticket of the row's matter, not older than that, to which the clause gives nothing for its age alone? The last
 * date is within, as the day of the purchase is not counted. Rows whose matter the charter does not tell apart find nothing.
 */
export function checkLawAges({ law, facts, remedies }: CharterDocument, moment: Moment): Finding[] {
  if (law === undefined) return []
  const off = new Set(law.off.map(({ row }) => row))
  const rows = lawRowsFor(law.jurisdictions, law.sectors).filter(
    (row): row is AgedRow => row.age !== undefined && !off.has(row.id),
  )
  return rows.flatMap((row) => {
    const matter = law.matters.get(row.age.matter)
    if (matter === undefined) return []
    return remedies.flatMap((remedy) =>
      agesIn(remedy, facts)
        .filter(({ name }) => !matter.has(name))
        .flatMap((fact) => shorter(row, matter, remedy, fact, facts, moment)),
    )
  })
}

function agesIn({ when, rows }: RemedyClause, facts: ReadonlyMap<string, FactDefinition>): FactDefinition[] {
  const conditions = [when, ...rows.map(({ cells }) => cells)]
  return [...facts.values()].filter(
    ({ name, type }) => type.kind === 'age' && conditions.some((cells) => isAsked(cells, name)),
  )
}

function isAsked(cells: Condition, fact: string): boolean {
  return (cells.get(fact)?.accepts ?? 'any') !== 'any'
}

function shorter(
  { id, age }: AgedRow,
  matter: Condition,
  remedy: RemedyClause,
  { name }: FactDefinition,
  facts: ReadonlyMap<string, FactDefinition>,
  moment: Moment,
): Finding[] {
  const end = endOf(age)
  // Months beside days may have no one order: nothing is compared then.
  if (cutsOf(remedy, name).some((cut) => compareCuts(cut, end) === undefined)) return []
  const { place } = remedy
  const within = { fact: name, text: '', accepts: [{ kind: 'range' as const, to: end }], place }
  const inTime: Condition = new Map([...matter, [name, within]])
  const told = withAge(remedy, name, facts)
  const anyAge = withoutAge(remedy, name, facts, inTime)
  const gives = ({ keys }: KeyedTable, row: number) => keys[row] === GIVES
  const [hit] = casesWhere(anyAge, told, (any, own) => gives(anyAge, any) && !gives(told, own), moment)
  if (hit === undefined) return []
  const refusing = remedy.rows[hit.new]
  const on = hit.witness.at === undefined ? moment.at : Date.parse(hit.witness.at)
  const data = {
    clause: remedy.id,
    fact: name,
    since: witnessDate(hit.witness, name),
    on: formatDate(localDay(moment.zone, on)),
    law: id,
    allows: lawTimeText(age.within),
  }
  return [found('remedy-shorter-than-law', refusing?.place ?? place, data, hit.witness)]
}

const GIVES = 'gives'
const NOTHING = 'nothing'

/** The first age that is too old. */
function endOf({ within: { count, unit } }: LawAge): Cut {
  return { kind: 'age', months: unit === 'month' ? count : 0, days: unit === 'month' ? 1 : count + 1 }
}

function cutsOf({ when, rows }: RemedyClause, fact: string): Cut[] {
  return [when, ...rows.map(({ cells }) => cells)].flatMap((cells) => {
    const accepts = cells.get(fact)?.accepts ?? 'any'
    if (accepts === 'any') return []
    return accepts.flatMap((one) => (one.kind === 'range' ? [one.from, one.to].filter((cut) => cut !== undefined) : []))
  })
}

/** The remedy as it is, with a last row that gives nothing; a scope in ages counts as a condition of its rows. */
function withAge({ when, rows }: RemedyClause, fact: string, facts: TableSource['facts']): KeyedTable {
  const scope = when.get(fact)
  const own = rows.map(({ cells }) => ({
    cells: scope === undefined || cells.has(fact) ? cells : new Map([...cells, [fact, scope]]),
  }))
  const none: Condition = new Map()
  return {
    source: { facts, hit: 'first', when: without(when, fact), rows: [...own, { cells: none }] },
    keys: [...rows.map(({ allow }) => (allow.length > 0 ? GIVES : NOTHING)), NOTHING],
  }
}

/** What it would give to such a ticket of any age: a row that refuses an age refuses nothing then. */
function withoutAge({ rows }: RemedyClause, fact: string, facts: TableSource['facts'], inTime: Condition): KeyedTable {
  const kept = rows.filter(({ allow, cells }) => allow.length > 0 || !isAsked(cells, fact))
  return {
    source: { facts, hit: 'first', when: inTime, rows: kept.map(({ cells }) => ({ cells: without(cells, fact) })) },
    keys: kept.map(({ allow }) => (allow.length > 0 ? GIVES : NOTHING)),
  }
}

function without(cells: Condition, fact: string): Condition {
  return new Map([...cells].filter(([name]) => name !== fact))
}
