import { describe, expect, it } from 'vitest'
import { at, decided, verdicts } from '../../test/small-charter.ts'

const SOLVE = (target: string, pauses = 'waiting-for-customer') =>
  `promises: [{ id: P3, audience: public, clock: resolution, pauses: [${pauses}], table: [{ target: ${target} }] }]`
const ASKED =
  '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"waiting-for-customer"}'

describe('pauses', () => {
  it('P1: only the states that the promise names stop its clock', () => {
    expect(verdicts(SOLVE('8 h of office', 'on-hold'), ASKED, '2026-12-21 12:00')).toEqual([
      'P3/1 running due 2026-12-21 17:00',
    ])
    expect(verdicts(SOLVE('8 h of office'), ASKED, '2026-12-21 12:00')).toEqual(['P3/1 paused due null'])
  })

  it('P2: waiting counts only once a person has asked', () => {
    const unasked = '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 status.changed {"to":"waiting-for-customer"}'
    expect(verdicts(SOLVE('8 h of office'), unasked, '2026-12-21 12:00')).toEqual(['P3/1 running due 2026-12-21 17:00'])
    const askedLater = `${unasked}\n2026-12-21 11:00 message.sent\n2026-12-21 12:00 message.received`
    expect(verdicts(SOLVE('8 h of office'), askedLater, '2026-12-21 13:00')).toEqual([
      'P3/1 running due 2026-12-22 10:00',
    ])
  })

  it('P3: on-hold counts only when it names who is waited for', () => {
    const lines = (fields: string) =>
      `2026-12-21 09:00 ticket.created\n2026-12-21 10:00 status.changed {"to":"on-hold"${fields}}`
    expect(verdicts(SOLVE('8 h of office', 'on-hold'), lines(''), '2026-12-21 12:00')).toEqual([
      'P3/1 running due 2026-12-21 17:00',
    ])
    expect(verdicts(SOLVE('8 h of office', 'on-hold'), lines(',"third_party":"courier"'), '2026-12-21 12:00')).toEqual([
      'P3/1 paused due null',
    ])
  })

  it('P3: once the customer writes, somebody must be asked again', () => {
    const held =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 status.changed {"to":"on-hold","third_party":"courier"}\n2026-12-21 11:00 message.received'
    expect(verdicts(SOLVE('8 h of office', 'on-hold'), held, '2026-12-21 12:00')).toEqual([
      'P3/1 running due 2026-12-22 10:00',
    ])
    const again = `${held}\n2026-12-21 12:00 status.changed {"to":"on-hold","third_party":"courier"}`
    expect(verdicts(SOLVE('8 h of office', 'on-hold'), again, '2026-12-21 13:00')).toEqual(['P3/1 paused due null'])
  })

  it('P4: a pause that begins at the due instant stops the clock, one after it does not', () => {
    const lines = (time: string) =>
      `2026-12-21 09:00 ticket.created\n2026-12-21 ${time} message.sent\n2026-12-21 ${time} status.changed {"to":"waiting-for-customer"}`
    expect(verdicts(SOLVE('2 h of office'), lines('11:00'), '2026-12-21 12:00')).toEqual(['P3/1 paused due null'])
    expect(verdicts(SOLVE('2 h of office'), lines('11:01'), '2026-12-21 12:00')).toEqual([
      'P3/1 broken due 2026-12-21 11:00 at 2026-12-21 11:00:00.001',
    ])
  })

  it('P5: opening time spent paused is not counted, and what is left is told', () => {
    expect(decided(SOLVE('8 h of office'), ASKED, '2026-12-21 12:00').commitments[0]?.left_ms).toBe(7 * 3_600_000)
    expect(verdicts(SOLVE('8 h of office'), `${ASKED}\n2026-12-21 14:00 message.received`, '2026-12-21 15:00')).toEqual(
      ['P3/1 running due 2026-12-22 13:00'],
    )
    const atDue =
      '2026-12-21 09:00 ticket.created\n2026-12-21 11:00 message.sent\n2026-12-21 11:00 status.changed {"to":"waiting-for-customer"}\n2026-12-21 20:00 message.received'
    expect(verdicts(SOLVE('2 h of office'), atDue, '2026-12-21 21:00')).toEqual(['P3/1 running due 2026-12-22 09:00'])
  })

  it('P6: dates move by one for each whole date spent paused', () => {
    const lines = `${ASKED}\n2026-12-23 12:00 message.received`
    expect(verdicts(SOLVE('3 days'), lines, '2026-12-23 13:00')).toEqual(['P3/1 running due 2026-12-26 00:00'])
    expect(verdicts(SOLVE('3 working days of office'), lines, '2026-12-23 13:00')).toEqual([
      'P3/1 running due 2026-12-25 17:00',
    ])
    expect(
      verdicts(
        SOLVE('1 day'),
        '2026-12-21 09:00 ticket.created\n2026-12-22 10:00 message.sent\n2026-12-22 10:00 status.changed {"to":"waiting-for-customer"}\n2026-12-23 12:00 message.received',
        '2026-12-23 12:00',
      ),
    ).toEqual(['P3/1 running due 2026-12-23 12:00'])
  })

  it('P7: what is settled while paused is reckoned as though the pause ended then', () => {
    expect(
      verdicts(SOLVE('8 h of office'), `${ASKED}\n2026-12-21 12:00 status.changed {"to":"solved"}`, '2026-12-30 12:00'),
    ).toEqual(['P3/1 kept due 2026-12-22 11:00 at 2026-12-21 12:00'])
  })

  it('P8: the time between a true solve and its reopening is a pause of the resolution', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}\n2026-12-21 15:00 ticket.reopened'
    const [commitment] = decided(SOLVE('8 h of office'), lines, '2026-12-21 16:00').commitments
    expect(commitment?.pauses).toEqual([[at('2026-12-21 10:00'), at('2026-12-21 15:00')]])
    expect(commitment?.due).toBe(at('2026-12-22 14:00'))
  })
})

it('P1: a pause that begins at the very instant of judging stands among the pauses, and goes on', () => {
  const [waiting] = decided(SOLVE('8 h of office'), ASKED, '2026-12-21 10:00').commitments
  expect([waiting?.state, waiting?.pauses]).toEqual(['paused', [[at('2026-12-21 10:00'), null]]])
  const both = `${ASKED}\n2026-12-21 12:00 status.changed {"to":"on-hold","third_party":"maker"}`
  const [held] = decided(SOLVE('8 h of office', 'waiting-for-customer, on-hold'), both, '2026-12-21 12:00').commitments
  expect([held?.state, held?.pauses]).toEqual([
    'paused',
    [
      [at('2026-12-21 10:00'), at('2026-12-21 12:00')],
      [at('2026-12-21 12:00'), null],
    ],
  ])
})

describe('the why of a pause', () => {
  it('P2, P3: where a state does not stop the clock, the why says so', () => {
    const unasked = (to: string) => `2026-12-21 09:00 ticket.created\n2026-12-21 10:00 status.changed {"to":"${to}"}`
    const codes = (to: string) =>
      decided(SOLVE('8 h of office', to), unasked(to), '2026-12-21 12:00').commitments[0]?.why.map(({ code }) => code)
    expect(codes('waiting-for-customer')).toContain('pause-not-counted')
    expect(codes('on-hold')).toContain('pause-not-counted')
  })
})
