import { describe, expect, it } from 'vitest'
import { decided, shown } from '../../test/small-charter.ts'

const LADDER = (target: string, clock = 'first-response') =>
  `promises: [{ id: P1, audience: public, clock: ${clock}, table: [{ target: ${target} }] ${clock === 'resolution' ? ', pauses: [waiting-for-customer]' : ''} }]
escalation:
  - id: E1
    for: P1
    steps:
      - { at: 75%, tell: assignee }
      - { at: 100%, tell: team-lead, raise priority: true }
      - { after: 2 h of office, give to: duty-manager }
`
const steps = (body: string, lines: string, now: string) =>
  decided(body, lines, now).steps.map(({ step, due, state }) => `${step} ${state} ${shown(due)}`)

describe('escalation', () => {
  it('S1: steps fall at a share of the counted time, and after the due instant', () => {
    expect(steps(LADDER('8 h of office'), '2026-12-21 13:00 ticket.created', '2026-12-22 12:00')).toEqual([
      '1 due 2026-12-22 11:00',
      '2 ahead 2026-12-22 13:00',
      '3 ahead 2026-12-22 15:00',
    ])
    expect(steps(LADDER('2 working days of office'), '2026-12-21 09:00 ticket.created', '2026-12-21 10:00')[0]).toBe(
      '1 ahead 2026-12-23 11:00',
    )
    expect(steps(LADDER('4 days'), '2026-12-21 00:00 ticket.created', '2026-12-21 10:00')[0]).toBe(
      '1 ahead 2026-12-24 18:00',
    )
  })

  it('S5: a running commitment is at risk once three quarters of its target are used, not when paused or settled', () => {
    const risk = (target: string, clock: string, lines: string, now: string) =>
      decided(LADDER(target, clock), lines, now).commitments.map(({ risk_at }) => shown(risk_at))
    const created = '2026-12-21 13:00 ticket.created'
    expect(risk('8 h of office', 'first-response', created, '2026-12-21 13:30')).toEqual(['2026-12-22 11:00'])
    const answered = `${created}\n2026-12-21 14:00 message.sent`
    expect(risk('8 h of office', 'first-response', answered, '2026-12-21 15:00')).toEqual([null])
    const waiting = `${answered}\n2026-12-21 14:00 status.changed {"to":"waiting-for-customer"}`
    expect(risk('8 h of office', 'resolution', waiting, '2026-12-22 15:00')).toEqual([null])
  })

  it('S2: a pause moves the steps not yet taken, and while it lasts they have no instant', () => {
    const asked =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"waiting-for-customer"}'
    expect(steps(LADDER('4 h of office', 'resolution'), asked, '2026-12-21 12:00')).toEqual([
      '1 ahead null',
      '2 ahead null',
      '3 ahead null',
    ])
    expect(
      steps(LADDER('4 h of office', 'resolution'), `${asked}\n2026-12-21 13:00 message.received`, '2026-12-21 13:30'),
    ).toEqual(['1 ahead 2026-12-21 15:00', '2 ahead 2026-12-21 16:00', '3 ahead 2026-12-22 10:00'])
  })

  it('S3: steps of a fulfilled or cancelled commitment are dropped', () => {
    expect(
      steps(
        LADDER('4 h of office'),
        '2026-12-21 09:00 ticket.created\n2026-12-21 12:30 message.sent',
        '2026-12-22 12:00',
      ),
    ).toEqual(['1 due 2026-12-21 12:00'])
    expect(
      steps(
        LADDER('4 h of office'),
        '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 ticket.spam',
        '2026-12-22 12:00',
      ),
    ).toEqual([])
    expect(
      steps(
        LADDER('4 h of office'),
        '2026-12-21 09:00 ticket.created\n2026-12-21 14:00 message.sent',
        '2026-12-22 12:00',
      ),
    ).toEqual(['1 due 2026-12-21 12:00', '2 due 2026-12-21 13:00'])
  })

  it('S4: a step on a condition acts once, when the condition first holds', () => {
    const body =
      'escalation:\n  - { id: E2, when: { tier: gold }, steps: [{ give to: duty-manager }, { after: 1 h of office, tell: team-lead }] }'
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 facts.changed {"facts":{"tier":"gold"}}\n2026-12-21 11:00 facts.changed {"facts":{"tier":null}}\n2026-12-21 12:00 facts.changed {"facts":{"tier":"gold"}}'
    expect(steps(body, lines, '2026-12-21 10:30')).toEqual(['1 due 2026-12-21 10:00', '2 ahead 2026-12-21 11:00'])
    expect(steps(body, lines, '2026-12-21 13:00')).toEqual(['1 due 2026-12-21 10:00', '2 due 2026-12-21 11:00'])
  })

  it('S4: a step may wait for an event, declared or of the log itself', () => {
    const body = (on: string) =>
      `escalation: [{ id: E3, on: ${on}, when: { tier: gold }, steps: [{ tell: team-lead }] }]`
    const lines =
      '2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}\n2026-12-21 10:00 message.received\n2026-12-21 11:00 repair.booked'
    expect(steps(body('message.received'), lines, '2026-12-21 12:00')).toEqual(['1 due 2026-12-21 10:00'])
    expect(steps(body('repair.booked'), lines, '2026-12-21 12:00')).toEqual(['1 due 2026-12-21 11:00'])
    expect(steps(body('repair.done'), lines, '2026-12-21 12:00')).toEqual([])
  })

  it('S2: a step already taken stays where it was, whatever pauses follow', () => {
    const lines =
      '2026-12-21 00:00 ticket.created\n2026-12-26 18:00 message.sent\n2026-12-28 09:00 status.changed {"to":"waiting-for-customer"}'
    const half = LADDER('10 days', 'resolution').replace('75%', '50%')
    expect(steps(half, lines, '2026-12-27 12:00')[0]).toBe('1 due 2026-12-26 12:00')
    expect(steps(half, lines, '2026-12-29 12:00')[0]).toBe('1 due 2026-12-26 12:00')
    expect(steps(half, `${lines}\n2026-12-31 12:00 message.received`, '2026-12-31 13:00')[0]).toBe(
      '1 due 2026-12-26 12:00',
    )
  })

  it('S4: nothing acts before the creation, nor after the judging has ended', () => {
    const body =
      'escalation:\n  - { id: E2, when: { tier: gold }, steps: [{ give to: duty-manager }, { after: 2 h of office, tell: team-lead }] }'
    const lines =
      '2026-12-18 10:00 facts.changed {"facts":{"tier":"gold"}}\n2026-12-21 09:00 ticket.created\n2026-12-21 09:30 ticket.spam'
    expect(steps(body, lines, '2026-12-22 12:00')).toEqual(['1 due 2026-12-21 09:00'])
  })
})
