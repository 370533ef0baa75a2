/** Promises of two versions compared: for whom they became stricter or looser, and what else changed. */
import type { Audience, ClockDefinition, Measure, PromiseClause, PromiseRow } from '../charter/index.ts'
import { toldCases } from './case-conditions.ts'
import { andWords, boxesWords } from './case-words.ts'
import type { TableSource } from './cases.ts'
import { clockOf, clockWords } from './clock-words.ts'
import type { ComparedCharter, TargetComparer, TargetComparison } from './compare-targets.ts'
import { type CustomersGet, marked, ofAudience, ofLarger, ofMore, together } from './customers.ts'
import { pathIn } from './diagram-paths.ts'
import { audienceName, audienceParts } from './diff-audience.ts'
import { ofNaming } from './diff-owed.ts'
import { wordingParts } from './diff-texts.ts'
import type { DifferencePart, DifferenceWitness, Treatment } from './difference.ts'
import { rowsSays, saysOf, saysSides } from './difference-forms.ts'
import { numbersByKey } from './outcome-classes.ts'
import { listed, plainPart } from './plain-part.ts'
import { type Hit, hitsAt, type TableDifference, tableDifferences } from './table-differences.ts'
import { audienceText, targetKey } from './target-words.ts'
import { givenOf, instantText, type Witness, witnessAt, witnessOf } from './witness.ts'

/** Kinds of case told in one sentence. */
const MOST_TOLD = 3

interface Charters {
  readonly old: ComparedCharter
  readonly new: ComparedCharter
}

/** All that two wordings of one promise say differently. */
export function promiseParts(
  old: PromiseClause,
  fresh: PromiseClause,
  charters: Charters,
  comparer: TargetComparer,
  asOf: number,
): DifferencePart[] {
  return [
    ...marked(clockParts(old.clock, fresh.clock), 'both'),
    ...promiseRowParts(old, fresh, charters, comparer, asOf),
    ...pauseParts(old, fresh),
    ...marked(
      plainPart('on change', old.onChange, fresh.onChange, saysSides('on-change', {}, old.onChange, fresh.onChange)),
      'both',
    ),
    ...marked(
      plainPart(
        'no answer needed',
        old.noAnswerNeeded.join(', '),
        fresh.noAnswerNeeded.join(', '),
        saysSides('no-answer-needed', {}, listed(old.noAnswerNeeded), listed(fresh.noAnswerNeeded)),
      ),
      ofReasons(old, fresh, charters),
    ),
    ...marked(
      plainPart(
        'if broken',
        ifBroken(old).join(', '),
        ifBroken(fresh).join(', '),
        saysSides('if-broken', {}, listed(ifBroken(old)), listed(ifBroken(fresh))),
      ),
      ofIfBroken(old, fresh, charters),
    ),
    ...marked(
      plainPart(
        'measured',
        old.measured.map(measureWords).join(', '),
        fresh.measured.map(measureWords).join(', '),
        saysSides('measured', {}, listed(old.measured.map(measureText)), listed(fresh.measured.map(measureText))),
      ),
      ofMeasures(old.measured, fresh.measured),
    ),
    ...audienceParts(old.audience, fresh.audience),
    ...wordingParts([
      ['says', old.says, fresh.says],
      ['because', old.because, fresh.because],
    ]),
  ]
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

function clockParts(old: ClockDefinition, fresh: ClockDefinition): DifferencePart[] {
  return plainPart('clock', clockWords(old), clockWords(fresh), saysSides('clock', {}, clockOf(old), clockOf(fresh)))
}

/** A pause stops the clock, so one more makes the promise looser. */
function pauseParts(old: PromiseClause, fresh: PromiseClause): DifferencePart[] {
  const added = fresh.pauses.filter((state) => !old.pauses.includes(state))
  const dropped = old.pauses.filter((state) => !fresh.pauses.includes(state))
  return [
    ...(added.length > 0
      ? [
          {
            about: 'pauses',
            change: 'looser',
            text: `looser: the clock now stops while ${andWords(added)}`,
            says: saysOf('pauses.more', { states: added }),
            customers: 'less',
          } as const,
        ]
      : []),
    ...(dropped.length > 0
      ? [
          {
            about: 'pauses',
            change: 'stricter',
            text: `stricter: the clock no longer stops while ${andWords(dropped)}`,
            says: saysOf('pauses.fewer', { states: dropped }),
            customers: 'more',
          } as const,
        ]
      : []),
  ]
}

function ofComparison(change: TargetComparison['change']): CustomersGet | undefined {
  if (change === 'same') return undefined
  return change === 'changed' ? 'both' : change === 'stricter' ? 'more' : 'less'
}

/** A reason to leave a customer unanswered counts for all promises of a charter (SPEC K8), so what others list is no news. */
function ofReasons(old: PromiseClause, fresh: PromiseClause, charters: Charters): CustomersGet | undefined {
  const [before, after] = [charters.old, charters.new].map(({ document }) => new Set(document.noAnswerNeeded))
  const added = fresh.noAnswerNeeded.some((reason) => !before?.has(reason))
  const dropped = old.noAnswerNeeded.some((reason) => !after?.has(reason))
  return together([added ? 'less' : undefined, dropped ? 'more' : undefined])
}

function ofIfBroken(old: PromiseClause, fresh: PromiseClause, charters: Charters): CustomersGet | undefined {
  const [before, after] = [old.ifBroken, fresh.ifBroken]
  return together([
    ofLarger(Number(before?.apologise ?? false), Number(after?.apologise ?? false)),
    ...(before?.remedy === after?.remedy
      ? []
      : [before?.remedy, after?.remedy].map((remedy) =>
          ofNaming(remedy, charters.old.document, charters.new.document),
        )),
  ])
}

/** A measure is the same one where its kind and its period are; the higher share and the shorter mean promise more. */
function ofMeasures(old: readonly Measure[], fresh: readonly Measure[]): CustomersGet | undefined {
  const [before, after] = [old, fresh].map(
    (measures) => new Map(measures.map((measure) => [measureName(measure), measure])),
  )
  if (before === undefined || after === undefined) return undefined
  const kept = [...before].flatMap(([name, one]) => {
    const other = after.get(name)
    return other === undefined ? [] : [ofLarger(worthOf(one), worthOf(other))]
  })
  return together([ofMore(new Set(before.keys()), new Set(after.keys())), ...kept])
}

function measureName(measure: Measure): string {
  return measure.kind === 'each' ? measure.kind : `${measure.kind} ${measure.period}`
}

function worthOf(measure: Measure): number {
  return measure.kind === 'share' ? measure.percent : measure.kind === 'mean' ? -measure.ms : 0
}

function ifBroken({ ifBroken: then }: PromiseClause): readonly string[] {
  return [then?.apologise ? 'apologise' : '', then?.remedy ?? ''].filter((word) => word !== '')
}

/** As a charter writes it: `each`, `95% a month`, `<= 3 h a month`. */
function measureText(measure: Measure): string {
  if (measure.kind === 'each') return 'each'
  return measure.kind === 'share' ? `${measure.percent}% a ${measure.period}` : measure.text
}

function measureWords(measure: Measure): string {
  if (measure.kind === 'each') return 'each'
  if (measure.kind === 'share') return `share ${measure.percent}% a ${measure.period}`
  return `mean ${measure.text}`
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
