/** The random cases reach what they are for, and the brute-force judge answers them soundly whatever the order of lines. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeAllBySpec } from './brute-force-judge.ts'
import { randomCase } from './generate.ts'

describe('random cases', () => {
  it('E2: the order of lines never matters to the brute-force judge', () => {
    fc.assert(
      fc.property(randomCase, ({ charter, events, now }) => {
        const sorted = (lines: typeof events) =>
          [...judgeAllBySpec(charter, lines, now)].sort(([a], [b]) => (a < b ? -1 : 1))
        expect(sorted([...events].reverse())).toEqual(sorted(events))
      }),
      { numRuns: 200 },
    )
  })

  it('V1, K10: every commitment is settled as its due instant says, and runs are numbered in the order of their starts', () => {
    fc.assert(
      fc.property(randomCase, ({ charter, events, now }) => {
        for (const commitments of judgeAllBySpec(charter, events, now).values()) {
          for (const [i, { promise, run, start, state, due, fulfilled_at, settled_at }] of commitments.entries()) {
            const before = commitments[i - 1]
            const follows = before !== undefined && before.promise === promise
            expect(run).toBe(follows ? before.run + 1 : 1)
            if (follows) expect(start).toBeGreaterThanOrEqual(before.start)
            const sound = {
              kept: due !== null && fulfilled_at !== null && fulfilled_at <= due && settled_at === fulfilled_at,
              broken:
                due !== null && due < now && settled_at === due + 1 && (fulfilled_at === null || fulfilled_at > due),
              running: due !== null && due >= now && due >= start && settled_at === null,
              paused: due === null && settled_at === null,
              cancelled: due !== null && settled_at !== null && settled_at <= due && settled_at <= now,
            }
            expect({ state, sound: sound[state] }).toEqual({ state, sound: true })
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('reach every state, every reason, late fulfilments and instants that coincide', () => {
    const reached = new Set<string>()
    for (const { charter, events, now } of fc.sample(randomCase, { numRuns: 2000, seed: 7 }))
      for (const { state, reason, put_off, due, fulfilled_at } of [
        ...judgeAllBySpec(charter, events, now).values(),
      ].flat()) {
        reached.add(reason === null ? state : `${state}: ${reason}`)
        if (put_off) reached.add('put off')
        if (state === 'broken' && fulfilled_at !== null) reached.add('fulfilled late')
        if (due !== null && due === fulfilled_at) reached.add('fulfilled when due')
        if (due === now) reached.add('judged when due')
      }
    expect([...reached].sort()).toEqual([
      'broken',
      'cancelled: duplicate',
      'cancelled: given-up',
      'cancelled: merged',
      'cancelled: no-row',
      'cancelled: spam',
      'cancelled: thanks',
      'cancelled: withdrawn',
      'fulfilled late',
      'fulfilled when due',
      'judged when due',
      'kept',
      'paused',
      'put off',
      'running',
    ])
  })
})
