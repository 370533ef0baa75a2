/** What of a charter is for everybody. Nothing else of it is ever written into a public page. */
import type { Audience, CompiledCharter, CompiledPromise, PromiseRow, RemedyClause } from '@avow/core'

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

/** What is done for anybody when something went wrong. */
export function publicRemedies({ document }: CompiledCharter): readonly RemedyClause[] {
  return document.remedies.filter(({ audience }) => isPublic(audience))
}

/** Names of the calendars that public rows count in. */
export function publicCalendars(charter: CompiledCharter): readonly string[] {
  const targets = publicPromises(charter).flatMap(({ rows }) => rows.map(({ row }) => row.target))
  return [...new Set(targets.flatMap((target) => (target.kind === 'dates' ? [] : [target.calendar])))]
}

/** The facts that public promises and remedies speak of, each with the places of the values that they name. */
export function publicFacts(charter: CompiledCharter): ReadonlyMap<string, ReadonlySet<number>> {
  const promises = publicPromises(charter).flatMap(({ promise, rows }) => [
    promise.clause.when,
    ...rows.map(({ row }) => row.cells),
  ])
  const remedies = publicRemedies(charter).flatMap(({ when, rows }) => [when, ...rows.map(({ cells }) => cells)])
  const spoken = new Map<string, Set<number>>()
  for (const { fact, accepts } of [...promises, ...remedies].flatMap((condition) => [...condition.values()])) {
    if (accepts === 'any') continue
    const values = spoken.get(fact) ?? new Set<number>()
    spoken.set(fact, values)
    for (const alternative of accepts)
      if (alternative.kind === 'values') alternative.values.forEach((v) => values.add(v))
  }
  return spoken
}

function isPublic(audience: Audience): boolean {
  return audience === 'public'
}
