import { CLAUSE_KINDS, type ClauseKind, isStatedKind, SECTION_OF_KIND, type StatedKind } from './clause.ts'
import type { CharterDocument } from './document.ts'
import type { Texts } from './parts.ts'

/** A clause of any kind. */
export type AnyClause = CharterDocument[(typeof SECTION_OF_KIND)[ClauseKind]][number]

/** A clause of a kind that is read to people field by field. */
export type StatedClause = Extract<AnyClause, { readonly kind: StatedKind }>

export function isStatedClause(clause: AnyClause): clause is StatedClause {
  return isStatedKind(clause.kind)
}

/** Every clause of a charter, kind by kind in the order of `SECTION_OF_KIND`. */
export function clausesOf(document: CharterDocument): readonly AnyClause[] {
  return CLAUSE_KINDS.flatMap((kind): readonly AnyClause[] => document[SECTION_OF_KIND[kind]])
}

/** Every text that belongs to a clause: its id, the field that holds it, the text. */
export function textsOfClauses(document: CharterDocument): readonly (readonly [string, string, Texts])[] {
  const { promises, procedures, exclusions } = document
  const texts: (readonly [string, string, Texts | undefined])[] = [
    ...clausesOf(document).flatMap(({ id, says, because }) => [
      [id, 'says', says] as const,
      [id, 'because', because] as const,
    ]),
    ...promises.flatMap(({ id, conditions, limits, contact, complaints }) =>
      Object.entries({ conditions, limits, contact, complaints }).map(([field, text]) => [id, field, text] as const),
    ),
    ...exclusions.map(({ id, instead }) => [id, 'instead', instead] as const),
    ...procedures.flatMap(({ id, steps }) =>
      steps.map(({ action }) => [id, 'do', action.kind === 'do' ? action.says : undefined] as const),
    ),
  ]
  return texts.filter((entry): entry is readonly [string, string, Texts] => entry[2] !== undefined)
}
