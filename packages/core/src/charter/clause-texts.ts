import type { Clause, ClauseKind } from './clause.ts'
import type { CharterDocument } from './document.ts'
import type { Texts } from './parts.ts'

/** Every clause of a charter, with its kind. */
export function clausesOf(document: CharterDocument): readonly (Clause & { readonly kind: ClauseKind })[] {
  const { promises, crisis, escalation, remedies, authority, values, objectives } = document
  const { procedures, channels, routing, tone, exclusions, agreements } = document
  return [
    ...[...promises, ...crisis, ...escalation, ...remedies, ...authority],
    ...[...values, ...objectives, ...procedures, ...channels],
    ...[...routing, ...tone, ...exclusions, ...agreements],
  ]
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
