/** What of a charter is for everybody. Nothing else of it is ever written into a public page. */
import {
  type Audience,
  type ClauseKind,
  type ClauseView,
  type CompiledCharter,
  type CompiledPromise,
  declaredOf,
  isPlainKind,
  type PlainKind,
  type PromiseRow,
  type RemedyClause,
  STATED_KINDS,
  type StatedKind,
  viewClauses,
} from '@avow/core'

/** A row with a public audience, and its number from 1 as a person counts. */
export interface PublicRow {
  readonly number: number
  readonly row: PromiseRow
}

export interface PublicPromise {
  readonly promise: CompiledPromise
  readonly rows: readonly [PublicRow, ...PublicRow[]]
}

/** The promises of which a row at least is public, each with those rows; `isTold`: where more than that is told to somebody. */
export function publicPromises({ promises }: CompiledCharter, isTold = isPublic): readonly PublicPromise[] {
  return promises.flatMap((promise) => {
    const { clause } = promise
    const [first, ...others] = clause.rows.flatMap((row, index) =>
      isTold(row.audience ?? clause.audience) ? [{ number: index + 1, row }] : [],
    )
    return first === undefined ? [] : [{ promise, rows: [first, ...others] as const }]
  })
}

/** Is a row (from 1) of a promise public? */
export function isPublicRow(charter: CompiledCharter, promise: string, row: number): boolean {
  return publicPromises(charter).some((each) => each.promise.id === promise && each.rows.some((r) => r.number === row))
}

/** What is done for anybody when something went wrong; `isTold`: where more than that is told to somebody. */
export function publicRemedies({ document }: CompiledCharter, isTold = isPublic): readonly RemedyClause[] {
  return document.remedies.filter(({ audience }) => isTold(audience))
}

/** Names of the calendars that public rows count in, and of those that public channels are open by. */
export function publicCalendars(charter: CompiledCharter): readonly string[] {
  const targets = publicPromises(charter).flatMap(({ rows }) => rows.map(({ row }) => row.target))
  const channels = charter.document.channels.filter(({ audience }) => isPublic(audience))
  const counted = [...targets, ...channels.flatMap(({ afterHours }) => afterHours?.person ?? [])]
  return [
    ...new Set([
      ...counted.flatMap((target) => (target.kind === 'dates' ? [] : [target.calendar])),
      ...channels.flatMap(({ hours }) => hours ?? []),
    ]),
  ]
}

/** The facts that public promises, remedies and channels speak of, each with the places of the values that they name. */
export function publicFacts(charter: CompiledCharter): ReadonlyMap<string, ReadonlySet<number>> {
  const promises = publicPromises(charter).flatMap(({ promise, rows }) => [
    promise.clause.when,
    ...rows.map(({ row }) => row.cells),
  ])
  const remedies = publicRemedies(charter).flatMap(({ when, rows }) => [when, ...rows.map(({ cells }) => cells)])
  const spoken = new Map<string, Set<number>>()
  const channels = charter.document.channels.flatMap(({ audience, bestFor }) => (isPublic(audience) ? bestFor : []))
  for (const { fact, accepts } of [...promises, ...remedies, ...channels].flatMap((condition) => [
    ...condition.values(),
  ])) {
    if (accepts === 'any') continue
    const values = spoken.get(fact) ?? new Set<number>()
    spoken.set(fact, values)
    for (const alternative of accepts)
      if (alternative.kind === 'values') alternative.values.forEach((v) => values.add(v))
  }
  return spoken
}

interface PublicFields {
  readonly terms: readonly string[]
  readonly gives: readonly string[]
}

/**
 * What of a clause is said to everybody, by its kind: the fields said once for it, and those that its rows give. Who looks after
 * a clause, whom it tells and for what it is there may be named for staff alone; of other clauses that a field names, those that
 * are public themselves. Of a crisis customers are told by a notice. `staff`: for nobody else. A kind that is a table of fields
 * declares it there.
 */
const PUBLIC_FIELDS: Readonly<Record<Exclude<ClauseKind, PlainKind>, 'staff' | PublicFields>> = {
  promise: { terms: ['clock', 'when', 'hit', 'pauses', 'measured'], gives: ['target'] },
  remedy: { terms: ['when', 'hit'], gives: ['allow', 'up to'] },
  channel: { terms: ['channel', 'state', 'from', 'until', 'hours', 'address', 'after hours', 'person'], gives: [] },
  objective: 'staff',
  crisis: 'staff',
  authority: 'staff',
  escalation: 'staff',
  procedure: 'staff',
  routing: 'staff',
  agreement: 'staff',
}

function publicFieldsOf(kind: ClauseKind): 'staff' | PublicFields {
  if (!isPlainKind(kind)) return PUBLIC_FIELDS[kind]
  const { hasAudience, fields } = declaredOf(kind)
  return hasAudience ? { terms: Object.keys(fields).filter((name) => fields[name]?.isPublic), gives: [] } : 'staff'
}

/** The kinds beside promises and remedies of which customers are told. */
export const PUBLIC_STATED_KINDS: readonly StatedKind[] = STATED_KINDS.filter(
  (kind) => publicFieldsOf(kind) !== 'staff',
)

/** The clauses for everybody, as far as they are: of a promise the public rows alone. */
export function publicClauses(charter: CompiledCharter): readonly ClauseView[] {
  const rowsOf = new Map(
    publicPromises(charter).map(({ promise, rows }) => [promise.id, rows.map(({ number }) => number)]),
  )
  const clauses = viewClauses(charter.document).flatMap((clause) => {
    const fields = publicFieldsOf(clause.kind)
    const rows = rowsOf.get(clause.id)
    const isForAll = clause.kind === 'promise' ? rows !== undefined : clause.audience === 'public'
    return fields === 'staff' || !isForAll ? [] : [{ clause, fields, rows }]
  })
  const ids = new Set(clauses.map(({ clause }) => clause.id))
  return clauses.map(({ clause, fields, rows }) => ({
    ...clause,
    audience: 'public',
    terms: clause.terms
      .filter(({ name }) => fields.terms.includes(name))
      .map(({ name, text }) => ({ name, text: publicTerm(clause.kind, name, text, ids) }))
      .filter(({ text }) => text !== ''),
    rows: clause.rows
      .filter((_, index) => rows === undefined || rows.includes(index + 1))
      .map(({ when, gives, says }) => ({
        when,
        gives: Object.fromEntries(Object.entries(gives).filter(([name]) => fields.gives.includes(name))),
        says,
      })),
  }))
}

/** What of a term is public: of the clauses that it names, those that are (`ids`). */
function publicTerm(kind: ClauseKind, name: string, text: string, ids: ReadonlySet<string>): string {
  // What gives a clock up is an event of the desk’s own.
  if (name === 'clock') return text.split(', ')[0] ?? text
  if (!isPlainKind(kind) || !['link', 'links'].includes(declaredOf(kind).fields[name]?.shape.type.kind ?? ''))
    return text
  return text
    .split(', ')
    .filter((id) => ids.has(id))
    .join(', ')
}

function isPublic(audience: Audience): boolean {
  return audience === 'public'
}
