import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { checkUnused } from './check-unused.ts'

const PROMISE = 'id: P1, audience: staff, clock: first-response, measured: [each]'

function told(body: string) {
  return checkUnused(charterOf(body).document).map(({ line, message }) => `${line} ${message}`)
}

describe('the check of unused parts', () => {
  it('names facts, calendars, events and positions that nothing speaks of', () => {
    expect(told(`positions: [agent, chief]\nevents:\n  repair.done: {}\n${FACTS}`)).toEqual([
      '9 Nothing in the charter uses the fact “channel”. Use it or take it out.',
      '10 Nothing in the charter uses the fact “tier”. Use it or take it out.',
      '11 Nothing in the charter uses the fact “price”. Use it or take it out.',
      '12 Nothing in the charter uses the fact “bought”. Use it or take it out.',
      '14 Nothing in the charter uses the calendar “office”. Use it or take it out.',
      '7 Nothing in the charter uses the event “repair.done”. Use it or take it out.',
      '5 Nothing in the charter uses the position “agent”. Use it or take it out.',
      '5 Nothing in the charter uses the position “chief”. Use it or take it out.',
    ])
  })

  it('counts every way in which a part can be used', () => {
    expect(
      told(`positions: [agent, lead, chief, owner, approver, reader]
people: { owner: owner, approvers: [approver], need: 1 }
facts:
  channel: { one of: [email, chat] }
  tier: { in order: [free, gold] }
  reason: { one of: [late, other] }
  price: money EUR
  priority: { in order: [low, high] }
events:
  call.offered: {}
  call.answered: {}
  call.abandoned: {}
  call.angry: {}
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
  late: { open: { mon-fri: 09:00-21:00 } }
promises:
  - { ${PROMISE}, when: { channel: email }, table: [ { tier: gold, target: 1 h of office, audience: reader }, { target: 2 h of office } ] }
  - { id: P2, audience: staff, clock: { from: call.offered, until: call.answered, given up: call.abandoned }, measured: [each], table: [ { target: 1 h of office } ] }
escalation:
  - { id: E1, for: P1, steps: [ { at: 100%, tell: lead, raise priority: true }, { after: 1 h of late, give to: chief } ] }
  - { id: E2, when: { reason: late }, on: call.angry, steps: [ { tell: assignee } ] }
remedies:
  - { id: R1, table: [ { allow: [refund], up to: price } ] }
authority:
  - { id: A1, position: agent, may: [refund], per ticket: 10 EUR }
`),
    ).toEqual([])
  })

  it('counts what procedures, routing, exclusions, channels, agreements, crises and the law speak of', () => {
    const body = `positions: [approver, second, reader, keeper]
law: { jurisdictions: [PL], sectors: [consumer], holidays: public }
facts:
  channel: { one of: [email, phone] }
  tier: { in order: [free, gold] }
  photo: yes or no
  serial: yes or no
  reason: { one of: [late, other] }
  region: { one of: [north, south] }
  shop: { one of: [web, street] }
calendars:
  waits: { open: { mon-fri: 09:00-17:00 } }
  desk: { open: { mon-fri: 09:00-17:00 } }
  beneath: { open: { mon-fri: 09:00-17:00 } }
  crisis: { open: { mon-fri: 09:00-17:00 } }
  public: { open: { mon-fri: 09:00-17:00 } }
promises:
  - { ${PROMISE}, owner: keeper, table: [ { target: 3 days } ] }
remedies:
  - { id: R1, table: [ { allow: [apology] } ] }
  - { id: R2, when: { tier: gold }, table: [ { allow: [credit], up to: 10 EUR } ] }
procedures:
  - id: D1
    audience: reader
    when: { reason: late }
    steps:
      - { ask: photo }
      - { decide: R1 }
      - { wait: customer, at most: 5 h of waits }
      - { approve: approver }
      - { hand over: second, needs: [serial] }
channels: [ { id: C1, channel: phone, state: open, hours: desk } ]
exclusions: [ { id: X1, when: { shop: street }, says: { en: Not in shops. }, instead: { en: Go there. } } ]
agreements: [ { id: G1, team: workshop, for: P1, table: [ { region: north, target: 1 h of beneath }, { target: 2 h of beneath } ] } ]
crisis: [ { id: K1, says: { en: A flood. }, from: 2026-12-01T00:00 Europe/Warsaw, until: 2026-12-31T00:00 Europe/Warsaw, amends: [ { promise: P1, target: 9 h of crisis } ] } ]
`
    expect(told(body)).toEqual([])
  })

  it('counts the position that a clause is told to, whatever its kind', () => {
    const says = 'says: { en: So. }'
    const of = (name: string) => `audience: ${name}, ${says}`
    expect(
      told(`positions: [promised, remedied, valued, aimed, excluded, channelled, unread]
facts: { channel: { one of: [email, phone] } }
values: [ { id: V1, ${of('valued')} } ]
objectives: [ { id: O1, ${of('aimed')}, measure: satisfaction, target: 90%, by: 2027-06-30 } ]
promises: [ { id: P1, ${of('promised')}, clock: resolution, table: [ { target: 3 days } ] } ]
remedies: [ { id: R1, ${of('remedied')}, table: [ { allow: [apology] } ] } ]
exclusions: [ { id: X1, ${of('excluded')} } ]
channels: [ { id: C1, ${of('channelled')}, channel: phone, state: open } ]
tone: [ { id: T1, language: en } ]
`),
    ).toEqual(['5 Nothing in the charter uses the position “unread”. Use it or take it out.'])
  })

  it('counts the facts by which tickets are given to teams', () => {
    const body = `facts: { tier: { in order: [free, gold] }, region: { one of: [north, south] }, size: { one of: [s, l] } }
routing: [ { id: G1, when: { tier: gold }, table: [ { region: north, to: voices }, { to: letters } ] } ]
`
    expect(told(body)).toEqual(['5 Nothing in the charter uses the fact “size”. Use it or take it out.'])
  })

  it('counts the facts and events by which the law knows a matter, and not those of rows that it speaks of', () => {
    const body = `facts: { reason: { one of: [complaint, other] } }
events: { repair.done: {}, repair.begun: {} }
law: { jurisdictions: [IT], sectors: [energy], matters: { complaint: { reason: complaint } }, events: { resolved: repair.done } }
`
    expect(told(body)).toEqual(['6 Nothing in the charter uses the event “repair.begun”. Use it or take it out.'])
  })

  it('names each fact that no step asks for by its name', () => {
    const body = `positions: [lead, chief]
facts: { photo: yes or no, priority: { in order: [low, high] } }
promises: [ { id: P1, clock: resolution, table: [ { target: 3 days } ] } ]
escalation: [ { id: E1, for: P1, steps: [ { at: 50%, tell: lead } ] } ]
procedures: [ { id: D1, steps: [ { send: photo }, { automate: photo }, { approve: chief } ] } ]
`
    expect(told(body)).toEqual([
      '6 Nothing in the charter uses the fact “photo”. Use it or take it out.',
      '6 Nothing in the charter uses the fact “priority”. Use it or take it out.',
    ])
  })

  it('takes a remedy of which one row has a condition for one that its tickets find', () => {
    const remedies = `facts: { tier: { in order: [free, gold] } }
remedies:
  - { id: R1, table: [ { tier: gold, allow: [credit], up to: 10 EUR }, { allow: [apology] } ] }
  - { id: R2, table: [ { allow: [apology] } ] }
`
    expect(told(remedies)).toEqual([expect.stringMatching(/^8 R2 has no conditions/)])
  })

  it('names a remedy that stands beside every ticket, unless a broken promise names it or it is the only one', () => {
    const remedies = 'remedies:\n  - { id: R1, table: [ { allow: [apology] } ] }\n'
    const more = `${remedies}  - { id: R2, table: [ { allow: [credit], up to: 10 EUR } ] }\n`
    const promise = `promises:\n  - { ${PROMISE}, if broken: { remedy: R1 }, table: [ { target: 3 days } ] }\n`
    expect(told(remedies)).toEqual([])
    expect(told(more + promise)).toEqual([
      '7 R2 has no conditions, and no promise names it under “if broken”, so it stands beside every ticket. Name it there, or give it conditions.',
    ])
  })
})
