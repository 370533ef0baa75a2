import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CharterDocument } from '../document.ts'
import { readCharter } from '../read-charter.ts'
import { viewClause, viewClauses } from './view-clauses.ts'

const retailer = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')

function documentOf(text: string): CharterDocument {
  const { document, findings } = readCharter(text)
  if (document === undefined) throw new Error(findings[0]?.message)
  return document
}

describe('the clauses of a charter as people read them', () => {
  const document = documentOf(retailer)

  it('are all there, each with what it is for whom', () => {
    expect(viewClauses(document).map(({ id, kind, audience }) => [id, kind, audience])).toEqual([
      ...['P1', 'P2', 'P3', 'P4', 'P5'].map((id) => [id, 'promise', 'public']),
      ['P6', 'promise', 'staff'],
      ['E1', 'escalation', 'staff'],
      ['E2', 'escalation', 'staff'],
      ['R1', 'remedy', 'public'],
      ['R2', 'remedy', 'staff'],
      ['A1', 'authority', 'position:agent'],
      ['A2', 'authority', 'position:team-lead'],
    ])
    expect(viewClause(document, 'P9')).toBeUndefined()
  })

  it('have a promise’s rows as written, and its terms once', () => {
    expect(viewClause(document, 'P1')).toMatchObject({
      says: { en: 'A person answers you within {target}.', pl: expect.any(String) },
      because: { en: expect.stringContaining('twenty') },
      terms: [
        { name: 'clock', text: 'first-response' },
        { name: 'measured', text: 'each, 95% a month' },
        { name: 'no answer needed', text: 'thanks, duplicate, spam' },
        { name: 'if broken', text: 'apologise, R2' },
      ],
      rows: [
        { when: { channel: 'chat' }, gives: { target: '2 min of chat' } },
        { when: { channel: 'email', tier: 'gold' }, gives: { target: '1 h of office' } },
        { when: { channel: expect.stringContaining('form') }, gives: { target: '4 h of office' } },
        { when: { channel: expect.any(String) }, gives: { target: '3 min of office' } },
        { when: {}, gives: { target: '8 h of office' } },
      ],
    })
    expect(viewClause(document, 'P4')?.terms.slice(0, 2)).toEqual([
      { name: 'clock', text: 'repair.booked … repair.done' },
      { name: 'pauses', text: 'waiting-for-customer' },
    ])
  })

  it('have steps as rows, and the limits of remedies and authority', () => {
    expect(viewClause(document, 'E1')).toMatchObject({
      terms: [{ name: 'for', text: 'P1' }],
      rows: [
        { when: { at: '75%' }, gives: { tell: 'assignee' } },
        { when: { at: '100%' }, gives: { tell: 'team-lead', 'raise priority': 'yes' } },
        { when: { after: '2 h of office' }, gives: { 'give to': 'duty-manager' } },
      ],
    })
    expect(viewClause(document, 'E2')).toMatchObject({
      terms: [{ name: 'when', text: 'reason: damaged, contacts: >= 3' }],
      rows: [{ when: {}, gives: { 'give to': 'duty-manager' } }],
    })
    expect(viewClause(document, 'R1')?.rows[0]?.gives).toEqual({
      allow: 'refund, replacement, apology',
      'up to': 'price',
    })
    expect(viewClause(document, 'A1')).toMatchObject({
      terms: [{ name: 'position', text: 'agent' }],
      rows: [{ when: {}, gives: { 'per ticket': '100 EUR', 'per day': '500 EUR', bend: '200 EUR a month' } }],
    })
  })

  it('name every kind of time and the audience of a row', () => {
    const steps = ['1 h of day', '90 s of day', '1 working day of day', '14 days'].map(
      (after) => `      - { after: ${after}, tell: lead }`,
    )
    const other = documentOf(
      `
avow: 1
charter: x
languages: [en]
zone: UTC
positions: [lead]
calendars: { day: { open: always } }
promises:
  - id: P1
    audience: { lead }
    clock: resolution
    until: closed
    says: x
    table: [{ target: 1 h of day, audience: public }]
escalation:
  - id: E1
    for: P1
    steps:
${steps.join('\n')}
`.replace('{ lead }', 'lead'),
    )
    expect(viewClause(other, 'P1')).toMatchObject({
      audience: 'position:lead',
      terms: [
        { name: 'clock', text: 'resolution until closed' },
        { name: 'measured', text: 'each' },
      ],
      rows: [{ gives: { target: '1 h of day', audience: 'public' } }],
    })
    expect(viewClause(other, 'E1')?.rows.map(({ when }) => when['after'])).toEqual([
      '1 h of day',
      '90 s of day',
      '1 working day of day',
      '14 days',
    ])
  })
})
