/** Changes that reach over several parts of a charter: a clause under another id, a language less. */
import { type EditPath, SECTION_OF_KIND, type SourceEdit, STATED_KINDS } from '@avow/core'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import { COMMON_FIELDS, formOf } from './stated-fields.ts'

export const CLAUSE_SECTIONS: readonly string[] = Object.values(SECTION_OF_KIND)

/** Fields of clauses that speak of other clauses by their ids: one, several, or in words as in `kept(P1)`. */
const LINKS: ReadonlySet<string> = new Set([
  ...['for', 'remedy', 'decide', 'promise'],
  ...[...COMMON_FIELDS, ...STATED_KINDS.flatMap((kind) => formOf(kind).fields)]
    .filter(({ form }) => ['link', 'links', 'measure'].includes(form.kind))
    .map(({ name }) => name),
])

/** Parts in which names are those of facts. */
const CONDITIONS: ReadonlySet<string> = new Set(['when', 'table'])

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
  const place = listOf(data[section]).findIndex((clause) => fieldsOf(clause)['id'] === old)
  if (place < 0) return []
  const links = CLAUSE_SECTIONS.flatMap((one) => linksIn(data[one], [one], old, fresh))
  const examples = listOf(data['examples']).flatMap((example, index): readonly SourceEdit[] =>
    Object.hasOwn(fieldsOf(fieldsOf(example)['expect']), old)
      ? [{ kind: 'rename', path: ['examples', index, 'expect', old], to: fresh }]
      : [],
  )
  return [
    ...links,
    ...toldIn(data, old, fresh),
    ...examples,
    { kind: 'set', path: [section, place, 'id'], value: fresh },
  ]
}

/** Exclusions that rows of remedies tell; the other names in tables are those of facts. */
function toldIn(data: Fields, old: string, fresh: string): readonly SourceEdit[] {
  return listOf(data['remedies']).flatMap((clause, index) =>
    listOf(fieldsOf(clause)['table']).flatMap((row, at) =>
      linksIn(fieldsOf(row)['tell'], ['remedies', index, 'table', at, 'tell'], old, fresh, true),
    ),
  )
}

function linksIn(part: unknown, path: EditPath, old: string, fresh: string, isLink = false): readonly SourceEdit[] {
  if (Array.isArray(part)) return part.flatMap((one, index) => linksIn(one, [...path, index], old, fresh, isLink))
  if (typeof part !== 'string')
    return Object.entries(fieldsOf(part)).flatMap(([name, one]) =>
      CONDITIONS.has(name) ? [] : linksIn(one, [...path, name], old, fresh, LINKS.has(name)),
    )
  const isCalled = isLink && (part === old || part.endsWith(`(${old})`))
  return isCalled ? [{ kind: 'set', path, value: part.replace(old, fresh) }] : []
}

/** A language less, with every text in it: what is left in no language of the charter would be refused. */
export function withoutLanguage(data: Fields, language: string): readonly SourceEdit[] {
  const languages = listOf(data['languages']).map(String)
  const place = languages.indexOf(language)
  if (place < 0) return []
  const { examples: _, notes: __, ...parts } = data
  const texts = Object.entries(parts).flatMap(([name, part]) => textsIn(part, [name], language, new Set(languages)))
  return [...texts, { kind: 'remove', path: ['languages', place] }]
}

/** Texts that the charter says once. */
const HEAD_TEXTS: ReadonlySet<string | number> = new Set(['title', 'mission', 'contact', 'complaints'])

/** Texts by language are maps with nothing else in them. What is declared by name is one level deeper, whatever its names. */
function textsIn(
  part: unknown,
  path: EditPath,
  language: string,
  languages: ReadonlySet<string>,
): readonly SourceEdit[] {
  if (Array.isArray(part)) return part.flatMap((one, index) => textsIn(one, [...path, index], language, languages))
  const fields = Object.entries(fieldsOf(part))
  const isDeclaration = path.length === 1 && !HEAD_TEXTS.has(path[0] ?? '')
  const isTexts =
    !isDeclaration && fields.every(([name, text]) => languages.has(name) && (text === null || typeof text === 'string'))
  if (!isTexts)
    return fields.flatMap(([name, one]) =>
      CONDITIONS.has(name) ? [] : textsIn(one, [...path, name], language, languages),
    )
  if (!fields.some(([name]) => name === language)) return []
  return [{ kind: 'remove', path: fields.length === 1 ? path : [...path, language] }]
}
