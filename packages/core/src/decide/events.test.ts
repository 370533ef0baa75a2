import { absorbMerged, decide, readEvent } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { at, charterOf, decided, historyOf, verdict, verdicts } from '../../test/small-charter.ts'

const FIRST = 'promises: [{ id: P1, audience: public, clock: first-response, table: [{ target: 4 h of office }] }]'
const NEXT = 'promises: [{ id: P2, audience: public, clock: next-response, table: [{ target: 4 h of office }] }]'
const SOLVE = 'promises: [{ id: P3, audience: public, clock: resolution, table: [{ target: 16 h of office }] }]'

describe('events', () => {
  it('E1: an event recorded after now, or that happens after now, is not seen', () => {
    const late = '2026-12-21 10:00 message.sent {"recorded":"2026-12-22T10:00:00+01:00"}'
    expect(verdicts(FIRST, `2026-12-21 09:00 ticket.created\n${late}`, '2026-12-21 12:00')).toEqual([
      'P1/1 running due 2026-12-21 13:00',
    ])
    expect(verdicts(FIRST, `2026-12-21 09:00 ticket.created\n${late}`, '2026-12-22 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 13:00 at 2026-12-21 10:00',
    ])
    expect(
      verdicts(FIRST, '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent', '2026-12-21 09:30'),
    ).toEqual(['P1/1 running due 2026-12-21 13:00'])
  })

  it('E2: events of one instant act in the order of their types, whatever the order of lines', () => {
    const lines = [
      '2026-12-21 09:00 ticket.created',
      '2026-12-21 10:00 message.sent',
      '2026-12-21 10:00 status.changed {"to":"solved"}',
    ]
    const expected = ['P3/1 kept due 2026-12-22 17:00 at 2026-12-21 10:00']
    expect(verdicts(SOLVE, lines.join('\n'), '2026-12-30 12:00')).toEqual(expected)
    expect(verdicts(SOLVE, lines.reverse().join('\n'), '2026-12-30 12:00')).toEqual(expected)
  })

  it('E2: seq decides before the type', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent {"seq":2}\n2026-12-21 10:00 status.changed {"to":"solved","seq":1}'
    expect(verdicts(SOLVE, lines, '2026-12-21 12:00')).toEqual(['P3/1 running due 2026-12-22 17:00'])
  })

  it('E3: a repeated id changes nothing', () => {
    const repeated = '2026-12-21 10:00 message.received {"id":"m1"}'
    const lines = `2026-12-21 09:00 ticket.created\n2026-12-21 09:30 message.sent\n${repeated}\n2026-12-21 10:30 message.sent\n${repeated}`
    expect(verdicts(NEXT, lines, '2026-12-21 12:00')).toHaveLength(1)
  })

  it('E4: only an agent is a person', () => {
    expect(
      verdicts(
        FIRST,
        '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent {"by":"bot"}',
        '2026-12-21 12:00',
      ),
    ).toEqual(['P1/1 running due 2026-12-21 13:00'])
    expect(
      verdicts(
        FIRST,
        '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.auto {"by":"agent:anna"}',
        '2026-12-21 12:00',
      ),
    ).toEqual(['P1/1 running due 2026-12-21 13:00'])
  })

  it('E5: without a creation there are no commitments, and the decision says so; a second creation is nothing', () => {
    const decision = decided(FIRST, '2026-12-21 10:00 message.sent', '2026-12-21 12:00')
    expect(decision.commitments).toEqual([])
    expect(decision.unevaluated.map(({ code }) => code)).toEqual(['no-creation'])
    expect(
      verdicts(FIRST, '2026-12-21 09:00 ticket.created\n2026-12-21 11:00 ticket.created', '2026-12-21 12:00'),
    ).toEqual(['P1/1 running due 2026-12-21 13:00'])
  })

  it('E6: automatic mail starts no clock, reopens nothing and is no contact', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}\n2026-12-21 11:00 message.received {"automatic":true}'
    expect(verdicts(NEXT, lines, '2026-12-21 12:00')).toEqual([])
    expect(decided(SOLVE, lines, '2026-12-21 12:00').state).toBe('solved')
  })

  it('E7: a message reopens a solved ticket, and does nothing to a closed one', () => {
    const solved =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}'
    expect(decided(SOLVE, `${solved}\n2026-12-21 11:00 message.received`, '2026-12-21 12:00').state).toBe('open')
    const closed = `${solved}\n2026-12-21 10:30 status.changed {"to":"closed"}\n2026-12-21 11:00 message.received`
    expect(decided(SOLVE, closed, '2026-12-21 12:00').state).toBe('closed')
    expect(verdicts(NEXT, closed, '2026-12-21 12:00')).toEqual([])
  })

  it('E8: a reopening said twice is one', () => {
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}\n2026-12-21 11:00 status.changed {"to":"open"}\n2026-12-21 11:00 ticket.reopened'
    const body = `${SOLVE}\nescalation: [{ id: E1, when: { reopenings: ">= 2" }, steps: [{ tell: team-lead }] }]`
    expect(decided(body, lines, '2026-12-21 12:00').steps).toEqual([])
    expect(decided(body.replace('2"', '1"'), lines, '2026-12-21 12:00').steps).toHaveLength(1)
  })

  it('E9: spam cancels what runs; undoing it restores the run from its true start', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 ticket.spam'
    expect(verdicts(FIRST, lines, '2026-12-21 12:00')).toEqual([
      'P1/1 cancelled due 2026-12-21 13:00 at 2026-12-21 10:00 (spam)',
    ])
    expect(verdicts(FIRST, `${lines}\n2026-12-21 11:00 ticket.spam {"undo":true}`, '2026-12-21 12:00')).toEqual([
      'P1/1 running due 2026-12-21 13:00',
    ])
  })

  it('E9: spam leaves what is already broken', () => {
    expect(
      verdicts(FIRST, '2026-12-21 09:00 ticket.created\n2026-12-21 14:00 ticket.spam', '2026-12-21 15:00'),
    ).toEqual(['P1/1 broken due 2026-12-21 13:00 at 2026-12-21 13:00:00.001'])
  })

  it('E13: a message that was moved away is as if it had never been, from when that is known', () => {
    const lines = `2026-12-21 09:00 ticket.created
2026-12-21 09:10 message.sent
2026-12-21 10:00 message.received {"id":"m1"}
2026-12-21 10:30 message.received {"id":"m2"}`
    expect(verdicts(NEXT, lines, '2026-12-21 12:00')).toEqual(['P2/1 running due 2026-12-21 14:00'])
    const moved = `${lines}\n2026-12-21 11:00 message.moved {"message":"m1","into":"B"}`
    expect(verdicts(NEXT, moved, '2026-12-21 10:59')).toEqual(['P2/1 running due 2026-12-21 14:00'])
    expect(verdicts(NEXT, moved, '2026-12-21 12:00')).toEqual(['P2/1 running due 2026-12-21 14:30'])
    const others = `${lines}\n2026-12-21 11:00 message.moved {"message":"nobody","into":"B"}`
    expect(verdicts(NEXT, others, '2026-12-21 12:00')).toEqual(['P2/1 running due 2026-12-21 14:00'])
  })

  it('E10: the messages of a merged ticket join the survivor, and its own clocks are cancelled', () => {
    const read = (value: object) => readEvent(value).event ?? expect.fail('no event')
    const events = [
      read({ ticket: 'A', at: '2026-12-21T09:00:00+01:00', type: 'ticket.created' }),
      read({ ticket: 'B', at: '2026-12-21T09:30:00+01:00', type: 'ticket.created' }),
      read({ ticket: 'B', at: '2026-12-21T10:00:00+01:00', type: 'message.sent' }),
      read({ ticket: 'A', at: '2026-12-21T11:00:00+01:00', type: 'ticket.absorbed', from: 'B' }),
    ]
    const joined = absorbMerged(events)
    const of = (ticket: string) =>
      decide(
        charterOf(
          `${FIRST.slice(0, -1)}, { id: P3, audience: public, clock: resolution, table: [{ target: 16 h of office }] }]`,
        ),
        joined.filter((event) => event.ticket === ticket),
        at('2026-12-21 12:00'),
      ).commitments.map(verdict)
    expect(of('A')).toEqual(['P1/1 kept due 2026-12-21 13:00 at 2026-12-21 10:00', 'P3/1 running due 2026-12-22 17:00'])
    expect(of('B')).toEqual([
      'P1/1 kept due 2026-12-21 13:30 at 2026-12-21 10:00',
      'P3/1 cancelled due 2026-12-23 09:30 at 2026-12-21 11:00 (merged)',
    ])
  })

  it('E11: contacts are the customer’s turns, not messages', () => {
    const turns =
      '2026-12-21 09:00 ticket.created\n2026-12-21 09:10 message.received\n2026-12-21 09:20 message.received\n2026-12-21 10:00 message.sent\n2026-12-21 11:00 message.received'
    const body = (condition: string) => `escalation: [{ id: E1, when: { ${condition} }, steps: [{ tell: team-lead }] }]`
    expect(decided(body('contacts: ">= 2"'), turns, '2026-12-21 12:00').steps.map(({ due }) => due)).toEqual([
      at('2026-12-21 11:00'),
    ])
    expect(decided(body('contacts: ">= 3"'), turns, '2026-12-21 12:00').steps).toEqual([])
    expect(decided(body('messages: ">= 3"'), turns, '2026-12-21 12:00').steps).toHaveLength(1)
  })

  it('E11: messages of the customer are unanswered until a person writes or solves truly', () => {
    const steps = (most: number, lines: string) =>
      decided(
        `escalation: [{ id: E1, when: { unanswered: ">= ${most}" }, steps: [{ tell: team-lead }] }]`,
        lines,
        '2026-12-22 12:00',
      ).steps.map(({ due }) => due)
    const [created, written] = ['2026-12-21 09:00 ticket.created', '2026-12-21 09:00 message.received']
    const again = (time: string, fields = '{}') => `2026-12-21 ${time} message.received ${fields}`
    const three = [created, written, again('10:00'), again('11:00')].join('\n')
    expect(steps(3, three)).toEqual([at('2026-12-21 11:00')])
    expect(steps(4, three)).toEqual([])
    // A machine answers nothing, and a machine's mail asks nothing.
    const machines = [created, written, '2026-12-21 09:30 message.auto', again('10:00', '{"automatic":true}')]
    expect(steps(2, machines.join('\n'))).toEqual([])
    expect(steps(2, [...machines, again('11:00')].join('\n'))).toEqual([at('2026-12-21 11:00')])
    const answered = [created, written, again('10:00'), '2026-12-21 10:30 message.sent', again('11:00'), again('12:00')]
    expect(steps(3, answered.join('\n'))).toEqual([])
    expect(steps(3, [...answered, again('13:00')].join('\n'))).toEqual([at('2026-12-21 13:00')])
    const solve = '2026-12-21 10:30 status.changed {"to":"solved","reason":"thanks"}'
    const needed = (most: number, lines: readonly string[]) =>
      decided(
        `no answer needed: [thanks]\nescalation: [{ id: E1, when: { unanswered: ">= ${most}" }, steps: [{ tell: team-lead }] }]`,
        lines.join('\n'),
        '2026-12-22 12:00',
      ).steps
    expect(needed(3, [created, written, again('10:00'), solve, again('11:00')])).toEqual([])
    expect(
      needed(3, [created, written, again('10:00'), solve.replace(',"reason":"thanks"', ''), again('11:00')]),
    ).toHaveLength(1)
  })

  it('E12: a ticket that an agent opens by writing owes a first answer from the customer’s first message', () => {
    const lines =
      '2026-12-21 09:00 ticket.created {"by":"agent:anna"}\n2026-12-21 09:00 message.sent\n2026-12-21 10:00 message.received'
    expect(verdicts(FIRST, lines, '2026-12-21 12:00')).toEqual(['P1/1 running due 2026-12-21 14:00'])
    expect(
      verdicts(FIRST, '2026-12-21 09:00 ticket.created {"by":"agent:anna","for":"customer"}', '2026-12-21 12:00'),
    ).toEqual(['P1/1 running due 2026-12-21 13:00'])
  })

  it('E2: the order of an array is of no account', () => {
    const lines = historyOf(
      '2026-12-21 09:00 ticket.created\n2026-12-21 10:00 message.sent\n2026-12-21 11:00 message.received',
    )
    const charter = charterOf(NEXT)
    expect(decide(charter, [...lines].reverse(), at('2026-12-21 12:00'))).toEqual(
      decide(charter, lines, at('2026-12-21 12:00')),
    )
  })
})
