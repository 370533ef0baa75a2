/** Promises of two versions compared: what else than their tables became stricter or looser. */
import type { ClockDefinition, Measure, PromiseClause } from '../../charter/index.ts'
import { andWords } from '../words/case-words.ts'
import { clockOf, clockWords } from '../words/clock-words.ts'
import type { TargetComparer } from './compare-targets.ts'
import { type CustomersGet, ofLarger, ofMore, together } from './customers.ts'
import { audienceParts } from './diff-audience.ts'
import { ofNaming } from './diff-owed.ts'
import { type Charters, promiseRowParts } from './diff-promise-rows.ts'
import { wordingParts } from './diff-texts.ts'
import type { DifferencePart } from './difference.ts'
import { saysOf, saysSides } from './difference-forms.ts'
import { marked } from './marked-parts.ts'
import { listed, plainPart } from './plain-part.ts'

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

/** A reason to leave a customer unanswered counts for all promises of a charter (SPEC K8), so what others list is no news. */
function ofReasons(old: PromiseClause, fresh: PromiseClause, charters: Charters): CustomersGet | undefined {
  const before = new Set(charters.old.document.noAnswerNeeded)
  const after = new Set(charters.new.document.noAnswerNeeded)
  const added = fresh.noAnswerNeeded.some((reason) => !before.has(reason))
  const dropped = old.noAnswerNeeded.some((reason) => !after.has(reason))
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
  const [before, after] = [measuresByName(old), measuresByName(fresh)]
  const kept = [...before].flatMap(([name, one]) => {
    const other = after.get(name)
    return other === undefined ? [] : [ofLarger(worthOf(one), worthOf(other))]
  })
  return together([ofMore(new Set(before.keys()), new Set(after.keys())), ...kept])
}

function measuresByName(measures: readonly Measure[]): ReadonlyMap<string, Measure> {
  return new Map(measures.map((measure) => [measureName(measure), measure]))
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
