/** Two versions of a charter compared clause by clause. */
import {
  type AuthorityClause,
  type ClauseKind,
  type ClauseView,
  clausesOf,
  type EventDefinition,
  type PromiseClause,
  type RemedyClause,
  STATED_KINDS,
  type Texts,
  viewClauses,
} from '../charter/index.ts'
import { clockOf, clockWords } from './clock-words.ts'
import { type ComparedCharter, TargetComparer } from './compare-targets.ts'
import { audienceParts } from './diff-audience.ts'
import { calendarParts, charterParts, factParts } from './diff-declarations.ts'
import { conditionWords, escalationParts } from './diff-escalation.ts'
import { lawParts } from './diff-law.ts'
import { promiseParts } from './diff-promises.ts'
import { tableParts } from './diff-tables.ts'
import { wordingParts } from './diff-texts.ts'
import { provisionParts, statedParts } from './diff-views.ts'
import { type ClauseDifference, type DifferenceKind, type DifferencePart, overallChange } from './difference.ts'
import { type DifferenceSays, saysOf, saysSides } from './difference-forms.ts'
import { plainPart } from './plain-part.ts'
import { authorityWords, remedyWords, subjectOf } from './table-subjects.ts'

/**
 * What a new version of a charter says differently, promises first. Clauses are matched by id and told even when they are
 * the same; facts, events, calendars, positions and the charter's own fields only when they differ. Promises are compared
 * exactly, for every ticket created from `asOf` (UTC ms) on; witnesses are dated from there. Pure and deterministic.
 */
export function diffCharters(old: ComparedCharter, fresh: ComparedCharter, asOf: number): readonly ClauseDifference[] {
  const [before, after] = [old.document, fresh.document]
  const comparer = new TargetComparer(old, fresh, asOf)
  const moment = { at: asOf, zone: fresh.zone }
  const clauses = <Clause extends Part>(
    kind: DifferenceKind,
    of: (document: typeof before) => readonly Clause[],
    compare: Compare<Clause>,
    words: (clause: Clause) => string,
    says: SaysAlone<Clause>,
  ) => {
    const compareAll: Compare<Clause> = (one, other) => [
      ...compare(one, other),
      ...compareViews(one, other, provisionParts),
    ]
    return compareParts(kind, byId(of(before)), byId(of(after)), compareAll, { words, says }, true)
  }
  const views = { old: viewsById(before), new: viewsById(after) }
  const compareViews = (one: Part, other: Part, compare: (old: ClauseView, fresh: ClauseView) => DifferencePart[]) => {
    const [was, is] = [views.old.get(one.id), views.new.get(other.id)]
    return was === undefined || is === undefined ? [] : compare(was, is)
  }
  const stated = (kind: ClauseKind) => {
    const of = (document: typeof before) => byId(clausesOf(document).filter((clause) => clause.kind === kind))
    const compare = (one: Part, other: Part) => compareViews(one, other, statedParts)
    return compareParts(kind, of(before), of(after), compare, PART_ALONE, true)
  }
  const declared = <Named>(
    kind: DifferenceKind,
    from: ReadonlyMap<string, Named & Placed>,
    to: ReadonlyMap<string, Named & Placed>,
    compare: Compare<Named & Placed>,
  ) => compareParts(kind, from, to, compare, PART_ALONE, false)
  const subject = { old: subjectOf(before.facts), new: subjectOf(after.facts) }
  return [
    ...clauses(
      'promise',
      ({ promises }) => promises,
      (one, other) => promiseParts(one, other, { old, new: fresh }, comparer, asOf),
      promiseWords,
      promiseAlone,
    ),
    ...clauses(
      'escalation',
      ({ escalation }) => escalation,
      escalationParts,
      ({ steps }) => `${steps.length} step${steps.length === 1 ? '' : 's'}`,
      ({ steps }, change) => saysOf(`${change}.escalation`, { steps: steps.length }),
    ),
    ...clauses(
      'remedy',
      ({ remedies }) => remedies,
      (one, other) => [
        ...tableParts(subject.old('remedy', one, remedyWords), subject.new('remedy', other, remedyWords), moment),
        ...audienceParts(one.audience, other.audience),
        ...wordingParts([
          ['says', one.says, other.says],
          ['because', one.because, other.because],
        ]),
      ],
      ({ rows }: RemedyClause) => rows.map(remedyWords).join('; '),
      ({ rows }: RemedyClause, change) => saysOf(`${change}.remedy`, { gives: rows.map(remedyWords) }),
    ),
    ...clauses(
      'authority',
      ({ authority }) => authority,
      (one, other) => [
        ...plainPart('position', one.position, other.position, saysSides('position', {}, one.position, other.position)),
        ...tableParts(
          subject.old('authority', one, authorityWords),
          subject.new('authority', other, authorityWords),
          moment,
        ),
        ...wordingParts([['because', one.because, other.because]]),
      ],
      ({ position, rows }: AuthorityClause) => `${position}: ${rows.map(authorityWords).join('; ')}`,
      ({ position, rows }: AuthorityClause, change) =>
        saysOf(`${change}.authority`, { position, gives: rows.map(authorityWords) }),
    ),
    ...STATED_KINDS.flatMap(stated),
    ...declared('fact', withoutDerived(before.facts), withoutDerived(after.facts), factParts),
    ...declared('event', before.events, after.events, sayingParts),
    ...declared('calendar', before.calendars, after.calendars, calendarParts),
    ...declared('position', byName(before.positions), byName(after.positions), sayingParts),
    ...charterDifference([...charterParts(before, after), ...lawParts(before, after)], after.place.line),
  ]
}

function viewsById(document: ComparedCharter['document']): ReadonlyMap<string, ClauseView> {
  return new Map(viewClauses(document).map((view) => [view.id, view]))
}

interface Placed {
  readonly place: { readonly line: number }
}
interface Part extends Placed {
  readonly id: string
}
type Compare<P> = (old: P, fresh: P) => DifferencePart[]

/** What is said of a part that only one of the two versions has. */
interface Alone<P> {
  readonly words: (part: P) => string
  readonly says: SaysAlone<P>
}
type SaysAlone<P> = (part: P, change: 'added' | 'removed') => DifferenceSays

const PART_ALONE: Alone<unknown> = { words: () => '', says: (_, change) => saysOf(`${change}.part`, {}) }

function compareParts<P extends Placed>(
  kind: DifferenceKind,
  old: ReadonlyMap<string, P>,
  fresh: ReadonlyMap<string, P>,
  compare: Compare<P>,
  { words, says }: Alone<P>,
  tellSame: boolean,
): ClauseDifference[] {
  const alone = (id: string, part: P, change: 'added' | 'removed'): ClauseDifference => {
    const said = words(part)
    const text = said === '' ? change : `${change}: ${said}`
    return {
      kind,
      id,
      change,
      parts: [{ about: 'clause', change, text, says: says(part, change) }],
      line: part.place.line,
    }
  }
  const kept = [...fresh].map(([id, part]): ClauseDifference => {
    const earlier = old.get(id)
    if (earlier === undefined) return alone(id, part, 'added')
    const parts = compare(earlier, part)
    return { kind, id, change: overallChange(kind, parts), parts, line: part.place.line }
  })
  const gone = [...old].filter(([id]) => !fresh.has(id)).map(([id, part]) => alone(id, part, 'removed'))
  return [...kept, ...gone].filter(({ change }) => tellSame || change !== 'same')
}

function promiseWords({ clock, when, rows }: PromiseClause): string {
  const scope = when.size > 0 ? ` for ${conditionWords(when)}` : ''
  return `${clockWords(clock)}${scope} within ${rows.map(({ targetText }) => targetText).join(', ')}`
}

function promiseAlone({ clock, when, rows }: PromiseClause, change: 'added' | 'removed'): DifferenceSays {
  const data = { clock: clockOf(clock), targets: rows.map(({ targetText }) => targetText) }
  const asked = [...when.values()].filter(({ accepts }) => accepts !== 'any')
  const limits = asked.map(({ fact, text }) => ({ fact, accepts: [text] }))
  if (limits.length === 0) return saysOf(`${change}.promise`, data)
  return saysOf(`${change}.promise-for`, { ...data, cases: [limits] })
}

function charterDifference(parts: readonly DifferencePart[], line: number): ClauseDifference[] {
  return parts.length === 0 ? [] : [{ kind: 'charter', id: 'charter', change: 'changed', parts, line }]
}

function sayingParts(old: { readonly says?: Texts }, fresh: { readonly says?: Texts }): DifferencePart[] {
  return wordingParts([['says', old.says, fresh.says]])
}

function withoutDerived<Fact extends { readonly derived: boolean }>(
  facts: ReadonlyMap<string, Fact>,
): ReadonlyMap<string, Fact> {
  return new Map([...facts].filter(([, { derived }]) => !derived))
}

function byId<Clause extends Part>(clauses: readonly Clause[]): ReadonlyMap<string, Clause> {
  return new Map(clauses.map((clause) => [clause.id, clause]))
}

function byName<Named extends Pick<EventDefinition, 'name' | 'place'>>(
  parts: readonly Named[],
): ReadonlyMap<string, Named> {
  return new Map(parts.map((part) => [part.name, part]))
}
