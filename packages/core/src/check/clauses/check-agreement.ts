/** Public promises that give one matter two different times. */
import {
  type ClockDefinition,
  type Finding,
  isToldToCustomers,
  type PromiseClause,
  type PromiseRow,
} from '../../charter/index.ts'
import { type ComparedCharter, TargetComparer } from '../differences/compare-targets.ts'
import { casesWhere } from '../tables/cases-where.ts'
import { promiseSubject } from '../tables/table-subjects.ts'
import type { Moment } from '../tables/witness.ts'
import { found } from '../words/found.ts'
import { targetKey } from '../words/target-words.ts'

/**
 * Two public promises over one clock that both speak of some ticket, with targets that differ: one finding at the later of
 * the two, with the ticket. What staff promise one another may be tighter than what customers read.
 */
export function checkAgreement(charter: ComparedCharter, moment: Moment): Finding[] {
  const { promises } = charter.document
  const comparer = new TargetComparer(charter, charter, moment.at)
  return promises.flatMap((promise, index) =>
    promises
      .slice(0, index)
      .filter(({ clock }) => clockKey(clock) === clockKey(promise.clock))
      .flatMap((earlier) => disagreement(earlier, promise, charter, comparer, moment)),
  )
}

function clockKey(clock: ClockDefinition): string {
  if (clock.kind === 'declared') return `${clock.from} ${clock.until}`
  return clock.kind === 'resolution' ? `resolution ${clock.until}` : clock.kind
}

function disagreement(
  one: PromiseClause,
  other: PromiseClause,
  { document: { facts } }: ComparedCharter,
  comparer: TargetComparer,
  moment: Moment,
): Finding[] {
  const isRead = ({ audience }: PromiseClause, row: PromiseRow) => isToldToCustomers(row.audience ?? audience)
  const keyed = (promise: PromiseClause) => ({
    source: promiseSubject(facts, promise).source,
    keys: promise.rows.map((row) => `${targetKey(row.target)} ${isRead(promise, row)}`),
  })
  const differ = (before: number, after: number) => {
    const [first, second] = [one.rows[before], other.rows[after]]
    if (first === undefined || second === undefined || !isRead(one, first) || !isRead(other, second)) return false
    return comparer.compare(first.target, second.target).change !== 'same'
  }
  const [clash] = casesWhere(keyed(one), keyed(other), differ, moment)
  if (clash === undefined) return []
  const [gives, otherwise] = [other.rows[clash.new]?.targetText ?? '', one.rows[clash.old]?.targetText ?? '']
  const data = { clause: other.id, gives, other: one.id, otherwise }
  return [found('promises-disagree', other.place, data, clash.witness)]
}
