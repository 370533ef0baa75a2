import { describe, expect, it } from 'vitest'
import { runningIndex } from './running-index.ts'

/** 100 rising values from `from` on, one every 1,024, and the index over them. */
function indexFrom(from: number) {
  const values = Float64Array.from({ length: 100 }, (_, at) => from + at * 1024)
  const until = from + 100 * 1024
  return { values, until, index: runningIndex(values, from, until) }
}

describe('the entry points into rising values', () => {
  it.each([0, 1_700_000_000_000])('from %d on stand at the first value that is not below the bucket', (from) => {
    const { values, index } = indexFrom(from)
    const width = 1 / index.scale
    expect([...index.hints]).toEqual(
      Array.from(index.hints, (_, bucket) => values.filter((value) => value < from + bucket * width).length),
    )
  })

  it.each([0, 1_700_000_000_000])('from %d on are four to eight a value, so that a search looks at few', (from) => {
    const { values, index } = indexFrom(from)
    expect(index.hints.length).toBeGreaterThanOrEqual(4 * values.length)
    expect(index.hints.length).toBeLessThanOrEqual(8 * values.length + 2)
  })

  it('are never nearer to each other than one unit', () => {
    expect(runningIndex(Float64Array.of(0, 1, 2, 3), 0, 4).scale).toBe(1)
    expect(runningIndex(Float64Array.of(), 0, 0)).toEqual({ hints: Int32Array.of(0, 0), scale: 1 })
  })

  it('over no value are as for one', () => {
    expect(runningIndex(Float64Array.of(), 0, 1024).hints.length).toBe(6)
  })
})
