import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LineToDraw, layOut, type Span } from './promise-line.ts'

const line = (more: Partial<LineToDraw> = {}): LineToDraw => ({
  start: 0,
  due: 100,
  done: null,
  ended: null,
  spans: [],
  ...more,
})

describe('a running promise', () => {
  test('ends at its due time; what is past is drawn, what is ahead is faint', () => {
    const drawn = layOut(line(), 40)
    expect(drawn).toMatchObject({ due: 100, now: 40, done: null, bent: false })
    expect(drawn.pieces.map(({ kind, at, length, ahead }) => [kind, at, length, ahead])).toEqual([
      ['counted', 0, 40, false],
      ['counted', 40, 60, true],
    ])
  })

  test('shows closed hours where they are', () => {
    const spans: Span[] = [
      { kind: 'counted', from: 0, to: 20 },
      { kind: 'closed', from: 20, to: 90 },
      { kind: 'counted', from: 90, to: 100 },
    ]
    expect(layOut(line({ spans }), 0).pieces.map(({ kind, at, length }) => [kind, at, length])).toEqual([
      ['counted', 0, 20],
      ['closed', 20, 70],
      ['counted', 90, 10],
    ])
  })
})

test('past the due time the line goes on as late, up to now', () => {
  const drawn = layOut(line(), 200)
  expect(drawn).toMatchObject({ due: 50, now: 100, bent: false })
  expect(drawn.pieces.at(-1)).toMatchObject({ kind: 'late', at: 50, length: 50 })
})

test('what is very late changes the scale at the due time', () => {
  expect(layOut(line({ done: 10_000 }), 20_000)).toMatchObject({ due: 30, done: 100, now: null, bent: true })
  expect(layOut(line({ done: 101 }), 20_000)).toMatchObject({ due: 85, done: 100, bent: true })
})

test('a kept one shows when it was done, and its due time still', () => {
  expect(layOut(line({ done: 25 }), 500)).toMatchObject({ due: 100, done: 25, now: null })
})

test('a paused one has no due time and ends now, however long ago it began', () => {
  const spans: Span[] = [{ kind: 'paused', from: 60, to: 90 }]
  const drawn = layOut(line({ due: null, spans }), 90)
  expect(drawn).toMatchObject({ due: null, now: 100 })
  expect(drawn.pieces.map(({ kind }) => kind)).toEqual(['counted', 'paused'])
})

test('pieces touch, fill the line, and never leave it', () => {
  const instant = fc.integer({ min: 0, max: 1000 })
  fc.assert(
    fc.property(
      fc.record({
        start: instant,
        lasts: instant,
        done: fc.option(instant),
        now: instant,
        cuts: fc.array(instant, { maxLength: 8 }),
        paused: fc.boolean(),
      }),
      ({ start, lasts, done, now, cuts, paused }) => {
        const edges = [...new Set(cuts)].sort((a, b) => a - b).map((cut) => start + cut)
        const spans = edges.slice(1).map((to, at): Span => ({ kind: 'closed', from: edges[at] ?? to, to }))
        const drawn = layOut(
          line({ start, due: paused ? null : start + lasts, done: done === null ? null : start + done, spans }),
          start + now,
        )
        let at = 0
        for (const piece of drawn.pieces) {
          expect(piece.at).toBeCloseTo(at)
          expect(piece.length).toBeGreaterThanOrEqual(0)
          at = piece.at + piece.length
        }
        expect(at).toBeLessThanOrEqual(100.000001)
      },
    ),
  )
})
