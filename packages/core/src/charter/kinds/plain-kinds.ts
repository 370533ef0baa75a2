/** The kinds of clauses that are a table of fields, and nothing more. */
import type { ClauseKind, SECTION_OF_KIND } from '../clause.ts'
import type { PlainField } from '../read/plain-field.ts'
import { type ClauseOf, type DeclaredKind, keyOf } from '../read/plain-kind.ts'
import type { Spoken } from '../spoken.ts'
import { definition } from './definition.ts'
import { exclusions } from './exclusions.ts'
import { tone } from './tone.ts'
import { values } from './values.ts'

export const PLAIN_KINDS = { definition, value: values, exclusion: exclusions, tone } satisfies {
  readonly [K in ClauseKind]?: DeclaredKind<K>
}

export type PlainKind = keyof typeof PLAIN_KINDS

/** A clause of one of them. */
export type PlainClause = ClauseOf<(typeof PLAIN_KINDS)[PlainKind]>

/** Their sections, each with its clauses. */
export type PlainSections = {
  readonly [K in PlainKind as (typeof SECTION_OF_KIND)[K]]: readonly ClauseOf<(typeof PLAIN_KINDS)[K]>[]
}

export function isPlainKind(kind: ClauseKind): kind is PlainKind {
  return Object.hasOwn(PLAIN_KINDS, kind)
}

/** What is declared of a kind. */
export function declaredOf(kind: PlainKind): DeclaredKind {
  return PLAIN_KINDS[kind]
}

/** The fields of a clause's own kind in their order, each with what the clause says there; undefined where it says nothing. */
export function fieldsOfClause(
  clause: PlainClause,
): readonly { readonly name: string; readonly field: PlainField; readonly value: unknown }[] {
  const said = new Map<string, unknown>(Object.entries(clause))
  const fields = Object.entries(declaredOf(clause.kind).fields)
  return fields.map(([name, field]) => ({ name, field, value: said.get(keyOf(name)) }))
}

/** What the fields of a clause speak of, one by one, and who may read it. */
export function spokenByFields(clause: PlainClause): readonly Spoken[] {
  const spoken = fieldsOfClause(clause).flatMap(({ field, value }) =>
    value === undefined ? [] : (field.shape.speaksOf?.(value) ?? []),
  )
  return 'audience' in clause ? [{ audience: clause.audience }, ...spoken] : spoken
}
