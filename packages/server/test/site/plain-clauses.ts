/** Clauses of every kind that is a table of fields, made from what is declared of it, for charters that mix what is public with what is not. */
import {
  declaredOf,
  editText,
  isPlainKind,
  type PlainField,
  type PlainKind,
  type PlainValue,
  readCharter,
  SECTION_OF_KIND,
  STATED_KINDS,
} from '@avow/core'

export const PLAIN_KINDS: readonly PlainKind[] = STATED_KINDS.filter((kind) => isPlainKind(kind))

/** The id of the one that is for everybody, where the kind says who may read it. */
export function publicIdOf(kind: PlainKind): string {
  return `${declaredOf(kind).letter}9`
}

/** Whether everybody reads a field of a clause that is for everybody. */
export function isTold({ isPublic, shape }: PlainField): boolean {
  return isPublic === true || shape.type.kind === 'texts'
}

/**
 * A charter with two more clauses of each of these kinds: one for staff, all of it kept inside, and one for everybody, of which
 * just the fields that are not public are.
 */
export function withPlainClauses(charter: string): string {
  return PLAIN_KINDS.reduce((text, kind) => {
    const { letter, hasAudience, fields } = declaredOf(kind)
    const inside = { id: `KEPT-INSIDE-${letter}9`, ...valuesOf(kind, charter, () => true) }
    const told = {
      id: publicIdOf(kind),
      audience: 'public',
      owner: 'kept-inside-owner',
      objective: 'KEPT-INSIDE-O',
      ...valuesOf(kind, charter, (name) => fields[name] === undefined || !isTold(fields[name])),
    }
    return added(text, SECTION_OF_KIND[kind], hasAudience ? [inside, told] : [inside])
  }, charter)
}

/** A charter with a clause of each of these kinds that it has none of, which says no more than it must. */
export function withEveryPlainKind(charter: string): string {
  return PLAIN_KINDS.reduce((text, kind) => {
    const section = SECTION_OF_KIND[kind]
    if ((readCharter(text).document?.[section].length ?? 0) > 0) return text
    const { letter, fields } = declaredOf(kind)
    const said = Object.entries(fields).flatMap(([name, { required, shape }]): (readonly [string, PlainValue])[] => {
      if (!required) return []
      const { type } = shape
      return [[name, type.kind === 'texts' ? { en: `The ${name} of ${kind}` } : valueOf(type, name, false, charter)]]
    })
    return added(text, section, [{ id: `${letter}1`, ...Object.fromEntries(said) }])
  }, charter)
}

function added(text: string, section: (typeof SECTION_OF_KIND)[PlainKind], clauses: readonly PlainValue[]): string {
  const at = readCharter(text).document?.[section].length ?? 0
  return clauses.reduce<string>(
    (before, value, index) =>
      editText(before, [{ kind: 'insert', path: [section], at: at + index, value }])?.text ?? '',
    text,
  )
}

function valuesOf(kind: PlainKind, charter: string, isInside: (name: string) => boolean): Record<string, PlainValue> {
  const { fields } = declaredOf(kind)
  return Object.fromEntries(
    Object.entries(fields).map(([name, { shape }]) => [
      name,
      valueOf(shape.type, `${name} of ${kind}`, isInside(name), charter),
    ]),
  )
}

/** A value that a field may have; one that is kept inside is told by `INSIDE` or `INSIDE_TIMES`. */
function valueOf(type: PlainField['shape']['type'], what: string, isInside: boolean, charter: string): PlainValue {
  switch (type.kind) {
    case 'texts':
      return isInside ? { en: `kept-inside ${what}` } : { en: `Told <${what}>`, ar: `يقال <${what}>` }
    case 'text':
      return isInside ? 'kept-inside-word' : 'told-word'
    case 'words':
      return [isInside ? 'kept-inside-word' : 'told-word']
    case 'date':
    case 'review':
      return isInside ? '2031-07-13' : '2027-06-30'
    case 'position':
      return isInside ? 'kept-inside-position' : 'agent'
    case 'language':
      return 'en'
    case 'choice':
      return type.values[0] ?? ''
    case 'condition':
      return isInside ? { value: 'kept-inside-value' } : { size: 'small' }
    case 'link':
      return idIn(charter, type.section, isInside)
    case 'links':
      return [idIn(charter, type.section ?? 'promises', isInside)]
  }
}

function idIn(charter: string, section: string, isInside: boolean): string {
  const clauses = new Map<string, unknown>(Object.entries(readCharter(charter).document ?? {})).get(section)
  const ids = Array.isArray(clauses) ? clauses.map(({ id }) => String(id)) : []
  return ids.find((id) => id.startsWith('KEPT-INSIDE-') === isInside) ?? ''
}
