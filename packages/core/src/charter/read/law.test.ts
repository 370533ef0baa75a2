import { describe, expect, it } from 'vitest'
import { readCharter } from '../read-charter.ts'
import { viewClause } from '../view/view-clauses.ts'

const HEAD = `avow: 1
charter: test
languages: [en]
zone: Europe/Warsaw
facts: { reason: { one of: [complaint, question] } }
calendars: { office: { open: { mon-fri: 09:00-17:00 } } }
events: { complaint.answered: {} }
`
const read = (law: string, more = '') => readCharter(`${HEAD}law: ${law}\n${more}`)
const saysOf = (law: string) => read(law).findings.map(({ code, message }) => `${code}: ${message}`)

describe('the law of a charter', () => {
  it('is read with how the charter tells its words', () => {
    const { document, findings } = read(
      '{ jurisdictions: [PL, EU], sectors: consumer, holidays: office, matters: { complaint: { reason: complaint } }, events: { received: ticket.created, answered: complaint.answered }, blocking: PL-1, off: [ { row: EU-2, because: Not yet. } ] }',
      'promises: [ { id: P1, clock: resolution, law: [PL-1], table: [ { target: 14 days } ] } ]\n',
    )
    expect(findings).toEqual([])
    expect(document?.law).toMatchObject({ jurisdictions: ['PL', 'EU'], sectors: ['consumer'], holidays: 'office' })
    expect([...(document?.law?.matters.keys() ?? [])]).toEqual(['complaint'])
    expect([...(document?.law?.events ?? [])]).toEqual([
      ['received', 'ticket.created'],
      ['answered', 'complaint.answered'],
    ])
    expect(document?.law?.blocking).toEqual(['PL-1'])
    expect(document?.law?.off.map(({ row, because }) => [row, because.by.get('en')])).toEqual([['EU-2', 'Not yet.']])
    expect(document?.promises[0]?.law).toEqual(['PL-1'])
    expect(read('{ jurisdictions: PL, sectors: consumer, blocking: all }').document?.law?.blocking).toBe('all')
  })

  it('names who settles a dispute outside the company, behind the last step of each ladder on a promise', () => {
    const { document } = read(
      '{ jurisdictions: UK, sectors: telecom, dispute body: { en: The ombudsman. } }',
      `promises: [ { id: P1, clock: resolution, table: [ { target: 14 days } ] } ]
escalation:
  - { id: E1, for: P1, steps: [ { at: 50%, tell: assignee } ] }
  - { id: E2, when: { reason: complaint }, steps: [ { tell: assignee } ] }
`,
    )
    expect(document?.law?.disputeBody?.by.get('en')).toBe('The ombudsman.')
    const named = ['E1', 'E2'].map((id) => document && viewClause(document, id)?.texts)
    expect(named).toEqual([[{ name: 'dispute body', by: { en: 'The ombudsman.' } }], []])
  })

  it.each([
    [
      'a jurisdiction without a pack',
      '{ jurisdictions: [PLL], sectors: consumer }',
      /unknown-value.*“PLL”; did you mean “PL”/,
    ],
    [
      'a sector that no row knows',
      '{ jurisdictions: PL, sectors: [finanse] }',
      /unknown-value.*did you mean “finance”/,
    ],
    ['a row that does not ship', '{ jurisdictions: EU, sectors: consumer, blocking: EU-3 }', /unknown-value.*“EU-3”/],
    [
      'a row that is off for no reason',
      '{ jurisdictions: PL, sectors: consumer, off: [ { row: PL-1 } ] }',
      /missing-field.*“because”/,
    ],
    [
      'a row that is off twice',
      '{ jurisdictions: PL, sectors: consumer, off: [ { row: PL-1, because: A. }, { row: PL-1, because: B. } ] }',
      /named-twice.*“PL-1”/,
    ],
    [
      'an event that is not declared',
      '{ jurisdictions: PL, sectors: consumer, events: { answered: complaint.answred } }',
      /unknown-event/,
    ],
    [
      'a fact that is not declared',
      '{ jurisdictions: PL, sectors: consumer, matters: { complaint: { raison: complaint } } }',
      /unknown-fact/,
    ],
    ['a law of nowhere', '{ sectors: consumer }', /missing-field.*“jurisdictions”/],
  ])('refuses %s', (_, law, message) => {
    const says = saysOf(law)
    expect(says).toHaveLength(1)
    expect(says[0]).toMatch(message)
  })
})
