/** Changes that reach over several parts of a charter: a clause under another id, a language less. */
import type { SourceEdit } from '@avow/core'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'

export const CLAUSE_SECTIONS = ['promises', 'escalation', 'remedies', 'authority'] as const

/** The ids of a section's clauses. */
export function idsOf(data: Fields, section: string): readonly string[] {
  return listOf(data[section]).flatMap((clause) => {
    const { id } = { id: undefined, ...fieldsOf(clause) }
    return typeof id === 'string' ? [id] : []
  })
}

/** An id that no clause of the charter has: `P` and the next number. */
export function freeId(data: Fields, letter: string): string {
  const taken = CLAUSE_SECTIONS.flatMap((section) => idsOf(data, section))
  const numbers = taken.filter((id) => id.startsWith(letter)).map((id) => Number(id.slice(letter.length)))
  return `${letter}${Math.max(0, ...numbers.filter(Number.isFinite)) + 1}`
}

/** A clause under another id, wherever the charter speaks of it. */
export function renameClause(data: Fields, section: string, old: string, fresh: string): readonly SourceEdit[] {
  const edits: SourceEdit[] = []
  const set = (path: readonly (string | number)[]) => edits.push({ kind: 'set', path, value: fresh })
  for (const [index, clause] of listOf(data['escalation']).entries())
    if (section === 'promises' && fieldsOf(clause)['for'] === old) set(['escalation', index, 'for'])
  for (const [index, clause] of listOf(data['promises']).entries())
    if (section === 'remedies' && fieldsOf(fieldsOf(clause)['if broken'])['remedy'] === old)
      set(['promises', index, 'if broken', 'remedy'])
  for (const [index, example] of listOf(data['examples']).entries())
    if (Object.hasOwn(fieldsOf(fieldsOf(example)['expect']), old))
      edits.push({ kind: 'rename', path: ['examples', index, 'expect', old], to: fresh })
  const place = listOf(data[section]).findIndex((clause) => fieldsOf(clause)['id'] === old)
  return place < 0 ? [] : [...edits, { kind: 'set', path: [section, place, 'id'], value: fresh }]
}

/** A language less, with every text in it: what is left in no language of the charter would be refused. */
export function withoutLanguage(data: Fields, language: string): readonly SourceEdit[] {
  const languages = listOf(data['languages'])
  const place = languages.indexOf(language)
  if (place < 0) return []
  return [...textsIn(data, language), { kind: 'remove', path: ['languages', place] }]
}

function textsIn(data: Fields, language: string): readonly SourceEdit[] {
  const edits: SourceEdit[] = []
  const take = (path: readonly (string | number)[], text: unknown): void => {
    const by = fieldsOf(text)
    if (!Object.hasOwn(by, language)) return
    edits.push({ kind: 'remove', path: Object.keys(by).length === 1 ? path : [...path, language] })
  }
  take(['title'], data['title'])
  for (const section of ['positions', 'facts', 'events', 'calendars'])
    for (const [name, part] of Object.entries(fieldsOf(data[section]))) {
      const { says, 'values say': values } = { says: undefined, 'values say': undefined, ...fieldsOf(part) }
      take([section, name, 'says'], says)
      for (const [value, text] of Object.entries(fieldsOf(values))) take([section, name, 'values say', value], text)
    }
  for (const section of CLAUSE_SECTIONS)
    for (const [index, clause] of listOf(data[section]).entries())
      for (const field of ['says', 'because']) take([section, index, field], fieldsOf(clause)[field])
  return edits
}
