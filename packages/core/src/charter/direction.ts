/**
 * What a charter is there for: mission, values, objectives, the clauses that serve them, the procedures that carry those out,
 * the promises by which procedures are measured, and the measures of these, as a graph that can be walked both ways.
 */
import type { ClauseKind } from './clause.ts'
import { type AnyClause, clausesOf } from './clause-texts.ts'
import type { CharterDocument } from './document.ts'
import { measureText } from './view/view-stated-clauses.ts'

export const MISSION = 'mission'

/** Why one thing stands below another. */
export type DirectionLinkKind =
  /** A value serves the mission. */
  | 'mission'
  /** An objective serves a value. */
  | 'value'
  /** A clause serves an objective. */
  | 'objective'
  /** A value shows by a clause. */
  | 'shows'
  /** A procedure decides on a remedy. */
  | 'carries-out'
  /** A procedure is measured by a promise. */
  | 'standard'
  /** An escalation, an agreement or a crisis is about a promise. */
  | 'backs'
  /** An authority grants what a remedy allows. */
  | 'grants'
  /** A remedy tells an exclusion. */
  | 'tells'
  /** A promise or an objective goes by a measure. */
  | 'measure'

/** `id` of a clause is its own, of the mission `mission`, of a measure as a charter writes it: `kept(P1)`. None is another's. */
export interface DirectionNode {
  readonly id: string
  readonly kind: 'mission' | 'measure' | ClauseKind
}

export interface DirectionLink {
  /** What serves. */
  readonly below: string
  /** What is served. */
  readonly above: string
  readonly kind: DirectionLinkKind
}

/** A clause that serves objectives, by itself or by what stands above it. */
export interface DirectionTrace {
  readonly clause: string
  /** In the order of the charter; at least one. */
  readonly objectives: readonly string[]
  /** The one that it names itself. */
  readonly own: string | undefined
}

export interface CharterDirection {
  /** From above to below, kind by kind. */
  readonly nodes: readonly DirectionNode[]
  readonly links: readonly DirectionLink[]
  /** Of every clause that is neither a value nor an objective, unless it is an orphan. */
  readonly traces: readonly DirectionTrace[]
  /** Clauses that are neither values nor objectives and serve no objective. */
  readonly orphans: readonly string[]
  /**
   * By every clause but the values: the value that its objective serves; of one that serves several objectives without naming
   * one, the first of them counts. Undefined where there is none.
   */
  readonly pillars: ReadonlyMap<string, string | undefined>
}

/** The graph of a charter. It has no circle: no link leads from above to below. */
export function directionOf(document: CharterDocument): CharterDirection {
  const { mission, objectives } = document
  const clauses = clausesOf(document)
  const links = linksOf(document)
  const measures = new Set(links.flatMap(({ kind, below }) => (kind === 'measure' ? [below] : [])))
  const nodes: readonly DirectionNode[] = [
    ...(mission === undefined ? [] : [{ id: MISSION, kind: 'mission' } as const]),
    ...clauses.map(({ id, kind }) => ({ id, kind })),
    ...[...measures].map((id) => ({ id, kind: 'measure' as const })),
  ]
  const up = Map.groupBy(links, ({ below }) => below)
  const traces = clauses
    .filter(({ kind }) => isTraced(kind))
    .map((clause): DirectionTrace => {
      const served = reached(clause.id, (id) => (up.get(id) ?? []).map(({ above }) => above))
      return {
        clause: clause.id,
        objectives: objectives.flatMap(({ id }) => (served.has(id) ? [id] : [])),
        own: clause.objective,
      }
    })
  const valueOf = new Map(objectives.map(({ id, value }) => [id, value]))
  return {
    nodes,
    links,
    traces: traces.filter(({ objectives: served }) => served.length > 0),
    orphans: traces.flatMap(({ clause, objectives: served }) => (served.length === 0 ? [clause] : [])),
    pillars: new Map([
      ...valueOf,
      ...traces.map(({ clause, own, objectives: [first] }) => [clause, valueOf.get(own ?? first ?? '')] as const),
    ]),
  }
}

/** What stands right above a node: what it serves. */
export function servedBy({ links }: Pick<CharterDirection, 'links'>, id: string): readonly DirectionLink[] {
  return links.filter(({ below }) => below === id)
}

/** What stands right below a node: what serves it. */
export function serving({ links }: Pick<CharterDirection, 'links'>, id: string): readonly DirectionLink[] {
  return links.filter(({ above }) => above === id)
}

function isTraced(kind: ClauseKind): boolean {
  return kind !== 'value' && kind !== 'objective'
}

function reached(from: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...next(from)]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...next(id))
  }
  return found
}

function linksOf(document: CharterDocument): readonly DirectionLink[] {
  const { mission, values, objectives, procedures, promises, escalation, agreements, crisis } = document
  const { remedies, authority } = document
  const kinds = new Map(clausesOf(document).map(({ id, kind }) => [id, kind]))
  const all: readonly DirectionLink[] = [
    ...(mission === undefined ? [] : values.map(({ id }) => link(id, MISSION, 'mission'))),
    ...objectives.flatMap(({ id, value }) => (value === undefined ? [] : [link(id, value, 'value')])),
    ...clausesOf(document).flatMap(objectiveLink),
    // Another value declares no more than the value itself, and an objective is there for it anyway.
    ...values.flatMap(({ id, shownBy }) =>
      shownBy.flatMap((shown) => {
        const kind = kinds.get(shown)
        return kind !== undefined && isTraced(kind) ? [link(shown, id, 'shows')] : []
      }),
    ),
    ...procedures.flatMap(({ id, steps, standards }) => [
      ...steps.flatMap(({ action }) => (action.kind === 'decide' ? [link(id, action.remedy, 'carries-out')] : [])),
      ...standards.map((promise) => link(promise, id, 'standard')),
    ]),
    ...escalation.flatMap(({ id, on }) => (on.kind === 'promise' ? [link(id, on.promise, 'backs')] : [])),
    ...agreements.flatMap((clause) => clause.for.map((promise) => link(clause.id, promise, 'backs'))),
    ...crisis.flatMap(({ id, amends }) => amends.map(({ promise }) => link(id, promise, 'backs'))),
    ...authority.flatMap(({ id, rows }) => {
      const may = new Set(rows.flatMap((row) => row.may))
      return remedies
        .filter((remedy) => remedy.rows.some(({ allow }) => allow.some((one) => may.has(one))))
        .map((remedy) => link(id, remedy.id, 'grants'))
    }),
    ...remedies.flatMap(({ id, rows }) =>
      rows.flatMap(({ tell = [] }) => tell.map((exclusion) => link(exclusion, id, 'tells'))),
    ),
    ...promises.flatMap(({ id, measured }) => [
      ...(measured.some(({ kind }) => kind !== 'mean')
        ? [link(measureText({ kind: 'kept', promise: id }), id, 'measure')]
        : []),
      ...(measured.some(({ kind }) => kind === 'mean')
        ? [link(measureText({ kind: 'mean', promise: id }), id, 'measure')]
        : []),
    ]),
    ...objectives.flatMap(({ id, measure }) => {
      const name = measureText(measure)
      return [link(name, id, 'measure'), ...('promise' in measure ? [link(name, measure.promise, 'measure')] : [])]
    }),
  ]
  const byName = new Map(all.map((one) => [`${one.below} ${one.above} ${one.kind}`, one]))
  return [...byName.values()].filter(({ above }) => above === MISSION || kinds.has(above))
}

/** Values and objectives stand above what serves them: an objective that one of them names is not asked of it. */
function objectiveLink({ id, kind, objective }: AnyClause): readonly DirectionLink[] {
  return objective !== undefined && isTraced(kind) ? [link(id, objective, 'objective')] : []
}

function link(below: string, above: string, kind: DirectionLinkKind): DirectionLink {
  return { below, above, kind }
}
