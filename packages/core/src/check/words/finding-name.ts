import { type CharterDocument, clausesOf, type Finding, hashOf } from '../../charter/index.ts'

/**
 * What a finding is known by while the charter is written on: its code, the place of its part, and what it says (SHA-256, in
 * hexadecimal). A clause is named by its id, so that others before it may come and go; how many days are left is no news,
 * nor how a field is written.
 */
export function findingName(document: CharterDocument, { code, path, message, says }: Finding): string {
  const clause = clausesOf(document)
    .filter(({ place }) => path === place.path || path.startsWith(`${place.path}/`))
    .at(0)
  const place = clause === undefined ? path : `${clause.kind} ${clause.id}${path.slice(clause.place.path.length)}`
  if (says === undefined) return hashOf([code, place, message])
  const { days: _, written: __, ...data }: Readonly<Record<string, unknown>> = says.data
  return hashOf([code, place, says.form, data])
}
