import type { PlainValue } from '@avow/core'
import { type Fields, factsOf, fieldsOf, languagesOf, positionsOf } from './charter-data.ts'
import { idsOf } from './clause-edits.ts'
import type { StatedKind } from './stated-kinds.ts'

/** What a new clause says at first, but for its id and its sentence. `year`: that of today. */
export function freshClause(
  kind: StatedKind,
  data: Fields,
  year: number,
): { readonly letter: string; readonly fields: Readonly<Record<string, PlainValue>> } {
  const [calendar = 'office'] = Object.keys(fieldsOf(data['calendars']))
  const [promise = 'P1'] = idsOf(data, 'promises')
  const [position = 'agent'] = positionsOf(data)
  const [language = 'en'] = languagesOf(data)
  const [channel = 'email'] = factsOf(data).find(({ name }) => name === 'channel')?.values ?? []
  switch (kind) {
    case 'value':
      return { letter: 'V', fields: { audience: 'staff' } }
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
    case 'exclusion':
      return { letter: 'X', fields: { audience: 'staff' } }
    case 'channel':
      return { letter: 'C', fields: { audience: 'staff', channel, state: 'planned' } }
    case 'procedure':
      return { letter: 'D', fields: { audience: 'staff', steps: [{ 'hand over': position }] } }
    case 'routing':
      return { letter: 'G', fields: { table: [{ to: 'desk' }] } }
    case 'agreement':
      return { letter: 'L', fields: { team: 'desk', for: [promise], table: [{ target: `8 h of ${calendar}` }] } }
    case 'tone':
      return { letter: 'T', fields: { language } }
  }
}
