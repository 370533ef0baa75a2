/** Public promises that give one matter two different times. */
import type { ClockDefinition, Finding, PromiseClause } from '../charter/index.ts'
import { type ComparedCharter, TargetComparer } from './compare-targets.ts'
import { pathIn } from './diagram-paths.ts'
import { found } from './found.ts'
import { numbersByKey } from './outcome-classes.ts'
import { hitsAt, tableDifferences } from './table-differences.ts'
import { promiseSubject } from './table-subjects.ts'
import { targetKey } from './target-words.ts'
import { type Moment, witnessOf } from './witness.ts'

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
  const [old, fresh] = [promiseSubject(facts, one).source, promiseSubject(facts, other).source]
  const classOf = ({ rows, audience }: PromiseClause) => {
    const numbers = numbersByKey(
      rows.map((row) => `${targetKey(row.target)} ${(row.audience ?? audience) === 'public'}`),
    )
    return (row: number) => numbers[row] ?? 0
  }
  const differ = (before: number, after: number) => {
    const [first, second] = [one.rows[before], other.rows[after]]
    if (first === undefined || second === undefined) return false
    const isRead = (first.audience ?? one.audience) === 'public' && (second.audience ?? other.audience) === 'public'
    return isRead && comparer.compare(first.target, second.target).change !== 'same'
  }
  const differences = tableDifferences(
    old,
    fresh,
    { old: classOf(one), new: classOf(other) },
    (before, after) => typeof before !== 'number' || typeof after !== 'number' || !differ(before, after),
  )
  if (differences === 'too large') return []
  for (const { cases, boxes } of differences)
    for (const box of boxes) {
      const path = pathIn(box)
      const witness = witnessOf(cases.columns, path, moment)
      const hits = hitsAt(old, fresh, cases, path)
      if (witness === undefined || typeof hits.old !== 'number' || typeof hits.new !== 'number') continue
      const [gives, otherwise] = [other.rows[hits.new]?.targetText ?? '', one.rows[hits.old]?.targetText ?? '']
      return [found('promises-disagree', other.place, { clause: other.id, gives, other: one.id, otherwise }, witness)]
    }
  return []
}
