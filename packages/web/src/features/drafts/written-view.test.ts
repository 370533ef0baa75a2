import { openSource, readCharter, sourceData, viewClauses } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { fieldsOf, listOf } from './charter-data.ts'
import { STATED_KINDS } from './stated-kinds.ts'
import { writtenView } from './written-view.ts'

const TEXT = `avow: 1
charter: acme
languages: [en, it]
zone: Europe/Rome
positions: [agent, lead]
facts: { reason: { one of: [damaged, wrong] }, channel: { one of: [email, phone] } }
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
channels:
  - { id: C1, audience: public, channel: email, state: open, hours: office, address: a@b.example }
  - id: C2
    channel: phone
    state: retiring
    until: 2027-06-30
    moves to: C1
    after hours: { answers: bot, person: 4 h of office, through: C1 }
values:
  - { id: V1, audience: lead, says: { en: Care, it: Cura }, because: { en: So it is. }, shown by: [P1, X1] }
objectives:
  - id: O1
    says: { en: Fast }
    value: V1
    measure: kept(P1)
    target: 95%
    by: 2027-06-30
    stretch: 99%
    owner: lead
    review: 2027-01-01
    benchmarks:
      - { of: Rival, claims: 90%, source: their page, date: 2026-05-01, stance: parity }
exclusions:
  - { id: X1, says: { en: No }, instead: { en: Yes }, when: { reason: [damaged, wrong], channel: phone } }
promises:
  - { id: P1, clock: first-response, table: [{ target: 4 h of office }] }
agreements:
  - { id: L1, team: workshop, for: [P1], table: [{ reason: damaged, target: 2 h of office }, { target: 3 days }] }
procedures:
  - id: D1
    says: { en: How }
    standards: [P1]
    steps:
      - { ask: photo, when: { reason: damaged } }
      - { name: look, do: { en: Look at it. } }
      - { hand over: lead, needs: [order, tried], next: look }
routing:
  - { id: G1, hit: unique, table: [{ reason: damaged, to: repairs, skills: [italian, parts] }, { reason: wrong, to: desk }] }
tone:
  - { id: T1, language: it, address: Lei, never: [purtroppo, problema], instead: the fact, needs: [greeting] }
`

function written(text: string) {
  const source = openSource(text)
  const data = fieldsOf(source && sourceData(source.root))
  return STATED_KINDS.flatMap(({ kind, section }) =>
    listOf(data[section]).map((clause) => writtenView(kind, fieldsOf(clause), 'en')),
  )
}

describe('a clause as the draft has it', () => {
  it('says what it says in the handbook once it is published', () => {
    const { document, findings } = readCharter(TEXT)
    expect(findings).toEqual([])
    const published = viewClauses(document as NonNullable<typeof document>)
    const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1)
    const sorted = (views: typeof published) => views.map((view) => ({ ...view, terms: [...view.terms].sort(byName) }))
    const drafted = written(TEXT)
    expect(drafted.map(({ id }) => id)).toEqual(['V1', 'O1', 'X1', 'C1', 'C2', 'D1', 'G1', 'L1', 'T1'])
    for (const view of sorted(drafted)) expect(sorted(published)).toContainEqual(view)
  })

  it('is shown while it is faulty, as far as it can be read', () => {
    const [value] = written('values: [{ id: V1, says: Care, shown by: , review: soon }]')
    expect(value).toEqual({
      id: 'V1',
      kind: 'value',
      audience: 'staff',
      says: { en: 'Care' },
      because: null,
      terms: [{ name: 'review', text: 'soon' }],
      texts: [],
      rows: [],
    })
    expect(written('tone: [7]')).toMatchObject([{ id: '', kind: 'tone', terms: [], rows: [] }])
  })
})
