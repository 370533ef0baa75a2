import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atomsOf, firstTwo, gridOf, rowsOf, verdictOf, walked } from '../../../test/check/random-diagram.ts'
import { buildDiagram, type DiagramColumn, type RowSection } from './diagram.ts'

const long = process.env['AVOW_LONG'] === '1'

describe('the diagram of a table', () => {
  const runs = { numRuns: long ? 3000 : 150 }

  it('comes to the first two matching rows in every case', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const walk = walked(seed)
        const verdicts = new Set<number>()
        for (const atoms of atomsOf(walk.columns)) {
          const expected = firstTwo(walk.rows, rowsOf(walk, atoms))
          expect(verdictOf(walk, atoms)).toBe(expected)
          verdicts.add(expected)
        }
        expect(walk.diagram.verdicts).toEqual(verdicts)
      }),
      runs,
    )
  })

  it('has no two nodes alike and none that decides nothing', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { diagram } = walked(seed)
        const told = diagram.branches.map((branches, node) => `${diagram.column[node]}: ${branches.join()}`)
        expect(new Set(told).size).toBe(told.length)
        expect(diagram.branches.every((branches) => new Set(branches).size > 1)).toBe(true)
      }),
      runs,
    )
  })

  it('comes to one verdict where no column is asked, or none matters', () => {
    const none = gridOf([], () => 7)
    expect([none.root, none.branches, [...none.verdicts]]).toEqual([~7, [], [7]])
    const idle = gridOf([3, 2], () => 7)
    expect([idle.root, idle.branches, [...idle.verdicts]]).toEqual([~7, [], [7]])
  })

  it('skips a column that does not matter and keeps equal nodes once', () => {
    // The second column does not matter; the third matters in the same way under two atoms of the first.
    const diagram = gridOf([3, 2, 2], (first = 0, _ = 0, third = 0) => (first === 1 ? 9 : third))
    expect(diagram.column).toEqual([2, 0])
    expect(diagram.branches).toEqual([Int32Array.of(~0, ~1), Int32Array.of(0, ~9, 0)])
    expect(diagram.root).toBe(1)
    expect(diagram.verdicts).toEqual(new Set([0, 1, 9]))
  })
})

describe('the rows that a verdict looks at', () => {
  /** The words that were looked at, without the same words twice, in the order of the atoms. */
  function looked(columns: readonly DiagramColumn[], words: number, sections: readonly RowSection[]) {
    const seen: number[][] = []
    buildDiagram(columns, words, sections, (alive, offset) => {
      expect(alive.length).toBe((columns.length + 1) * words)
      return seen.push([...alive.slice(offset, offset + words)])
    })
    return seen
  }

  it.each<[what: string, sections: RowSection[], words: number[]]>([
    ['the first', [{ word: 0, rows: 5, keep: 1 }], [0b1]],
    ['the first two', [{ word: 0, rows: 5, keep: 2 }], [0b11]],
    ['the only one', [{ word: 0, rows: 1, keep: 2 }], [0b1]],
    ['the first of several words', [{ word: 0, rows: 70, keep: 1 }], [0b1, 0, 0]],
    ['the first two of several words', [{ word: 0, rows: 70, keep: 2 }], [0b11, 0, 0]],
    [
      'the first of each section, however many words it has',
      [
        { word: 0, rows: 32, keep: 1 },
        { word: 1, rows: 33, keep: 2 },
        { word: 3, rows: 64, keep: 1 },
      ],
      [0b1, 0b11, 0, 0b1, 0],
    ],
  ])('are %s, where all match', (_, sections, words) => {
    expect(looked([], words.length, sections)).toEqual([words])
  })

  it('are the first that match whatever comes, and those before them', () => {
    // The second atom is not for row 0, the third for no row before 31.
    const column: DiagramColumn = { count: 3, bits: Int32Array.of(-1, -1, ~1, -1, 1 << 31, -1) }
    expect(looked([column], 2, [{ word: 0, rows: 40, keep: 1 }])).toEqual([
      [0b1, 0],
      [0b10, 0],
      [1 << 31, 0],
    ])
    expect(looked([column], 2, [{ word: 0, rows: 40, keep: 2 }])).toEqual([
      [0b11, 0],
      [0b110, 0],
      [1 << 31, 0b1],
    ])
  })

  it('are asked once for all cases that leave the same ones', () => {
    const column: DiagramColumn = { count: 4, bits: Int32Array.of(0b01, 0b10, 0b01, 0b10) }
    const asked: number[] = []
    const diagram = buildDiagram([column, column], 1, [{ word: 0, rows: 2, keep: 2 }], (alive, offset) => {
      asked.push(alive[offset] ?? -1)
      return alive[offset] ?? 0
    })
    // In the first column two states of four atoms each; none is left where the two columns differ.
    expect(asked).toEqual([0b01, 0, 0b01, 0, 0, 0b10, 0, 0b10])
    expect(diagram?.branches).toEqual([
      Int32Array.of(~1, ~0, ~1, ~0),
      Int32Array.of(~0, ~2, ~0, ~2),
      Int32Array.of(0, 1, 0, 1),
    ])
  })
})

describe('a table whose rows are all entangled', () => {
  it('is given up, in place of walking for hours', () => {
    // Row r asks columns r and r + 12 for one atom of eight: whoever passes the first twelve remembers what all of them said.
    const columns = Array.from({ length: 24 }, (_, column): DiagramColumn => {
      const asking = 1 << (column % 12)
      return { count: 8, bits: Int32Array.from({ length: 8 }, (_, atom) => (atom === 3 ? 0xfff : 0xfff & ~asking)) }
    })
    let asked = 0
    const within = (most: number) =>
      buildDiagram(
        columns,
        1,
        [{ word: 0, rows: 12, keep: 1 }],
        (alive, offset) => {
          asked++
          return alive[offset] ?? 0
        },
        most,
      )
    expect(within(1_000_000)).toBeDefined()
    const whole = asked
    asked = 0
    expect(within(50_000)).toBeUndefined()
    expect(asked).toBeLessThan(whole / 2)
  })

  it('is one with more branches than may be followed, those of equal states counted once', () => {
    // The first column leaves rows 0 and 2, rows 1 and 2, and rows 0 and 2 again; each of the two pairs is walked on through
    // the second column to two states, and those through the third: 3 + 2 · 2 + 4 · 2.
    const columns: DiagramColumn[] = [
      { count: 3, bits: Int32Array.of(0b101, 0b110, 0b101) },
      { count: 2, bits: Int32Array.of(0b111, 0b011) },
      { count: 2, bits: Int32Array.of(0b111, 0b100) },
    ]
    const within = (most: number) =>
      buildDiagram(columns, 1, [{ word: 0, rows: 3, keep: 2 }], (alive, offset) => alive[offset] ?? 0, most)
    expect(within(14)).toBeUndefined()
    expect(within(15)?.verdicts).toEqual(new Set([0b101, 0b100, 0b001, 0, 0b110, 0b010]))
  })
})
