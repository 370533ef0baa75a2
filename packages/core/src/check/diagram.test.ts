import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFrom } from '../../test/check/random-table.ts'
import { buildDiagram, type Diagram, type DiagramColumn } from './diagram.ts'
import { ANY_ATOM, boxesOf, pathTo } from './diagram-paths.ts'

const long = process.env['AVOW_LONG'] === '1'

interface Walked {
  readonly columns: readonly DiagramColumn[]
  readonly rows: number
  readonly words: number
  readonly diagram: Diagram
}

/** Rows that match a case, by looking at every bit. */
function rowsOf({ columns, rows, words }: Omit<Walked, 'diagram'>, atoms: readonly number[]): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) =>
    columns.every(
      ({ bits }, column) => (((bits[(atoms[column] ?? 0) * words + (row >> 5)] ?? 0) >> (row & 31)) & 1) === 1,
    ),
  )
}

/** The first two matching rows as a number; `rows` stands for none. */
function firstTwo(rows: number, matching: readonly number[]): number {
  return (matching[0] ?? rows) * (rows + 1) + (matching[1] ?? rows)
}

function walked(seed: number): Walked {
  const draw = drawFrom(seed)
  const rows = 1 + draw(draw(4) === 0 ? 70 : 8)
  const words = Math.ceil(rows / 32)
  const density = 3 + draw(6)
  const columns = Array.from({ length: 1 + draw(4) }, (): DiagramColumn => {
    const count = 1 + draw(5)
    const bits = new Int32Array(count * words)
    for (let row = 0; row < rows; row++) {
      const any = draw(2) === 0
      for (let atom = 0; atom < count; atom++) {
        if (any || draw(10) < density)
          bits[atom * words + (row >> 5)] = (bits[atom * words + (row >> 5)] ?? 0) | (1 << (row & 31))
      }
    }
    return { count, bits }
  })
  const diagram = buildDiagram(columns, words, [{ word: 0, rows, keep: 2 }], (alive, offset) => {
    const matching = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => (((alive[offset + (row >> 5)] ?? 0) >> (row & 31)) & 1) === 1,
    )
    return firstTwo(rows, matching)
  })
  if (diagram === undefined) throw new Error('too large')
  return { columns, rows, words, diagram }
}

function* atomsOf(columns: readonly DiagramColumn[]): Generator<number[]> {
  const [first, ...rest] = columns
  if (first === undefined) {
    yield []
    return
  }
  for (let atom = 0; atom < first.count; atom++) for (const others of atomsOf(rest)) yield [atom, ...others]
}

function verdictOf({ diagram }: Walked, atoms: readonly number[]): number {
  let reference = diagram.root
  while (reference >= 0) reference = diagram.branches[reference]?.[atoms[diagram.column[reference] ?? 0] ?? 0] ?? 0
  return ~reference
}

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

  it('gives a path to a verdict exactly where some case comes to it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(80), (seed, row) => {
        const walk = walked(seed)
        const wanted = (verdict: number) => Math.floor(verdict / (walk.rows + 1)) === row
        const path = pathTo(walk.diagram, wanted, (_, atom) => atom !== 2)
        const cases = [...atomsOf(walk.columns)]
        const allowed = cases.filter(
          (atoms) => !atoms.some((atom, column) => atom === 2 && path?.[column] !== ANY_ATOM),
        )
        if (path === undefined)
          expect(allowed.some((atoms) => !atoms.includes(2) && wanted(verdictOf(walk, atoms)))).toBe(false)
        else {
          const onIt = cases.filter((atoms) =>
            atoms.every((atom, column) => path[column] === ANY_ATOM || path[column] === atom),
          )
          expect(onIt.every((atoms) => wanted(verdictOf(walk, atoms)))).toBe(true)
          expect(path).not.toContain(2)
        }
      }),
      runs,
    )
  })

  it('parts the cases of a verdict into boxes, each case in one of them', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const walk = walked(seed)
        const none = walk.rows * (walk.rows + 1) + walk.rows
        const { boxes, all } = boxesOf(walk.diagram, (verdict) => verdict === none, 10_000)
        expect(all).toBe(true)
        for (const atoms of atomsOf(walk.columns)) {
          const holding = boxes.filter((box) =>
            atoms.every((atom, column) => box[column] === 'any' || box[column]?.includes(atom)),
          )
          expect(holding.length).toBe(verdictOf(walk, atoms) === none ? 1 : 0)
        }
      }),
      runs,
    )
  })

  it('says when boxes were left out', () => {
    const bits = Int32Array.of(1, 0, 1, 0)
    const diagram = buildDiagram(
      [
        { count: 4, bits },
        { count: 4, bits },
      ],
      1,
      [{ word: 0, rows: 1, keep: 1 }],
      (alive, offset) => alive[offset] ?? 0,
    )
    if (diagram === undefined) throw new Error('too large')
    expect(boxesOf(diagram, (verdict) => verdict === 1, 10).all).toBe(true)
    expect(boxesOf(diagram, (verdict) => verdict === 0, 1).all).toBe(false)
  })

  it('gives up on a table whose rows are all entangled, in place of walking for hours', () => {
    // Row r asks columns r and r + 12 for one atom of eight: whoever passes the first twelve remembers what all of them said.
    const rows = 12
    const columns = Array.from({ length: 24 }, (_, column): DiagramColumn => {
      const asking = 1 << (column % 12)
      return { count: 8, bits: Int32Array.from({ length: 8 }, (_, atom) => (atom === 3 ? 0xfff : 0xfff & ~asking)) }
    })
    const wide = columns.map(({ count, bits }) => ({
      count: 500,
      bits: Int32Array.from({ length: 500 }, (_, atom) => bits[atom % count] ?? 0),
    }))
    expect(buildDiagram(columns, 1, [{ word: 0, rows, keep: 1 }], (alive, offset) => alive[offset] ?? 0)).toBeDefined()
    expect(buildDiagram(wide, 1, [{ word: 0, rows, keep: 1 }], (alive, offset) => alive[offset] ?? 0)).toBeUndefined()
  })
})
