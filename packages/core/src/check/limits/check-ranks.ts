/** Promises that serve a higher value of an ordered fact later than a lower one: gold later than standard. */
import type {
  CharterDocument,
  Condition,
  FactDefinition,
  Finding,
  PromiseClause,
  PromiseRow,
} from '../../charter/index.ts'
import { acceptedAtoms, atomSpace } from '../../charter/index.ts'
import { type ComparedCharter, TargetComparer } from '../differences/compare-targets.ts'
import { casesWhere, type KeyedTable } from '../tables/cases-where.ts'
import type { Moment, Witness } from '../tables/witness.ts'
import { found } from '../words/found.ts'
import { targetKey } from '../words/target-words.ts'

/**
 * For each promise and each ordered fact of its table, each pair of its values, all other facts being equal: exact, since
 * the table is walked with itself. Targets that cannot be compared for every start (office time beside dates) are left alone.
 * One finding for each row and fact.
 */
export function checkRanks(charter: ComparedCharter, moment: Moment): Finding[] {
  const comparer = new TargetComparer(charter, charter, moment.at)
  return charter.document.promises.flatMap((promise) =>
    rankedFacts(charter.document, promise).flatMap((fact) => findSlower(promise, fact, charter, comparer, moment)),
  )
}

interface Ranked {
  readonly fact: FactDefinition
  /** From the lowest on. */
  readonly values: readonly string[]
}

function rankedFacts({ facts }: CharterDocument, { rows }: PromiseClause): Ranked[] {
  return [...facts.values()].flatMap((fact) => {
    const { name, type } = fact
    const isRanked = type.kind === 'choice' && type.ordered && rows.some(({ cells }) => cells.has(name))
    return isRanked ? [{ fact, values: type.values }] : []
  })
}

function findSlower(
  promise: PromiseClause,
  { fact, values }: Ranked,
  { document }: ComparedCharter,
  comparer: TargetComparer,
  moment: Moment,
): Finding[] {
  const told = new Set<number>()
  const findings: Finding[] = []
  const fromTop = [...values.entries()].toReversed()
  // From the top down, the nearest lower value first: the plainest of several pairs is told.
  for (const [at, [high, higher]] of fromTop.entries())
    for (const [low, lower] of fromTop.slice(at + 1))
      for (const { later, sooner, witness } of slowerRows(promise, document, fact, { low, high }, comparer, moment)) {
        if (told.has(later.number)) continue
        told.add(later.number)
        const data = {
          ...{ row: later.number + 1, clause: promise.id, gives: later.row.targetText },
          ...{ fact: fact.name, higher, lower, sooner: sooner.row.targetText, by: sooner.number + 1 },
        }
        const { facts, ...rest } = witness
        findings.push(
          found('higher-tier-slower', later.row.place, data, { ...rest, facts: { ...facts, [fact.name]: higher } }),
        )
      }
  return findings
}

/** A row with its number in the whole table (from 0). */
interface NumberedRow {
  readonly number: number
  readonly row: PromiseRow
}

interface Slower {
  readonly later: NumberedRow
  readonly sooner: NumberedRow
  readonly witness: Witness
}

/** The rows that serve tickets of the high value later than the same tickets with the low one. */
function slowerRows(
  promise: PromiseClause,
  { facts }: CharterDocument,
  fact: FactDefinition,
  { low, high }: { readonly low: number; readonly high: number },
  comparer: TargetComparer,
  moment: Moment,
): Slower[] {
  const [below, above] = [restricted(promise, facts, fact, low), restricted(promise, facts, fact, high)]
  if (below === undefined || above === undefined) return []
  const both = (old: number, fresh: number) => {
    const [sooner, later] = [below.rows[old], above.rows[fresh]]
    if (sooner === undefined || later === undefined) throw new Error('a row that the table has not')
    return { sooner, later }
  }
  const isLater = (old: number, fresh: number) => {
    const { sooner, later } = both(old, fresh)
    return comparer.compare(sooner.row.target, later.row.target).change === 'looser'
  }
  return casesWhere(below, above, isLater, moment).map(({ old, new: fresh, witness }) => ({
    ...both(old, fresh),
    witness,
  }))
}

interface Restricted extends KeyedTable {
  readonly rows: readonly NumberedRow[]
}

/** The table as tickets of one value see it; undefined where they are outside its scope. */
function restricted(
  { rows, when, hit }: PromiseClause,
  facts: CharterDocument['facts'],
  fact: FactDefinition,
  value: number,
): Restricted | undefined {
  const accepts = (cells: Condition) => {
    const cell = cells.get(fact.name)
    return cell === undefined || acceptedAtoms(atomSpace(fact, [cell]), cell)[value] === true
  }
  if (!accepts(when)) return undefined
  const without = (cells: Condition): Condition => new Map([...cells].filter(([name]) => name !== fact.name))
  const kept = rows.flatMap((row, number) => (accepts(row.cells) ? [{ number, row }] : []))
  const source = { facts, hit, when: without(when), rows: kept.map(({ row }) => ({ cells: without(row.cells) })) }
  return { source, keys: kept.map(({ row }) => targetKey(row.target)), rows: kept }
}
