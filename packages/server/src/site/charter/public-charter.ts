/** What of a charter is for everybody. Nothing else of it is ever written into a public page. */
import type { Audience, CompiledCharter, CompiledPromise, Condition, PromiseRow } from '@avow/core'

/** A row with a public audience, and its number from 1 as a person counts. */
export interface PublicRow {
  readonly number: number
  readonly row: PromiseRow
}

export interface PublicPromise {
  readonly promise: CompiledPromise
  readonly rows: readonly [PublicRow, ...PublicRow[]]
}

/** The promises of which a row at least is public, each with those rows. */
export function publicPromises({ promises }: CompiledCharter): readonly PublicPromise[] {
  return promises.flatMap((promise) => {
    const { clause } = promise
    const [first, ...others] = clause.rows.flatMap((row, index) =>
      isPublic(row.audience ?? clause.audience) ? [{ number: index + 1, row }] : [],
    )
    return first === undefined ? [] : [{ promise, rows: [first, ...others] as const }]
  })
}

/** Is a row (from 1) of a promise public? */
export function isPublicRow(charter: CompiledCharter, promise: string, row: number): boolean {
  return publicPromises(charter).some((each) => each.promise.id === promise && each.rows.some((r) => r.number === row))
}

/** Names of the calendars that public rows count in. */
export function publicCalendars(charter: CompiledCharter): readonly string[] {
  const targets = publicPromises(charter).flatMap(({ rows }) => rows.map(({ row }) => row.target))
  return [...new Set(targets.flatMap((target) => (target.kind === 'dates' ? [] : [target.calendar])))]
}

/** Names of the facts that public promises and remedies speak of. */
export function publicFacts(charter: CompiledCharter): ReadonlySet<string> {
  const promises = publicPromises(charter).flatMap(({ promise, rows }) => [
    promise.clause.when,
    ...rows.map(({ row }) => row.cells),
  ])
  const remedies = charter.document.remedies
    .filter(({ audience }) => isPublic(audience))
    .flatMap(({ when, rows }) => [when, ...rows.map(({ cells }) => cells)])
  return new Set([...promises, ...remedies].flatMap(spokenOf))
}

function spokenOf(condition: Condition): readonly string[] {
  return [...condition.values()].flatMap(({ fact, accepts }) => (accepts === 'any' ? [] : [fact]))
}

function isPublic(audience: Audience): boolean {
  return audience === 'public'
}
