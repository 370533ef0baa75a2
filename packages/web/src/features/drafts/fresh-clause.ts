import { declaredOf, type FieldType, type PlainKind, type PlainValue } from '@avow/core'
import { type Fields, factsOf, fieldsOf, languagesOf, positionsOf } from './charter-data.ts'
import { idsOf } from './clause-edits.ts'
import type { StatedKind } from './stated-kinds.ts'

interface FreshClause {
  readonly letter: string
  readonly fields: Readonly<Record<string, PlainValue>>
}

/** What a new clause says at first, but for its id and its sentence. `year`: that of today. */
export function freshClause(kind: StatedKind, data: Fields, year: number): FreshClause {
  const [calendar = 'office'] = Object.keys(fieldsOf(data['calendars']))
  const [promise = 'P1'] = idsOf(data, 'promises')
  const [position = 'agent'] = positionsOf(data)
  const [channel = 'email'] = factsOf(data).find(({ name }) => name === 'channel')?.values ?? []
  switch (kind) {
    case 'objective':
      return {
        letter: 'O',
        fields: { audience: 'staff', measure: `kept(${promise})`, target: '95%', by: `${year + 1}-12-31` },
      }
    case 'crisis':
      return {
        letter: 'Z',
        fields: {
          from: `${year + 1}-01-01T00:00`,
          until: `${year + 1}-01-15T00:00`,
          amends: [{ promise, times: 2 }],
        },
      }
    case 'channel':
      return { letter: 'C', fields: { audience: 'staff', channel, state: 'planned' } }
    case 'procedure':
      return { letter: 'D', fields: { audience: 'staff', steps: [{ 'hand over': position }] } }
    case 'routing':
      return { letter: 'G', fields: { table: [{ to: 'desk' }] } }
    case 'agreement':
      return { letter: 'L', fields: { team: 'desk', for: [promise], table: [{ target: `8 h of ${calendar}` }] } }
    default:
      return freshPlain(kind, data, year)
  }
}

/** What a kind that is a table of fields cannot be without, but for its texts. */
function freshPlain(kind: PlainKind, data: Fields, year: number): FreshClause {
  const { letter, hasAudience, fields } = declaredOf(kind)
  const needed = Object.entries(fields).flatMap(
    ([
      name,
      {
        required,
        shape: { type },
      },
    ]) =>
      required && type.kind !== 'texts' && type.kind !== 'condition'
        ? [[name, freshValue(name, type, data, year)]]
        : [],
  )
  return { letter, fields: { ...(hasAudience ? { audience: 'staff' } : {}), ...Object.fromEntries(needed) } }
}

/** What stands in a field at first: something of the charter, or else a word to be written over. */
export function freshValue(name: string, type: FieldType, data: Fields, year: number): PlainValue {
  switch (type.kind) {
    case 'date':
    case 'review':
      return `${year + 1}-12-31`
    case 'position':
      return positionsOf(data)[0] ?? name
    case 'language':
      return languagesOf(data)[0] ?? 'en'
    case 'choice':
      return type.values[0] ?? name
    case 'link':
      return idsOf(data, type.section)[0] ?? name
    case 'links':
      return idsOf(data, type.section ?? 'promises').slice(0, 1)
    case 'text':
    case 'words':
      return name
  }
}
