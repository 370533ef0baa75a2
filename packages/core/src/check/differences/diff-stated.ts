/** Clauses by which no ticket is judged: what their differences mean to customers (SPEC D5, D7, D8). */
import {
  type ChannelClause,
  type ClauseView,
  type Condition,
  declaredOf,
  type FactDefinition,
  fieldsOfClause,
  isPlainClause,
  isToldToCustomers,
  type ObjectiveClause,
  type ObjectiveFigure,
  type PlainClause,
  type StatedClause,
} from '../../charter/index.ts'
import { pathIn } from '../diagram/diagram-paths.ts'
import { givenOf, type Moment, witnessOf } from '../tables/witness.ts'
import type { ComparedCharter, TargetComparer } from './compare-targets.ts'
import { type CustomersGet, ofAudience, ofLarger, together } from './customers.ts'
import { ofRelation, openingWitness } from './diff-calendars.ts'
import { statedParts } from './diff-views.ts'
import type { DifferencePart, DifferenceWitness } from './difference.ts'
import { marked } from './marked-parts.ts'
import { tableDifferences } from './table-differences.ts'

export interface StatedContext {
  readonly old: ComparedCharter
  readonly new: ComparedCharter
  readonly comparer: TargetComparer
  readonly moment: Moment
}

/** What a part means, by what it is about; with a ticket that shows it. */
interface Meaning {
  readonly get: CustomersGet | undefined
  readonly witness?: DifferenceWitness | undefined
}
type Meanings = Readonly<Record<string, Meaning>>

/** All that two wordings of one of them say differently. */
export function meaningParts(
  [old, fresh]: readonly [StatedClause, StatedClause],
  [was, is]: readonly [ClauseView, ClauseView],
  context: StatedContext,
): DifferencePart[] {
  const parts = statedParts(was, is)
  if (parts.length === 0) return parts
  if (fresh.kind === 'crisis')
    return parts.map((part) => (TOLD_OF_A_CRISIS.has(part.about) ? part : (marked([part], 'both')[0] ?? part)))
  const meanings = meaningsOf(old, fresh, context)
  return parts.map((part) => {
    const { get, witness } = meanings[part.about] ?? { get: part.customers }
    const [told = part] = marked([part], get)
    return get === undefined || witness === undefined ? told : { ...told, witness }
  })
}

/** Parts by which nothing else is promised while a crisis lasts. */
const TOLD_OF_A_CRISIS = new Set(['wording', 'owner', 'objective', 'review', 'stance'])

/** What customers get by a clause that was not there before. */
export function ofAdded(clause: StatedClause): CustomersGet | undefined {
  switch (clause.kind) {
    case 'crisis':
      return 'less'
    case 'channel':
      return isToldToCustomers(clause.audience) && clause.state !== 'planned' ? 'more' : undefined
    case 'objective':
      return isToldToCustomers(clause.audience) ? 'more' : undefined
    case 'procedure':
    case 'routing':
    case 'agreement':
      return undefined
    default:
      return ofAddedPlain(declaredOf(clause.kind).gives, 'audience' in clause && isToldToCustomers(clause.audience))
  }
}

/** By what is declared of a kind: `less` whoever may read it, `more` only where customers may. */
export function ofAddedPlain(gives: 'less' | 'more' | undefined, isPublic: boolean): CustomersGet | undefined {
  return gives === 'more' && !isPublic ? undefined : gives
}

function meaningsOf(old: StatedClause, fresh: StatedClause, context: StatedContext): Meanings {
  if (old.kind === 'exclusion' && fresh.kind === 'exclusion') return { when: ofScopes(old.when, fresh.when, context) }
  if (!('audience' in old && 'audience' in fresh)) return {}
  if (!isToldToCustomers(old.audience) && !isToldToCustomers(fresh.audience)) return {}
  const audience = { get: ofAudience(old.audience, fresh.audience) }
  if (old.kind === 'channel' && fresh.kind === 'channel') return { audience, ...ofChannels(old, fresh, context) }
  if (old.kind === 'objective' && fresh.kind === 'objective') return { audience, ...ofObjectives(old, fresh) }
  if (!isPlainClause(old) || !isPlainClause(fresh)) return {}
  return { ...(declaredOf(fresh.kind).gives === 'more' ? { audience } : {}), ...ofPlain(old, fresh) }
}

/** Of the dates and numbers of a clause, by what is declared of their fields. */
function ofPlain(old: PlainClause, fresh: PlainClause): Meanings {
  const before = new Map(fieldsOfClause(old).map(({ name, value }) => [name, value]))
  return Object.fromEntries(
    fieldsOfClause(fresh).flatMap(({ name, field: { larger }, value }) =>
      larger === undefined ? [] : [[name, { get: ofLargerField(larger, before.get(name), value) }]],
    ),
  )
}

/** What a field of a date or a number means that gives customers more or less as it grows; without any, they get the most. */
export function ofLargerField(larger: 'less' | 'more', old: unknown, fresh: unknown): CustomersGet | undefined {
  const worth = (value: unknown): number =>
    typeof value !== 'number' ? Number.POSITIVE_INFINITY : larger === 'more' ? value : -value
  return ofLarger(worth(old), worth(fresh))
}

/** The more tickets an exclusion is about, the less is given. */
function ofScopes(old: Condition, fresh: Condition, context: StatedContext): Meaning {
  const [before, after] = [tableOf(old, context.old.document.facts), tableOf(fresh, context.new.document.facts)]
  const one = () => 0
  const differences = tableDifferences(before, after, { old: one, new: one }, (was, is) => was === is)
  if (differences === 'too large') return { get: 'both' }
  const found = differences.map(
    ({ new: is, cases, boxes }) => ({ get: is === 'none' ? 'more' : 'less', cases, boxes }) as const,
  )
  const shown = found.find(({ get }) => get === 'less') ?? found[0]
  if (shown === undefined) return { get: undefined }
  const ticket = shown.boxes.map((box) => witnessOf(shown.cases.columns, pathIn(box), context.moment)).find(Boolean)
  const [none, some] = [
    { row: null, gives: 'not excluded' },
    { row: null, gives: 'excluded' },
  ] as const
  return {
    get: together(found.map(({ get }) => get)),
    witness: ticket && {
      ticket: givenOf(ticket),
      old: shown.get === 'less' ? none : some,
      new: shown.get === 'less' ? some : none,
    },
  }
}

function tableOf(when: Condition, facts: ReadonlyMap<string, FactDefinition>) {
  return { facts, hit: 'first', when: new Map(), rows: [{ cells: when }] } as const
}

/** A channel that retires is open until its last day, but not for ever. */
const STATES = { planned: 0, pilot: 1, retiring: 1, open: 2 } as const
const ANSWERERS = { nobody: 0, message: 1, bot: 1 } as const

function ofChannels(old: ChannelClause, fresh: ChannelClause, { comparer }: StatedContext): Meanings {
  const [out, into] = [old.afterHours, fresh.afterHours]
  const states = ofLarger(STATES[old.state], STATES[fresh.state])
  return {
    state: { get: states ?? (old.state === fresh.state ? undefined : 'both') },
    from: { get: ofLarger(-(old.from ?? Number.NEGATIVE_INFINITY), -(fresh.from ?? Number.NEGATIVE_INFINITY)) },
    until: { get: ofLarger(old.until ?? Number.POSITIVE_INFINITY, fresh.until ?? Number.POSITIVE_INFINITY) },
    hours: ofHours(old.hours, fresh.hours, comparer),
    'after hours': { get: ofAnswerers(out?.answers, into?.answers) },
    person: { get: ofTakingOver(out?.person, into?.person, comparer) },
  }
}

function ofHours(old: string | undefined, fresh: string | undefined, comparer: TargetComparer): Meaning {
  const openings = old === undefined || fresh === undefined ? undefined : comparer.openings(old, fresh)
  // Without hours nothing is said of when it is open.
  if (openings === undefined) return { get: old === fresh ? undefined : 'both' }
  const { relation, at } = openings
  return { get: ofRelation(relation), witness: at === undefined ? undefined : openingWitness(at, relation) }
}

type Answerer = keyof typeof ANSWERERS

function ofAnswerers(old: Answerer | undefined, fresh: Answerer | undefined): CustomersGet | undefined {
  if (old === fresh) return undefined
  return ofLarger(ANSWERERS[old ?? 'nobody'], ANSWERERS[fresh ?? 'nobody']) ?? (old && fresh ? 'both' : undefined)
}

type TakingOver = NonNullable<ChannelClause['afterHours']>['person']

function ofTakingOver(old: TakingOver, fresh: TakingOver, comparer: TargetComparer): CustomersGet | undefined {
  if (old === undefined || fresh === undefined) return old === fresh ? undefined : old ? 'less' : 'more'
  const { change } = comparer.compare(old, fresh)
  return change === 'same' ? undefined : change === 'changed' ? 'both' : change === 'stricter' ? 'more' : 'less'
}

function ofObjectives(old: ObjectiveClause, fresh: ObjectiveClause): Meanings {
  const isSame = JSON.stringify(old.measure) === JSON.stringify(fresh.measure)
  return {
    measure: { get: isSame ? undefined : 'both' },
    target: { get: isSame ? ofFigures(old.target, fresh.target) : undefined },
    by: { get: ofLarger(-old.by, -fresh.by) },
  }
}

/** A higher share is more, a shorter time is more. */
function ofFigures(old: ObjectiveFigure, fresh: ObjectiveFigure): CustomersGet | undefined {
  if (old.kind === 'percent' && fresh.kind === 'percent') return ofLarger(old.percent, fresh.percent)
  return old.kind === 'time' && fresh.kind === 'time' ? ofLarger(-old.ms, -fresh.ms) : 'both'
}
