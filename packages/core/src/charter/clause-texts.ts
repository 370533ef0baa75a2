import { CLAUSE_KINDS, type ClauseKind, isStatedKind, SECTION_OF_KIND, type StatedKind } from './clause.ts'
import type { CharterDocument } from './document.ts'
import { isPlainKind, type PlainClause } from './kinds/plain-kinds.ts'
import type { Texts } from './parts.ts'

/** A clause of any kind. */
export type AnyClause = CharterDocument[(typeof SECTION_OF_KIND)[ClauseKind]][number]

/** A clause of a kind that is read to people field by field. */
export type StatedClause = Extract<AnyClause, { readonly kind: StatedKind }>

export function isStatedClause(clause: AnyClause): clause is StatedClause {
  return isStatedKind(clause.kind)
}

/** Whether a clause is of a kind that is a table of fields. */
export function isPlainClause(clause: AnyClause): clause is PlainClause {
  return isPlainKind(clause.kind)
}

/** Every clause of a charter, kind by kind in the order of `SECTION_OF_KIND`. */
export function clausesOf(document: CharterDocument): readonly AnyClause[] {
  return CLAUSE_KINDS.flatMap((kind): readonly AnyClause[] => document[SECTION_OF_KIND[kind]])
}

/** Every text that belongs to a clause: its id, the field that holds it, the text. The words of steps are called by `do`. */
export function textsOfClauses(document: CharterDocument): readonly (readonly [string, string, Texts])[] {
  return [
    ...clausesOf(document).flatMap((clause) =>
      Object.entries(clause).flatMap(([field, value]: [string, unknown]) =>
        isTexts(value) ? [[clause.id, field, value] as const] : [],
      ),
    ),
    ...document.procedures.flatMap(({ id, steps }) =>
      steps.flatMap(({ action }) => (action.kind === 'do' ? [[id, 'do', action.says] as const] : [])),
    ),
  ]
}

/** Nothing else of a clause is kept by language, and so a further text of a kind is found by itself. */
export function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && 'by' in value && value.by instanceof Map && 'place' in value
}
