/** Cases worked by hand for the brute-force judge: facts that change (F) and conditions (C). 2026-06-01 is a Monday in Warsaw. */
import { describe, expect, it } from 'vitest'
import type { PlainCell, PlainCharter } from './plain-data.ts'
import { charter, created, event, facts, judged, promise, received, sent, status, verdicts } from './worked-case.ts'

const LATER = '2026-12-31T12:00'
const open = created('2026-06-01T09:00')

describe('the brute-force judge on facts and conditions', () => {
  const tiers = { tier: { 'in order': ['free', 'standard', 'gold'] } }
  const table = [
    { tier: 'gold', target: '1 h of always' },
    { tier: 'standard', target: '4 h of always' },
    { tier: 'free', target: '8 h of always' },
  ]
  const byTier = (further = {}) => charter([promise('first-response', '', { table, ...further })], { facts: tiers })
  const at = (tier: string) => created('2026-06-01T09:00', { facts: { tier } })
  const tell = event('message.auto', '2026-06-01T09:05', { tells: 'P' })

  it('F1, F2: a stricter row is reckoned from the start', () => {
    expect(
      verdicts(byTier(), [at('free'), facts({ tier: 'standard' }, '2026-06-01T10:00')], '2026-06-01T10:00'),
    ).toEqual(['running 06-01 13:00'])
    expect(
      verdicts(
        byTier({ 'on change': 'keep' }),
        [at('free'), facts({ tier: 'standard' }, '2026-06-01T10:00')],
        '2026-06-01T10:00',
      ),
    ).toEqual(['running 06-01 17:00'])
  })
  it('F3: a stricter row whose time is past counts from the change, but is never later than before', () => {
    expect(verdicts(byTier(), [at('free'), facts({ tier: 'gold' }, '2026-06-01T11:00')], '2026-06-01T11:00')).toEqual([
      'running 06-01 12:00',
    ])
    expect(
      verdicts(byTier(), [at('standard'), facts({ tier: 'gold' }, '2026-06-01T12:30')], '2026-06-01T12:30'),
    ).toEqual(['running 06-01 13:00'])
  })
  it('F4: a looser row holds at once where nothing was told, and else when a message tells it', () => {
    const looser = facts({ tier: 'free' }, '2026-06-01T10:00')
    expect(verdicts(byTier(), [at('standard'), looser], '2026-06-01T10:00')).toEqual(['running 06-01 17:00'])
    expect(judged(byTier(), [at('standard'), tell, looser], '2026-06-01T10:00')[0]).toMatchObject({
      row: 2,
      put_off: false,
    })
    expect(verdicts(byTier(), [at('standard'), tell, looser], '2026-06-01T10:00')).toEqual(['running 06-01 13:00'])
    const again = [at('standard'), tell, looser, event('message.auto', '2026-06-01T11:00', { tells: ['P'] })]
    expect(verdicts(byTier(), again, '2026-06-01T11:00')).toEqual(['running 06-01 17:00'])
    expect(judged(byTier(), again, '2026-06-01T11:00')[0]).toMatchObject({ row: 3, put_off: true })
  })
  it('F5: no row any more cancels, at once or when the promise is withdrawn', () => {
    const none = facts({ tier: null }, '2026-06-01T10:00')
    expect(verdicts(byTier(), [at('free'), none], LATER)).toEqual(['cancelled 06-01 17:00 at 06-01 10:00 no-row'])
    expect(verdicts(byTier(), [at('free'), tell, none], '2026-06-01T12:00')).toEqual(['running 06-01 17:00'])
    expect(
      verdicts(
        byTier(),
        [at('free'), tell, none, event('message.auto', '2026-06-01T12:00', { withdraws: 'P' })],
        LATER,
      ),
    ).toEqual(['cancelled 06-01 17:00 at 06-01 12:00 withdrawn'])
  })
  it('F6, K10: a run that enters is due no earlier than the change plus the target, and keeps its start', () => {
    const enters = [open, facts({ tier: 'standard' }, '2026-06-01T12:00')]
    expect(verdicts(byTier(), [open], LATER)).toEqual([])
    expect(verdicts(byTier(), enters, '2026-06-01T12:00')).toEqual(['running 06-01 16:00'])
    expect(judged(byTier(), enters, '2026-06-01T12:00')[0]).toMatchObject({
      run: 1,
      start: Date.parse('2026-06-01T07:00Z'),
    })
  })
  it('F7: a kept resolution is decided again when it is reopened', () => {
    const resolution = charter([promise('resolution', '', { table })], { facts: tiers })
    const lines = [
      at('standard'),
      sent('2026-06-01T09:10'),
      status('solved', '2026-06-01T10:00'),
      facts({ tier: 'free' }, '2026-06-02T09:00'),
      received('2026-06-03T10:00'),
    ]
    expect(verdicts(resolution, lines, '2026-06-02T12:00')).toEqual(['kept 06-01 13:00 at 06-01 10:00'])
    expect(verdicts(resolution, lines, '2026-06-03T10:00')).toEqual(['running 06-03 17:00'])
  })
  const rowFor = (facts_: PlainCharter['facts'], cells: readonly PlainCell[], value: unknown) => {
    const by = charter(
      [promise('first-response', '', { table: cells.map((cell) => ({ f: cell, target: '1 h of office' })) })],
      { ...(facts_ === undefined ? {} : { facts: facts_ }) },
    )
    return judged(by, [created('2026-06-01T09:00', { facts: { f: value } })], LATER)[0]?.row ?? null
  }
  it('C1: an unknown fact meets an empty cell, a dash and the word unknown, and nothing else', () => {
    const choice = { f: { 'one of': ['a', 'b'] } }
    expect(rowFor(choice, [['a', 'b'], { not: ['a'] }, '-'], null)).toBe(3)
    expect(rowFor(choice, ['a', ['b', 'unknown']], 'no such value')).toBe(2)
  })
  it('C2: a range includes its beginning and excludes its end', () => {
    const number = { f: 'number' }
    expect([2, 3, 4, 5, 6].map((n) => rowFor(number, ['3 .. 5', '>= 5', '<= 2'], n))).toEqual([3, 1, 1, 2, 2])
    expect(['free', 'gold'].map((tier) => rowFor({ f: tiers.tier }, ['< standard', '>= standard'], tier))).toEqual([
      1, 2,
    ])
  })
  it('C3: an age is counted in dates up to the creation; a month keeps the day or takes the last', () => {
    const age = { f: { age: true } }
    expect(['2026-05-03', '2026-05-02', '2026-06-01'].map((date) => rowFor(age, ['< 30 days', '-'], date))).toEqual([
      1, 2, 1,
    ])
    expect(
      ['2026-05-02', '2026-05-01', '2026-02-28'].map((date) =>
        rowFor(age, ['< 1 month', '1 month .. 3 months', '-'], date),
      ),
    ).toEqual([1, 2, 3])
  })
  it('C6, C7: the first matching row holds; outside its scope a clause has none', () => {
    expect(rowFor({ f: 'yes/no' }, ['yes', '-', 'no'], false)).toBe(2)
    const scoped = charter([promise('first-response', '1 h of office', { when: { f: 'yes' } })], {
      facts: { f: 'yes/no' },
    })
    expect(verdicts(scoped, [open], LATER)).toEqual([])
  })
})
