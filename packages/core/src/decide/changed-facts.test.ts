import { describe, expect, it } from 'vitest'
import { decided, verdicts } from '../../test/small-charter.ts'

const TIERS = (rest = '') =>
  `promises: [{ id: P3, audience: public, clock: resolution ${rest}, table: [{ tier: gold, target: 2 h of office }, { tier: silver, target: 4 h of office }, { tier: free, target: 8 h of office }] }]`
const created = (tier: string) => `2026-12-21 09:00 ticket.created {"facts":{"tier":"${tier}"}}`
const changed = (time: string, tier: string) => `2026-12-21 ${time} facts.changed {"facts":{"tier":${tier}}}`
const TOLD = '2026-12-21 09:05 message.auto {"tells":["P3"]}'

describe('facts that change on the way', () => {
  it('F1: the row is decided by the facts at the start of the run', () => {
    expect(verdicts(TIERS(), created('gold'), '2026-12-21 10:00')).toEqual(['P3/1 running due 2026-12-21 11:00'])
    expect(
      verdicts(
        TIERS(),
        '2026-12-21 08:00 facts.changed {"facts":{"tier":"silver"}}\n2026-12-21 09:00 ticket.created',
        '2026-12-21 10:00',
      ),
    ).toEqual(['P3/1 running due 2026-12-21 13:00'])
    const decision = decided(TIERS(), created('platinum'), '2026-12-21 10:00')
    expect(decision.commitments).toEqual([])
    expect(decision.unevaluated.map(({ code }) => code)).toEqual(['fact-does-not-fit'])
  })

  it('F2: on change keep leaves the first row', () => {
    expect(
      verdicts(TIERS(', on change: keep'), `${created('free')}\n${changed('10:00', '"gold"')}`, '2026-12-21 10:30'),
    ).toEqual(['P3/1 running due 2026-12-21 17:00'])
  })

  it('F3: a stricter row holds at once, from the run’s own start', () => {
    expect(verdicts(TIERS(), `${created('free')}\n${changed('10:00', '"gold"')}`, '2026-12-21 10:30')).toEqual([
      'P3/1 running due 2026-12-21 11:00',
    ])
  })

  it('F3: where that is already past, it is the change plus the new target, never later than before', () => {
    expect(verdicts(TIERS(), `${created('free')}\n${changed('12:00', '"gold"')}`, '2026-12-21 12:30')).toEqual([
      'P3/1 running due 2026-12-21 14:00',
    ])
    expect(verdicts(TIERS(), `${created('free')}\n${changed('16:30', '"gold"')}`, '2026-12-21 16:40')).toEqual([
      'P3/1 running due 2026-12-21 17:00',
    ])
  })

  it('F4: a looser row holds at once where nothing was told', () => {
    expect(verdicts(TIERS(), `${created('gold')}\n${changed('10:00', '"free"')}`, '2026-12-21 10:30')).toEqual([
      'P3/1 running due 2026-12-21 17:00',
    ])
  })

  it('F4: a told due time stays until a message tells the new one; the run is then put off', () => {
    const lines = `${created('gold')}\n${TOLD}\n${changed('10:00', '"free"')}`
    expect(verdicts(TIERS(), lines, '2026-12-21 10:30')).toEqual(['P3/1 running due 2026-12-21 11:00'])
    const [commitment] = decided(
      TIERS(),
      `${lines}\n2026-12-21 10:40 message.sent {"tells":["P3"]}`,
      '2026-12-21 10:50',
    ).commitments
    expect(commitment?.due).toBe(Date.UTC(2026, 11, 21, 16))
    expect(commitment?.put_off).toBe(true)
  })

  it('F5: without a row the run is cancelled, or stays until it is withdrawn where it was told', () => {
    expect(verdicts(TIERS(), `${created('gold')}\n${changed('10:00', 'null')}`, '2026-12-21 10:30')).toEqual([
      'P3/1 cancelled due 2026-12-21 11:00 at 2026-12-21 10:00 (no-row)',
    ])
    const lines = `${created('gold')}\n${TOLD}\n${changed('10:00', 'null')}`
    expect(verdicts(TIERS(), lines, '2026-12-21 10:30')).toEqual(['P3/1 running due 2026-12-21 11:00'])
    expect(
      verdicts(TIERS(), `${lines}\n2026-12-21 10:40 message.sent {"withdraws":["P3"]}`, '2026-12-21 10:50'),
    ).toEqual(['P3/1 cancelled due 2026-12-21 11:00 at 2026-12-21 10:40 (withdrawn)'])
  })

  it('F6: a run that gets a row is never due earlier than the change plus the target', () => {
    const [commitment] = decided(
      TIERS(),
      `2026-12-21 09:00 ticket.created\n${changed('10:00', '"gold"')}`,
      '2026-12-21 10:30',
    ).commitments
    expect(commitment?.due).toBe(Date.UTC(2026, 11, 21, 11))
    expect(commitment?.start).toBe(Date.UTC(2026, 11, 21, 8))
  })

  it('F5, F6: a run that left all rows may come into one again', () => {
    const lines = `${created('gold')}\n${changed('09:10', 'null')}\n${changed('09:11', '"gold"')}`
    expect(verdicts(TIERS(), lines, '2026-12-21 10:30')).toEqual(['P3/1 running due 2026-12-21 11:11'])
  })

  it('F6: later rows are reckoned from the entry too', () => {
    const lines = `2026-12-21 09:00 ticket.created\n${changed('11:00', '"gold"')}\n${changed('11:05', '"silver"')}`
    expect(verdicts(TIERS(), lines, '2026-12-21 11:30')).toEqual(['P3/1 running due 2026-12-21 15:00'])
  })

  it('F7: a kept resolution is decided again at its reopening', () => {
    const lines = `${created('gold')}\n2026-12-21 10:00 message.sent\n2026-12-21 10:00 status.changed {"to":"solved"}\n${changed('12:00', '"free"')}\n2026-12-21 14:00 ticket.reopened`
    expect(verdicts(TIERS(), lines, '2026-12-21 14:30')).toEqual(['P3/1 running due 2026-12-22 13:00'])
  })
})
