/** The tables of two wordings of one promise compared: for whom they became stricter or looser. */
import { type Audience, audienceName, type PromiseClause, type PromiseRow } from '../../charter/index.ts'
import { pathIn } from '../diagram/diagram-paths.ts'
import { toldCases } from '../tables/case-conditions.ts'
import type { TableSource } from '../tables/cases.ts'
import { numbersByKey } from '../tables/outcome-classes.ts'
import { givenOf, instantText, type Witness, witnessAt, witnessOf } from '../tables/witness.ts'
import { boxesWords } from '../words/case-words.ts'
import { audienceText, targetKey } from '../words/target-words.ts'
import type { ComparedCharter, TargetComparer, TargetComparison } from './compare-targets.ts'
import { type CustomersGet, ofAudience, together } from './customers.ts'
import type { DifferencePart, DifferenceWitness, Treatment } from './difference.ts'
import { rowsSays, saysOf } from './difference-forms.ts'
import { type Hit, hitsAt, type TableDifference, tableDifferences } from './table-differences.ts'

/** Kinds of case told in one sentence. */
const MOST_TOLD = 3

export interface Charters {
  readonly old: ComparedCharter
  readonly new: ComparedCharter
}

/** What their tables promise differently. */
export function promiseRowParts(
  old: PromiseClause,
  fresh: PromiseClause,
  charters: Charters,
  comparer: TargetComparer,
  asOf: number,
): DifferencePart[] {
  return new RowComparison(old, fresh, charters, comparer, asOf).parts()
}

/** The tables of two wordings, row by row against each other. */
class RowComparison {
  private readonly old: PromiseClause
  private readonly fresh: PromiseClause
  private readonly charters: Charters
  private readonly comparer: TargetComparer
  private readonly asOf: number

  constructor(old: PromiseClause, fresh: PromiseClause, charters: Charters, comparer: TargetComparer, asOf: number) {
    this.old = old
    this.fresh = fresh
    this.charters = charters
    this.comparer = comparer
    this.asOf = asOf
  }

  parts(): DifferencePart[] {
    const sources = this.sources()
    const oldClasses = numbersByKey(this.old.rows.map((row) => outcomeKey(this.old, row)))
    const newClasses = numbersByKey(this.fresh.rows.map((row) => outcomeKey(this.fresh, row)))
    const differences = tableDifferences(
      sources.old,
      sources.new,
      { old: (row) => oldClasses[row] ?? 0, new: (row) => newClasses[row] ?? 0 },
      (old, fresh) =>
        this.compare(old, fresh).change === 'same' &&
        this.audienceOf(this.old, old) === this.audienceOf(this.fresh, fresh),
    )
    if (differences === 'too large') {
      return [
        {
          about: 'rows',
          change: 'changed',
          text: 'the tables hold too many different cases to be compared one by one',
          says: saysOf('rows.too-large', {}),
          customers: 'both',
        },
      ]
    }
    return differences.map((difference) => this.part(difference))
  }

  private sources(): { old: TableSource; new: TableSource } {
    return {
      old: { facts: this.charters.old.document.facts, ...tableOf(this.old) },
      new: { facts: this.charters.new.document.facts, ...tableOf(this.fresh) },
    }
  }

  private compare(old: Hit, fresh: Hit): TargetComparison {
    const [before, after] = [targetOf(this.old, old), targetOf(this.fresh, fresh)]
    if (before !== undefined && after !== undefined) return this.comparer.compare(before, after)
    const equal = { openings: 'equal' } as const
    if (old === fresh) return { change: 'same', ...equal }
    if (old === 'several' || fresh === 'several') return { change: 'changed', ...equal }
    return { change: before === undefined ? 'stricter' : 'looser', ...equal }
  }

  private part(difference: TableDifference): DifferencePart {
    const { cases, boxes, all } = difference
    const comparison = this.compare(difference.old, difference.new)
    const change = comparison.change === 'same' ? 'changed' : comparison.change
    const [old, fresh] = this.words(difference, comparison)
    const [before, after] = this.given(difference, comparison)
    const where = boxesWords(cases.columns, boxes, MOST_TOLD, all)
    const customers = this.customersGet(difference, comparison)
    const witness = this.witness(difference, comparison)
    return {
      about: comparison.change === 'same' ? 'audience' : 'rows',
      change,
      text: `${change} for ${where === '' ? 'every ticket' : where}: ${old} → ${fresh}`,
      says: rowsSays(toldCases(cases.columns, boxes, MOST_TOLD, all), before, after),
      where,
      old,
      new: fresh,
      ...(customers === undefined ? {} : { customers }),
      ...(witness === undefined ? {} : { witness }),
    }
  }

  /** A promise that is not judged, since several rows match, is none (SPEC C6, D3). */
  private customersGet({ old, new: fresh }: TableDifference, { change }: TargetComparison): CustomersGet | undefined {
    const [before, after] = [rowAudience(this.old, old), rowAudience(this.fresh, fresh)]
    if (before === undefined || after === undefined) return before === after ? undefined : before ? 'less' : 'more'
    return together([ofComparison(change), ofAudience(before, after)])
  }

  /** What stands on both sides of the arrow. Where the words would be equal, the difference itself is told. */
  private words({ old, new: fresh }: TableDifference, { change, openings }: TargetComparison): [string, string] {
    const [before, after] = [givesWords(this.old, old), givesWords(this.fresh, fresh)]
    if (change === 'same') {
      return [`${before} (${this.audienceOf(this.old, old)})`, `${after} (${this.audienceOf(this.fresh, fresh)})`]
    }
    if (openings === 'equal') return [before, after]
    return [before, `${after} (${OPENINGS_WORDS[openings]})`]
  }

  /** The same as data. */
  private given(
    { old, new: fresh }: TableDifference,
    { change, openings }: TargetComparison,
  ): [readonly string[], readonly string[]] {
    const [before, after] = [givenBy(this.old, old), givenBy(this.fresh, fresh)]
    if (change === 'same') {
      return [
        [...before, ...audienceGiven(this.old, old)],
        [...after, ...audienceGiven(this.fresh, fresh)],
      ]
    }
    return openings === 'equal' ? [before, after] : [before, [...after, 'opens', openings]]
  }

  private audienceOf(clause: PromiseClause, hit: Hit): string {
    const audience = rowAudience(clause, hit)
    return audience === undefined ? '' : audienceText(audience)
  }

  private witness({ cases, boxes }: TableDifference, { at }: TargetComparison): DifferenceWitness | undefined {
    const { old, new: fresh } = this.sources()
    for (const box of boxes) {
      const path = pathIn(box)
      const moment = { at: at ?? this.asOf, zone: this.charters.new.zone }
      const ticket: Witness | undefined = (at === undefined ? witnessOf : witnessAt)(cases.columns, path, moment)
      if (ticket === undefined) continue
      const created = ticket.at === undefined ? moment.at : Date.parse(ticket.at)
      const hits = hitsAt(old, fresh, cases, path)
      return {
        ticket: givenOf({ ...ticket, at: instantText(created) }),
        old: this.treatment('old', this.old, hits.old, created),
        new: this.treatment('new', this.fresh, hits.new, created),
      }
    }
    return undefined
  }

  private treatment(side: 'old' | 'new', clause: PromiseClause, hit: Hit, created: number): Treatment {
    const target = targetOf(clause, hit)
    const falls =
      target === undefined || clause.clock.kind === 'declared' ? undefined : this.comparer.dueOf(side, target, created)
    return {
      row: typeof hit === 'number' ? hit + 1 : null,
      gives: givesWords(clause, hit),
      ...(falls === undefined ? {} : { due: instantText(falls) }),
    }
  }
}

const OPENINGS_WORDS = {
  equal: '',
  wider: 'which now opens more',
  narrower: 'which now opens less',
  other: 'which now has other hours',
} as const

function tableOf({ hit, when, rows }: PromiseClause): Omit<TableSource, 'facts'> {
  return { hit, when, rows }
}

function outcomeKey(clause: PromiseClause, row: PromiseRow): string {
  return `${targetKey(row.target)}, ${audienceText(row.audience ?? clause.audience)}`
}

function targetOf(clause: PromiseClause, hit: Hit) {
  return typeof hit === 'number' ? clause.rows[hit]?.target : undefined
}

function rowAudience(clause: PromiseClause, hit: Hit): Audience | undefined {
  const row = typeof hit === 'number' ? clause.rows[hit] : undefined
  return row === undefined ? undefined : (row.audience ?? clause.audience)
}

function audienceGiven(clause: PromiseClause, hit: Hit): readonly string[] {
  const audience = rowAudience(clause, hit)
  return audience === undefined ? [] : ['audience', audienceName(audience)]
}

function givenBy(clause: PromiseClause, hit: Hit): readonly string[] {
  if (typeof hit === 'number') return ['gives', givesWords(clause, hit)]
  return [hit === 'none' ? 'no-promise' : hit]
}

function givesWords(clause: PromiseClause, hit: Hit): string {
  if (typeof hit === 'number') return clause.rows[hit]?.targetText ?? ''
  return hit === 'none' ? 'no promise' : 'nothing, since several rows match'
}

function ofComparison(change: TargetComparison['change']): CustomersGet | undefined {
  if (change === 'same') return undefined
  return change === 'changed' ? 'both' : change === 'stricter' ? 'more' : 'less'
}
