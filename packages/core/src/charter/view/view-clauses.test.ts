import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CLAUSE_KINDS } from '../clause.ts'
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
      ['R1', 'remedy', 'public'],
      ['R2', 'remedy', 'staff'],
      ['A1', 'authority', 'position:agent'],
      ['A2', 'authority', 'position:team-lead'],
      ['A3', 'authority', 'position:head-of-service'],
      ['E1', 'escalation', 'staff'],
      ['E2', 'escalation', 'staff'],
      ['D1', 'procedure', 'staff'],
    ])
    expect(viewClause(document, 'P9')).toBeUndefined()
  })

  it('have of an escalation on a customer who comes again how many tickets in which time that is', () => {
    const again = retailer
      .replace('events:\n', 'events:\n  back.again: { tickets: 3, within: 14 days }\n')
      .replace('{ id: E2, when: { reason: damaged,', '{ id: E2, on: back.again, when: { reason: damaged,')
    expect(viewClause(documentOf(again), 'E2')?.terms).toEqual([
      { name: 'on', text: 'back.again' },
      { name: 'repeated', text: '3 within 14 days' },
      { name: 'when', text: 'reason: damaged, contacts: >= 3' },
    ])
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

describe('the clauses that no ticket is judged by', () => {
  const page = readFileSync(new URL('../../../../../docs/formats/charter.md', import.meta.url), 'utf8')
  const [, ...parts] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '')
  const document = documentOf(parts.join('\n'))

  it('stand in the order in which a charter is read to people', () => {
    const viewed = viewClauses(document)
    expect([...new Set(viewed.map(({ kind }) => kind))]).toEqual(CLAUSE_KINDS)
    const idsOf = (...kinds: readonly string[]) => viewed.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
    expect(idsOf('promise', 'remedy', 'channel')).toEqual(['P1', 'P2', 'P3', 'P4', 'R1', 'R2', 'C1', 'C2'])
  })

  it('have an objective’s figures, its owner and what others claim', () => {
    expect(viewClause(document, 'O1')).toMatchObject({
      terms: [
        { name: 'value', text: 'V1' },
        { name: 'measure', text: 'kept(P1)' },
        { name: 'target', text: '95%' },
        { name: 'by', text: '2027-06-30' },
        { name: 'stretch', text: '99%' },
        { name: 'baseline', text: '88%' },
        { name: 'owner', text: 'head-of-service' },
        { name: 'review', text: '2027-06-30' },
      ],
      rows: [{ gives: { of: 'Rival Ltd', claims: '90%', source: 'their website', date: '2026-05-01' } }],
    })
  })

  it('have a procedure’s steps, with their conditions, words and ways', () => {
    expect(viewClause(document, 'D1')).toMatchObject({
      terms: [
        { name: 'when', text: 'outage: > 2 h' },
        { name: 'standards', text: 'P2' },
        { name: 'objective', text: 'O1' },
      ],
      rows: [
        { gives: { ask: 'photo' }, says: null },
        { when: { tier: 'gold' }, gives: { name: 'choose', decide: 'R1' } },
        { gives: {}, says: { en: 'Ring the workshop.' } },
        { when: { price: '> 100 EUR' }, gives: { approve: 'team-lead' } },
        { gives: { automate: 'send-label' } },
        { gives: { send: 'reply-outage' } },
        { when: { price: '> 100 EUR' }, gives: { 'hand over': 'team-lead', needs: 'photo, tried', next: 'end' } },
        { gives: { wait: 'customer', 'at most': '5 days', next: 'choose' } },
      ],
    })
  })

  it('have channels, teams, words and agreements', () => {
    expect(viewClause(document, 'C1')?.terms.map(({ name, text }) => `${name} ${text}`)).toEqual([
      'channel chat',
      'state retiring',
      'from 2024-01-01',
      'until 2027-03-31',
      'hours line',
      'address chat.acme.example',
      'after hours bot',
      'person 2 h of office',
      'through C2',
      'moves to C2',
      'objective O1',
    ])
    expect(viewClause(document, 'G1')?.rows[0]).toMatchObject({ gives: { to: 'voices', skills: 'italian' } })
    expect(viewClause(document, 'T1')?.terms[2]).toEqual({ name: 'never', text: 'le faremo sapere' })
    expect(viewClause(document, 'L2')?.terms[0]).toEqual({ name: 'supplier', text: 'Fast Parcels' })
    expect(viewClause(document, 'X1')?.texts).toMatchObject([
      { name: 'instead', by: { en: 'Ask the shop that sold it.' } },
    ])
    expect(viewClause(document, 'R1')?.rows[1]).toMatchObject({ gives: { tell: 'X1' } })
  })
})
