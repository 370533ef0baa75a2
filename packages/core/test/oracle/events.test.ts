/** Cases worked by hand for the brute-force judge: events and their order (E). 2026-06-01 is a Monday in Warsaw. */
import { describe, expect, it } from 'vitest'
import { charter, created, event, facts, judged, promise, received, sent, status, verdicts } from './worked-case.ts'

const LATER = '2026-12-31T12:00'
const first = charter([promise('first-response', '4 h of office', { 'no answer needed': ['thanks'] })])
const next = charter([promise('next-response', '2 h of office', { 'no answer needed': ['thanks'] })])
const settle = charter([promise('resolution', '8 h of always', { 'no answer needed': ['thanks'] })])
const open = created('2026-06-01T09:00')

describe('the brute-force judge on events', () => {
  it('E1: an event that the log took in later is not known yet', () => {
    const late = [open, sent('2026-06-01T10:00', { recorded: '2026-06-02T10:00:00Z' })]
    expect(verdicts(first, late, '2026-06-02T11:00')).toEqual(['broken 06-01 13:00'])
    expect(verdicts(first, late, '2026-06-02T12:00')).toEqual(['kept 06-01 13:00 at 06-01 10:00'])
  })
  it('E2, K11: of one instant, facts come before the message that starts a run; seq wins over that', () => {
    const byRow = charter(
      [promise('next-response', '', { table: [{ vip: 'yes', target: '1 h of office' }, { target: '2 h of office' }] })],
      { facts: { vip: 'yes/no' } },
    )
    const rows = (a?: number, b?: number) => {
      const at = '2026-06-01T12:00'
      const lines = [
        received(at, a === undefined ? {} : { seq: a }),
        { ...facts({ vip: true }, at), ...(b === undefined ? {} : { seq: b }) },
      ]
      return judged(
        { ...byRow, promises: byRow.promises.map((each) => ({ ...each, 'on change': 'keep' })) },
        [...lines, sent('2026-06-01T10:00'), open],
        LATER,
      )[0]?.row
    }
    expect(rows()).toBe(1)
    expect(rows(1, 2)).toBe(2)
    expect(rows(1)).toBe(2)
  })
  it('E3: an event whose id was taken changes nothing', () => {
    const twice = [
      open,
      sent('2026-06-01T10:00'),
      received('2026-06-01T11:00', { id: 'x' }),
      sent('2026-06-01T11:30'),
      received('2026-06-01T11:40', { id: 'x' }),
    ]
    expect(verdicts(next, twice, LATER)).toEqual(['kept 06-01 13:00 at 06-01 11:30'])
  })
  it('E4: a bot fulfils nothing, whatever it sends', () => {
    const bots = [open, sent('2026-06-01T10:00', { by: 'bot:helper' }), event('message.auto', '2026-06-01T10:01')]
    expect(verdicts(first, bots, LATER)).toEqual(['broken 06-01 13:00'])
  })
  it('E5: a message before the creation changes nothing; without a creation there is no commitment', () => {
    expect(verdicts(first, [sent('2026-06-01T08:00'), open, sent('2026-06-01T12:00')], LATER)).toEqual([
      'kept 06-01 13:00 at 06-01 12:00',
    ])
    expect(verdicts(first, [sent('2026-06-01T08:00')], LATER)).toEqual([])
  })
  it('E6: automatic mail of the customer starts nothing and reopens nothing', () => {
    const automatic = received('2026-06-01T12:00', { automatic: true })
    expect(verdicts(next, [open, sent('2026-06-01T10:00'), automatic], LATER)).toEqual([])
    expect(
      verdicts(settle, [open, sent('2026-06-01T10:00'), status('solved', '2026-06-01T11:00'), automatic], LATER),
    ).toEqual(['kept 06-01 17:00 at 06-01 11:00'])
  })
  it('E7: a message to a closed ticket changes nothing here', () => {
    const closed = [
      open,
      sent('2026-06-01T10:00'),
      status('solved', '2026-06-01T11:00'),
      status('closed', '2026-06-01T11:30'),
      received('2026-06-01T12:00'),
    ]
    expect(verdicts(settle, closed, LATER)).toEqual(['kept 06-01 17:00 at 06-01 11:00'])
    expect(verdicts(next, closed, LATER)).toEqual([])
  })
  it('E9: spam cancels at its instant, and undone it never was', () => {
    const spam = [open, event('ticket.spam', '2026-06-01T10:00'), sent('2026-06-01T11:00')]
    expect(verdicts(first, spam, LATER)).toEqual(['cancelled 06-01 13:00 at 06-01 10:00 spam'])
    expect(verdicts(first, [...spam, event('ticket.spam', '2026-06-01T12:00', { undo: true })], LATER)).toEqual([
      'kept 06-01 13:00 at 06-01 11:00',
    ])
  })
  it('E10: messages of a merged ticket join the survivor at their own instants, along chains', () => {
    const other = (ticket: string, at: string) => ({ ...created(at), ticket })
    const lines = [
      open,
      other('B', '2026-06-01T09:30'),
      other('C', '2026-06-01T09:40'),
      { ...sent('2026-06-01T10:00'), ticket: 'C' },
      { ...event('ticket.merged', '2026-06-01T15:00', { into: 'B' }), ticket: 'C' },
      event('ticket.absorbed', '2026-06-01T16:00', { from: 'B' }),
    ]
    expect(verdicts(first, lines, '2026-06-01T14:59')).toEqual(['broken 06-01 13:00'])
    expect(verdicts(first, lines, LATER)).toEqual(['kept 06-01 13:00 at 06-01 10:00'])
    expect(verdicts(first, lines, LATER, 'B')).toEqual(['kept 06-01 13:30 at 06-01 10:00'])
  })
  it('E10: a merge cancels what runs and leaves what is broken', () => {
    const merged = (at: string) => [open, event('ticket.merged', at, { into: 'B' }), sent('2026-06-01T16:00')]
    expect(verdicts(first, merged('2026-06-01T13:00'), LATER)).toEqual(['cancelled 06-01 13:00 at 06-01 13:00 merged'])
    expect(verdicts(first, merged('2026-06-01T13:01'), LATER)).toEqual(['broken 06-01 13:00'])
  })
  it('E11: contacts are turns, messages are messages, reopenings are counted', () => {
    const counting = (column: string) =>
      charter([
        promise('next-response', '', { table: [1, 2, 3, 4].map((n) => ({ [column]: n, target: '2 h of office' })) }),
      ])
    const lines = [
      open,
      received('2026-06-01T09:10'),
      sent('2026-06-01T10:00'),
      status('solved', '2026-06-01T10:30'),
      received('2026-06-01T11:00'),
    ]
    expect(judged(counting('contacts'), lines, LATER)[0]?.row).toBe(2)
    expect(judged(counting('messages'), lines, LATER)[0]?.row).toBe(2)
    expect(judged(counting('reopenings'), lines, LATER)[0]?.row).toBe(1)
    // Answered and solved in between, one stands open; the first message of a ticket that nobody answered is one too.
    expect(judged(counting('unanswered'), lines, LATER)[0]?.row).toBe(1)
  })
  it('E12, K1: a ticket that an agent opens starts first-response at the first message of the customer, or at once for a customer', () => {
    const byAgent = created('2026-06-01T09:00', { by: 'agent:anna' })
    expect(
      verdicts(first, [byAgent, sent('2026-06-01T09:00'), received('2026-06-01T12:00')], '2026-06-01T12:00'),
    ).toEqual(['running 06-01 16:00'])
    expect(verdicts(first, [{ ...byAgent, for: 'customer' }], '2026-06-01T12:00')).toEqual(['running 06-01 13:00'])
  })
})
