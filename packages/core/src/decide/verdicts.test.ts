import { describe, expect, it } from 'vitest'
import { decided, verdicts } from '../../test/small-charter.ts'

const FIRST = (target: string) =>
  `promises: [{ id: P1, audience: public, clock: first-response, table: [{ target: ${target} }] }]`

describe('verdicts', () => {
  it('V1: Saturday noon and eight hours of office is Monday at closing, where an answer is still kept', () => {
    const lines = (answer: string) => `2026-12-19 12:00 ticket.created\n2026-12-21 ${answer} message.sent`
    expect(verdicts(FIRST('8 h of office'), lines('17:00'), '2026-12-22 12:00')).toEqual([
      'P1/1 kept due 2026-12-21 17:00 at 2026-12-21 17:00',
    ])
    expect(verdicts(FIRST('8 h of office'), lines('23:00'), '2026-12-22 12:00')).toEqual([
      'P1/1 broken due 2026-12-21 17:00 at 2026-12-21 17:00:00.001',
    ])
  })

  it('V2: the reckoning explains and adds up to the target', () => {
    const [commitment] = decided(
      FIRST('8 h of office'),
      '2026-12-18 16:00 ticket.created',
      '2026-12-18 16:30',
    ).commitments
    const spans = commitment?.why.filter(({ code }) => code === 'counted' || code === 'closed') ?? []
    expect(spans.map(({ code, counted_ms }) => [code, counted_ms])).toEqual([
      ['counted', 3_600_000],
      ['closed', 0],
      ['counted', 7 * 3_600_000],
    ])
    expect(spans[0]?.from).toBe(commitment?.start)
    expect(spans.at(-1)?.to).toBe(commitment?.due)
    expect(commitment?.why.find(({ code }) => code === 'sum')?.counted_ms).toBe(8 * 3_600_000)
  })

  it('V2: what happens after the settling is no part of its reckoning', () => {
    const body =
      'promises: [{ id: P3, audience: public, clock: update-every, pauses: [waiting-for-customer], table: [{ target: 8 h of office }] }]'
    const lines =
      '2026-12-21 09:00 ticket.created\n2026-12-21 09:00 message.sent\n2026-12-21 10:00 message.sent\n2026-12-21 11:00 status.changed {"to":"waiting-for-customer"}\n2026-12-21 12:00 message.received'
    const [first] = decided(body, lines, '2026-12-22 12:00').commitments
    expect(first?.pauses).toEqual([])
    expect(first?.why.find(({ code }) => code === 'sum')?.counted_ms).toBe(8 * 3_600_000)
  })

  it('V3: broken stays broken, and records how late it was fulfilled', () => {
    const lines = '2026-12-21 09:00 ticket.created\n2026-12-21 12:00 message.sent'
    const [commitment] = decided(FIRST('1 h of office'), lines, '2026-12-22 12:00').commitments
    expect([commitment?.state, commitment?.fulfilled_at]).toEqual(['broken', Date.UTC(2026, 11, 21, 11)])
    expect(commitment?.why.at(-1)?.text).toContain('2 h late')
  })

  it('V4: each promise that matches makes its own commitment', () => {
    const body =
      'promises: [{ id: P1, audience: public, clock: first-response, table: [{ target: 1 h of office }] }, { id: P2, audience: public, clock: first-response, table: [{ target: 2 h of office }] }]'
    expect(verdicts(body, '2026-12-21 09:00 ticket.created', '2026-12-21 09:30')).toEqual([
      'P1/1 running due 2026-12-21 10:00',
      'P2/1 running due 2026-12-21 11:00',
    ])
  })

  it('T5, T6, T7: the three kinds of duration', () => {
    const due = (target: string, time: string) => verdicts(FIRST(target), `${time} ticket.created`, time)
    expect(due('90 min of office', '2026-12-18 16:00')).toEqual(['P1/1 running due 2026-12-21 09:30'])
    expect(due('2 working days of office', '2026-12-18 10:00')).toEqual(['P1/1 running due 2026-12-22 17:00'])
    expect(due('14 days', '2026-12-01 10:00')).toEqual(['P1/1 running due 2026-12-16 00:00'])
    expect(due('1 month', '2027-01-31 10:00')).toEqual(['P1/1 running due 2027-03-01 00:00'])
  })

  it('T8: past the compiled zones nothing is answered, and the decision says which promise', () => {
    const decision = decided(FIRST('50000 h of office'), '2026-12-01 10:00 ticket.created', '2026-12-01 11:00')
    expect(decision.commitments).toEqual([])
    expect(decision.unevaluated.map(({ clause, code }) => [clause, code])).toEqual([['P1', 'past-horizon']])
  })

  it('C6: where two rows match under unique, the promise is listed as not evaluated', () => {
    const body =
      'promises: [{ id: P1, audience: public, clock: first-response, hit: unique, table: [{ tier: gold, target: 1 h of office }, { channel: email, target: 2 h of office }] }]'
    const decision = decided(
      body,
      '2026-12-21 09:00 ticket.created {"facts":{"tier":"gold","channel":"email"}}',
      '2026-12-21 09:30',
    )
    expect(decision.commitments).toEqual([])
    expect(decision.unevaluated.map(({ clause, code }) => [clause, code])).toEqual([['P1', 'several-rows']])
    expect(decision.unevaluated[0]?.text).toMatch(/^rows 1 and 2 match/)
  })

  it('C10: the why names the rows that match beside the one that counts, each time the row is decided', () => {
    const body =
      'promises: [{ id: P1, audience: public, clock: first-response, table: [{ tier: gold, target: 1 h of office }, { channel: email, target: 2 h of office }, { channel: phone, target: 3 h of office }, { target: 4 h of office }] }]'
    const told = (lines: string) =>
      decided(body, lines, '2026-12-21 09:30')
        .commitments[0]?.why.filter(({ code }) => code === 'rows-passed-over')
        .map(({ text, from, data }) => [text, from, data])
    const opened = '2026-12-21 09:00 ticket.created {"facts":{"tier":"gold","channel":"email"}}'
    const [first, second] = [Date.UTC(2026, 11, 21, 8), Date.UTC(2026, 11, 21, 8, 10)]
    const beside = [
      'Rows 2 and 4 match too: row 1 counts, as the first that matches.',
      first,
      { row: 1, rows: '2, 4', count: 2 },
    ]
    expect(told(opened)).toEqual([beside])
    expect(told(`${opened}\n2026-12-21 09:10 facts.changed {"facts":{"tier":"free"}}`)).toEqual([
      beside,
      ['Row 4 matches too: row 2 counts, as the first that matches.', second, { row: 2, rows: '4', count: 1 }],
    ])
    expect(told('2026-12-21 09:00 ticket.created')).toEqual([])
  })

  it('C7: outside its scope a promise makes no commitment', () => {
    const body =
      'promises: [{ id: P1, audience: public, when: { channel: phone }, clock: first-response, table: [{ target: 1 h of office }] }]'
    expect(verdicts(body, '2026-12-21 09:00 ticket.created {"facts":{"channel":"email"}}', '2026-12-21 09:30')).toEqual(
      [],
    )
    expect(
      verdicts(body, '2026-12-21 09:00 ticket.created {"facts":{"channel":"phone"}}', '2026-12-21 09:30'),
    ).toHaveLength(1)
  })

  it('C8: missing names the unknown facts that could change the answer, and no others', () => {
    const body =
      'promises: [{ id: P1, audience: public, clock: first-response, table: [{ channel: chat, target: 1 h of office }, { channel: email, tier: gold, target: 2 h of office }, { target: 8 h of office }] }]'
    const missing = (facts: string) =>
      decided(body, `2026-12-21 09:00 ticket.created {"facts":${facts}}`, '2026-12-21 09:30').missing
    expect(missing('{}')).toEqual(['channel', 'tier'])
    expect(missing('{"channel":"email"}')).toEqual(['tier'])
    expect(missing('{"channel":"phone"}')).toEqual([])
    expect(missing('{"tier":"free"}')).toEqual(['channel'])
  })
})
