import { describe, expect, it } from 'vitest'
import { charterOf, FACTS } from '../../test/check/charter-texts.ts'
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
