/** Promises that serve a higher value of an ordered fact later than a lower one: gold later than standard. */
import type { CharterDocument, Condition, FactDefinition, Finding, PromiseClause } from '../charter/index.ts'
import { acceptedAtoms, atomSpace } from '../charter/index.ts'
import { casesWhere, type KeyedTable } from './cases-where.ts'
import { type ComparedCharter, TargetComparer } from './compare-targets.ts'
import { found } from './found.ts'
import { targetKey } from './target-words.ts'
import type { Moment, Witness } from './witness.ts'

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

function rankedFacts({ facts }: CharterDocument, { rows }: PromiseClause): FactDefinition[] {
  return [...facts.values()].filter(
    ({ name, type }) => type.kind === 'choice' && type.ordered && rows.some(({ cells }) => cells.has(name)),
  )
}

function findSlower(
  promise: PromiseClause,
  fact: FactDefinition,
  { document }: ComparedCharter,
  comparer: TargetComparer,
  moment: Moment,
): Finding[] {
  const values = fact.type.kind === 'choice' ? fact.type.values : []
  const told = new Set<number>()
  const findings: Finding[] = []
  // From the top down, the nearest lower value first: the plainest of several pairs is told.
  for (let high = values.length - 1; high > 0; high--)
    for (let low = high - 1; low >= 0; low--)
      for (const slower of slowerRows(promise, document, fact, { low, high }, comparer, moment)) {
        if (told.has(slower.row)) continue
        told.add(slower.row)
        const [row, sooner] = [promise.rows[slower.row], promise.rows[slower.by]]
        if (row === undefined || sooner === undefined) continue
        const [higher = '', lower = ''] = [values[high], values[low]]
        const data = {
          ...{ row: slower.row + 1, clause: promise.id, gives: row.targetText },
          ...{ fact: fact.name, higher, lower, sooner: sooner.targetText, by: slower.by + 1 },
        }
        const { facts, ...rest } = slower.witness
        findings.push(
          found('higher-tier-slower', row.place, data, { ...rest, facts: { ...facts, [fact.name]: higher } }),
        )
      }
  return findings
}

interface Slower {
  readonly row: number
  readonly by: number
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
  const isLater = (old: number, fresh: number) => {
    const [sooner, later] = [below.rows[old]?.row.target, above.rows[fresh]?.row.target]
    return sooner !== undefined && later !== undefined && comparer.compare(sooner, later).change === 'looser'
  }
  return casesWhere(below, above, isLater, moment).flatMap(({ old, new: fresh, witness }) => {
    const [row, by] = [above.rows[fresh]?.number, below.rows[old]?.number]
    return row === undefined || by === undefined ? [] : [{ row, by, witness }]
  })
}

interface Restricted extends KeyedTable {
  readonly rows: readonly { readonly number: number; readonly row: PromiseClause['rows'][number] }[]
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
