/** Two versions of a charter compared clause by clause. */
import {
  type AuthorityClause,
  type ClauseView,
  clausesOf,
  type EventDefinition,
  isStatedClause,
  type PromiseClause,
  type RemedyClause,
  STATED_KINDS,
  type StatedClause,
  type StatedKind,
  type Texts,
  viewClauses,
} from '../../charter/index.ts'
import { authorityWords, remedyWords, subjectOf } from '../tables/table-subjects.ts'
import { clockOf, clockWords } from '../words/clock-words.ts'
import { type ComparedCharter, TargetComparer } from './compare-targets.ts'
import { type CustomersGet, together, turnedRound } from './customers.ts'
import { openingParts } from './diff-calendars.ts'
import { charterParts, eventParts, factParts } from './diff-declarations.ts'
import { conditionWords, escalationParts } from './diff-escalation.ts'
import { lawParts } from './diff-law.ts'
import { ofNaming } from './diff-owed.ts'
import { promiseRowParts } from './diff-promise-rows.ts'
import { promiseParts } from './diff-promises.ts'
import { remedyParts, remedyRowParts } from './diff-remedies.ts'
import { meaningParts, ofAdded } from './diff-stated.ts'
import { tableParts } from './diff-tables.ts'
import { wordingParts } from './diff-texts.ts'
import { provisionParts } from './diff-views.ts'
import {
  type Change,
  type ClauseDifference,
  type DifferenceKind,
  type DifferencePart,
  type DifferenceWitness,
  overallChange,
} from './difference.ts'
import { type DifferenceSays, saysOf, saysSides } from './difference-forms.ts'
import { marked } from './marked-parts.ts'
import { plainPart } from './plain-part.ts'

/**
 * What a new version of a charter says differently, promises first. Clauses are matched by id and told even when they are
 * the same; facts, events, calendars, positions and the charter's own fields only when they differ. Promises and remedies are
 * compared exactly, for every ticket created from `asOf` (UTC ms) on; witnesses are dated from there. Each says whether
 * customers get less or more by it (SPEC D). Pure and deterministic.
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
    means: Alone<Clause>['means'] = () => ({}),
  ) => {
    const compareAll: Compare<Clause> = (one, other) => [
      ...compare(one, other),
      ...compareViews(one, other, provisionParts),
    ]
    return compareParts(kind, byId(of(before)), byId(of(after)), compareAll, { words, says, means }, true)
  }
  const views = { old: viewsById(before), new: viewsById(after) }
  const compareViews = (one: Part, other: Part, compare: (old: ClauseView, fresh: ClauseView) => DifferencePart[]) => {
    const [was, is] = [views.old.get(one.id), views.new.get(other.id)]
    return was === undefined || is === undefined ? [] : compare(was, is)
  }
  const stated = (kind: StatedKind) => {
    const of = (document: typeof before) =>
      byId<StatedClause>(
        clausesOf(document)
          .filter((clause) => isStatedClause(clause))
          .filter((clause) => clause.kind === kind),
      )
    const context = { old, new: fresh, comparer, moment }
    const compare = (one: StatedClause, other: StatedClause) =>
      compareViews(one, other, (was, is) => meaningParts([one, other], [was, is], context))
    const means = (clause: StatedClause, change: AloneChange) => ({
      customers: change === 'added' ? ofAdded(clause) : turnedRound(ofAdded(clause)),
    })
    return compareParts(kind, of(before), of(after), compare, { ...PART_ALONE, means }, true)
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
      (clause, change) => {
        const none = { ...clause, rows: [] }
        const [one, other] = change === 'added' ? [none, clause] : [clause, none]
        const parts = promiseRowParts(one, other, { old, new: fresh }, comparer, asOf)
        const naming = ofNaming(clause.ifBroken?.remedy, before, after)
        return { customers: together([change === 'added' ? 'more' : 'less', naming]), witness: parts[0]?.witness }
      },
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
      (one, other) => remedyParts(one, other, subject, moment),
      ({ rows }: RemedyClause) => rows.map(remedyWords).join('; '),
      ({ rows }: RemedyClause, change) => saysOf(`${change}.remedy`, { gives: rows.map(remedyWords) }),
      (clause, change) => {
        const none = { ...clause, rows: [] }
        const [one, other] = change === 'added' ? [none, clause] : [clause, none]
        const [part] = remedyRowParts(one, other, subject, moment)
        return { customers: change === 'added' ? 'more' : 'less', witness: part?.witness }
      },
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
    ...declared('event', before.events, after.events, eventParts),
    ...declared('calendar', before.calendars, after.calendars, (one, other) =>
      openingParts(one, other, [before, after], comparer),
    ),
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

type AloneChange = 'added' | 'removed'

/** What is said of a part that only one of the two versions has, and what it means to customers. */
interface Alone<P> {
  readonly words: (part: P) => string
  readonly says: SaysAlone<P>
  readonly means: (
    part: P,
    change: AloneChange,
  ) => { readonly customers?: CustomersGet | undefined; readonly witness?: DifferenceWitness | undefined }
}
type SaysAlone<P> = (part: P, change: AloneChange) => DifferenceSays

const PART_ALONE: Alone<unknown> = {
  words: () => '',
  says: (_, change) => saysOf(`${change}.part`, {}),
  means: () => ({}),
}

function compareParts<P extends Placed>(
  kind: DifferenceKind,
  old: ReadonlyMap<string, P>,
  fresh: ReadonlyMap<string, P>,
  compare: Compare<P>,
  { words, says, means }: Alone<P>,
  tellSame: boolean,
): ClauseDifference[] {
  const difference = (id: string, parts: readonly DifferencePart[], change: Change, line: number): ClauseDifference => {
    const customers = together(parts.map((part) => part.customers))
    return { kind, id, change, ...(customers === undefined ? {} : { customers }), parts, line }
  }
  const alone = (id: string, part: P, change: AloneChange): ClauseDifference => {
    const said = words(part)
    const text = said === '' ? change : `${change}: ${said}`
    const { customers, witness } = means(part, change)
    const [told] = marked([{ about: 'clause', change, text, says: says(part, change) }], customers)
    const parts = told === undefined ? [] : [witness === undefined ? told : { ...told, witness }]
    return difference(id, parts, change, part.place.line)
  }
  const kept = [...fresh].map(([id, part]): ClauseDifference => {
    const earlier = old.get(id)
    if (earlier === undefined) return alone(id, part, 'added')
    const parts = compare(earlier, part)
    return difference(id, parts, overallChange(kind, parts), part.place.line)
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

/** What a charter says once, and what another word for it means to customers (SPEC D7). */
const OF_CHARTER: ReadonlyMap<string, CustomersGet> = new Map([
  ['languages added', 'more'],
  ['languages removed', 'less'],
  ['zone changed', 'both'],
])

function charterDifference(parts: readonly DifferencePart[], line: number): ClauseDifference[] {
  if (parts.length === 0) return []
  const told = parts.map((part) => marked([part], OF_CHARTER.get(`${part.about} ${part.change}`))[0] ?? part)
  const customers = together(told.map((part) => part.customers))
  const about = customers === undefined ? {} : { customers }
  return [{ kind: 'charter', id: 'charter', change: 'changed', ...about, parts: told, line }]
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
