/** Promises that are tighter than what the agreements beneath them can give. */
import type {
  AgreementClause,
  CharterDocument,
  Duration,
  Finding,
  PromiseClause,
  PromiseRow,
} from '../../charter/index.ts'
import type { ComparedCharter } from '../differences/compare-targets.ts'
import type { TableSource } from '../tables/cases.ts'
import { jointCases } from '../tables/joint-cases.ts'
import type { Moment } from '../tables/witness.ts'
import { found } from '../words/found.ts'
import { localText } from '../words/local-text.ts'
import { targetKey } from '../words/target-words.ts'
import { type WorstStart, worstStart } from './worst-start.ts'

/**
 * For each promise, the agreements that name it under `for` are taken one after the other, in the order written, each in its
 * own calendar (SPEC CH1). One finding for each row of a promise, at the start from which they end latest behind it.
 */
export function checkBeneath(charter: ComparedCharter, moment: Moment): Finding[] {
  const { promises, agreements } = charter.document
  const known = new Map<string, WorstStart | undefined>()
  return promises.flatMap((promise) => {
    const beneath = agreements.filter((agreement) => agreement.for.includes(promise.id))
    return beneath.length === 0 ? [] : tooTight(promise, beneath, charter, moment, known)
  })
}

interface Tight extends WorstStart {
  readonly row: PromiseRow
  readonly agreements: readonly string[]
}

function tooTight(
  promise: PromiseClause,
  beneath: readonly AgreementClause[],
  charter: ComparedCharter,
  moment: Moment,
  known: Map<string, WorstStart | undefined>,
): Finding[] {
  const { facts } = charter.document
  const sources = [promise, ...beneath].map((clause) => sourceOf(facts, clause))
  const cases = jointCases<Tight>(
    sources,
    ([own, ...hits]) => {
      const row = typeof own === 'number' ? promise.rows[own] : undefined
      // Where two rows of an agreement match under “hit: unique”, nobody can say what was agreed.
      if (row === undefined || hits.includes('several')) return undefined
      const given = beneath.flatMap(({ id, rows }, index) => {
        const hit = hits[index]
        const agreed = typeof hit === 'number' ? rows[hit] : undefined
        return agreed === undefined ? [] : [{ id, target: agreed.target }]
      })
      const worst = remembered(
        given.map((one) => one.target),
        row.target,
      )
      return worst && { ...worst, row, agreements: given.map(({ id }) => id) }
    },
    ({ row, start, late }) => `${promise.rows.indexOf(row)} ${start} ${late}`,
    moment,
    ({ start }) => start,
  )
  return promise.rows.flatMap((row, index) => {
    const [worst] = cases
      .filter(({ verdict }) => verdict.row === row)
      .toSorted(({ verdict: a }, { verdict: b }) => b.late - b.early - (a.late - a.early))
    if (worst === undefined) return []
    const { agreements, start, late, early } = worst.verdict
    const zone = charter.zone
    const data = {
      ...{ row: index + 1, clause: promise.id, gives: row.targetText, agreements, count: agreements.length },
      ...{ starts: localText(zone, start), ends: localText(zone, late), due: localText(zone, early), zone: zone.name },
    }
    return [found('promise-tighter-than-agreements', row.place, data, worst.witness)]
  })

  function remembered(given: readonly Duration[], target: Duration): WorstStart | undefined {
    const key = [target, ...given].map(targetKey).join(' + ')
    if (!known.has(key)) known.set(key, worstStart(given, [target], charter, moment.at))
    return known.get(key)
  }
}

function sourceOf(
  facts: CharterDocument['facts'],
  { hit, when, rows }: Pick<TableSource, 'hit' | 'when' | 'rows'>,
): TableSource {
  return { facts, hit, when, rows }
}
