import { describe, expect, it } from 'vitest'
import { decided, verdicts } from '../../../test/small-charter.ts'

const promise = (clock: string, rest = '', target = '4 h of office') =>
  `promises: [{ id: P1, audience: public, clock: ${clock}, table: [{ target: ${target} }] ${rest} }]`
const THANKS = ', no answer needed: [thanks, duplicate]'

describe('clocks', () => {
  it('K1: first-response runs once, from the creation to the first message of a person', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 11:00 message.received\n2026-12-21 16:00 message.sent'
    expect(verdicts(promise('first-response'), lines, '2026-12-22 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 10:00',
    ])
  })

  it('K2: next-response starts at the first message after a person’s, and further ones do not restart it', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 09:30 message.received\n2026-12-21 10:00 message.sent\n2026-12-21 10:30 message.received\n2026-12-21 12:00 message.received\n2026-12-21 14:00 message.sent\n2026-12-21 15:00 message.received'
    expect(verdicts(promise('next-response'), lines, '2026-12-21 16:00')).toEqual([
      'P1/1 kept due 2026-12-21 14:30 at 2026-12-21 14:00',
      'P1/2 running due 2026-12-22 11:00',
    ])
  })

  it('K2: after a solve that needed no answer, the next message starts a run', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 11:00 message.received\n2026-12-21 11:30 status.changed {"to":"solved","reason":"thanks"}\n2026-12-21 12:00 message.received'
    expect(verdicts(promise('next-response', THANKS), lines, '2026-12-21 13:00')).toEqual([
      'P1/1 cancelled due 2026-12-21 15:00 at 2026-12-21 11:30 (thanks)',
      'P1/2 running due 2026-12-21 16:00',
    ])
  })

  it('K3: every missed interval of update-every is its own broken commitment', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-22 12:00 message.sent'
    expect(verdicts(promise('update-every'), lines, '2026-12-22 13:00')).toEqual([
      'P1/1 broken due 2026-12-21 14:00 at 2026-12-21 14:00:00.001',
      'P1/2 broken due 2026-12-22 10:00 at 2026-12-22 10:00:00.001',
      'P1/3 kept due 2026-12-22 14:00 at 2026-12-22 12:00',
      'P1/4 running due 2026-12-22 16:00',
    ])
  })

  it('K3: no interval follows once the ticket waits, is solved or closed', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"closed"}'
    expect(verdicts(promise('update-every'), lines, '2026-12-23 13:00')).toEqual([
      'P1/1 broken due 2026-12-21 14:00 at 2026-12-21 14:00:00.001',
    ])
  })

  it('K3: a true solve fulfils update-every', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 11:00 status.changed {"to":"solved"}'
    expect(verdicts(promise('update-every'), lines, '2026-12-23 13:00')).toEqual([
      'P1/1 kept due 2026-12-21 14:00 at 2026-12-21 11:00',
    ])
  })

  it('K3: a target of no time ends in one run that is not evaluated', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent'
    const { commitments, unevaluated } = decided(
      promise('update-every', '', '0 min of office'),
      lines,
      '2026-12-22 12:00',
    )
    expect(commitments).toEqual([])
    expect(unevaluated.map(({ code }) => code)).toEqual(['no-progress'])
  })

  it('K5: a run from the creation is fulfilled by an event with any key', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 repair.done {"key":"r1"}'
    expect(verdicts(promise('{ from: ticket.created, until: repair.done }'), lines, '2026-12-22 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 10:00',
    ])
  })

  it('K4: a reopening takes back a kept resolution, and the time between is not counted', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}\n2026-12-22 10:00 message.received'
    expect(verdicts(promise('resolution'), lines, '2026-12-22 11:00')).toEqual(['P1/1 running due 2026-12-22 13:00'])
    expect(
      verdicts(
        promise('resolution'),
        `${lines}\n2026-12-22 12:00 message.sent\n2026-12-22 12:30 status.changed {"to":"solved"}`,
        '2026-12-30 11:00',
      ),
    ).toEqual(['P1/1 kept due 2026-12-22 13:00 at 2026-12-22 12:30'])
  })

  it('K4: with until closed, only the closing settles it', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}\n2026-12-21 12:00 status.changed {"to":"closed"}'
    expect(verdicts(promise('resolution', ', until: closed'), lines, '2026-12-22 11:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 12:00',
    ])
  })

  it('K5: a declared clock runs per key; a second from while it is open changes nothing', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 09:00 repair.booked {"key":"a"}\n2026-12-21 10:00 repair.booked {"key":"b"}\n2026-12-21 11:00 repair.booked {"key":"a"}\n2026-12-21 12:00 repair.done {"key":"a"}\n2026-12-21 13:00 repair.booked {"key":"a"}'
    const clock = '{ from: repair.booked, until: repair.done }'
    expect(verdicts(promise(clock), lines, '2026-12-21 13:30')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 12:00',
      'P1/2 running due 2026-12-21 14:00',
      'P1/3 running due 2026-12-21 17:00',
    ])
    expect(
      verdicts(promise('{ from: repair.booked, until: repair.done, each: once }'), lines, '2026-12-21 13:30'),
    ).toHaveLength(2)
  })

  it('K5: what is given up is cancelled', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 09:00 repair.booked\n2026-12-21 10:00 repair.dropped'
    expect(
      verdicts(
        promise('{ from: repair.booked, until: repair.done, given up: repair.dropped }'),
        lines,
        '2026-12-21 13:30',
      ),
    ).toEqual(['P1/1 cancelled due 2026-12-21 13:00 at 2026-12-21 10:00 (given-up)'])
  })

  it('K6: a broken run stays open until it is fulfilled, and says when', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 15:00 message.sent'
    const [commitment] = decided(promise('first-response'), lines, '2026-12-22 12:00').commitments
    expect(commitment?.state).toBe('broken')
    expect(commitment?.fulfilled_at).toBe(Date.UTC(2026, 11, 21, 14))
  })

  it('K7: a silent solve fulfils nothing', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 status.changed {"to":"solved"}'
    expect(verdicts(promise('resolution'), lines, '2026-12-21 12:00')).toEqual(['P1/1 running due 2026-12-21 13:00'])
    const answered =
      '2026-12-21 09:00 ticket.created\n2026-12-21 09:30 message.sent\n2026-12-21 09:40 message.received\n2026-12-21 10:00 status.changed {"to":"solved"}'
    expect(verdicts(promise('resolution'), answered, '2026-12-21 12:00')).toEqual(['P1/1 running due 2026-12-21 13:00'])
  })

  it('K8: solving is not an answer, unless a reason says that none is needed', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 status.changed {"to":"solved"}'
    expect(verdicts(promise('first-response', THANKS), lines, '2026-12-22 12:00')).toEqual([
      'P1/1 broken due 2026-12-21 13:00 at 2026-12-21 13:00:00.001',
    ])
    const named =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 status.changed {"to":"solved","reason":"duplicate"}'
    expect(verdicts(promise('first-response', THANKS), named, '2026-12-22 12:00')).toEqual([
      'P1/1 cancelled due 2026-12-21 13:00 at 2026-12-21 10:00 (duplicate)',
    ])
  })

  it('K9: a reopening that needed no answer is taken back', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}\n2026-12-22 10:00 message.received\n2026-12-22 11:00 status.changed {"to":"solved","reason":"thanks"}'
    expect(verdicts(promise('resolution', THANKS), lines, '2026-12-30 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 10:00',
    ])
    const again = `${lines}\n2026-12-23 10:00 message.received`
    expect(verdicts(promise('resolution', THANKS), again, '2026-12-23 11:00')).toEqual([
      'P1/1 running due 2026-12-23 13:00',
    ])
  })

  it('K9: thanks take back a breach that came while nobody had looked', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 12:30 message.sent\n2026-12-21 12:30 status.changed {"to":"solved"}\n2026-12-21 16:00 message.received\n2026-12-22 11:00 status.changed {"to":"solved","reason":"thanks"}'
    expect(verdicts(promise('resolution', THANKS), lines, '2026-12-30 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 12:30',
    ])
  })

  it('K9: closing with thanks undoes a reopening too', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 12:30 status.changed {"to":"closed"}\n2026-12-21 16:00 ticket.reopened\n2026-12-22 11:00 status.changed {"to":"closed","reason":"thanks"}'
    expect(verdicts(promise('resolution', `${THANKS}, until: closed`), lines, '2026-12-30 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 12:30',
    ])
  })

  it('K9: a broken resolution is fulfilled at its former instant again', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 15:00 message.sent\n2026-12-21 15:00 status.changed {"to":"solved"}\n2026-12-23 10:00 message.received\n2026-12-23 11:00 status.changed {"to":"solved","reason":"thanks"}'
    const [commitment] = decided(promise('resolution', THANKS), lines, '2026-12-30 12:00').commitments
    expect([commitment?.state, commitment?.fulfilled_at]).toEqual(['broken', Date.UTC(2026, 11, 21, 14)])
    expect(commitment?.why.map(({ code }) => code)).toContain('reopening-undone')
  })

  it('K10: runs without a row have no number', () => {
    const body =
      'promises: [{ id: P1, audience: public, clock: next-response, table: [{ tier: gold, target: 4 h of office }] }]'
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 09:30 message.sent\n2026-12-21 10:00 message.received\n2026-12-21 10:30 message.sent\n2026-12-21 11:00 facts.changed {"facts":{"tier":"gold"}}\n2026-12-21 12:00 message.received'
    expect(verdicts(body, lines, '2026-12-21 13:00')).toEqual(['P1/1 running due 2026-12-21 16:00'])
  })

  it('K11: a fulfilment at the due instant itself is in time', () => {
    const lines = (time: string) => `2026-12-21 09:00 ticket.created\n2026-12-21 ${time} message.sent`
    expect(verdicts(promise('first-response'), lines('13:00:00.000'), '2026-12-22 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 13:00',
    ])
    expect(verdicts(promise('first-response'), lines('13:00:00.001'), '2026-12-22 12:00')).toEqual([
      'P1/1 broken due 2026-12-21 13:00 at 2026-12-21 13:00:00.001',
    ])
  })
})
