import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { atomsOf, gridOf, verdictOf, walked } from '../../../test/check/random-diagram.ts'
import { ANY_ATOM, boxesOf, pathIn, pathTo } from './diagram-paths.ts'

const long = process.env['AVOW_LONG'] === '1'
const runs = { numRuns: long ? 3000 : 150 }

const MOST = 10_000

/** A diagram of two columns: a line for each atom of the first, a letter for each of the second. */
function written(...lines: readonly string[]) {
  return gridOf([lines.length, lines[0]?.length ?? 0], (line = 0, letter = 0) => lines[line]?.charCodeAt(letter) ?? 0)
}

/** Is the verdict one of these letters? */
const isOf = (letters: string) => (verdict: number) => letters.includes(String.fromCharCode(verdict))

describe('a path to a verdict', () => {
  it('is given exactly where some case comes to it', () => {
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

  it('takes low atoms first, and any where the column does not matter', () => {
    const diagram = written('..a', 'bab', 'ccc')
    expect(pathTo(diagram, isOf('a'))).toEqual(Int32Array.of(0, 2))
    expect(pathTo(diagram, isOf('b'))).toEqual(Int32Array.of(1, 0))
    expect(pathTo(diagram, isOf('c'))).toEqual(Int32Array.of(2, ANY_ATOM))
    expect(pathTo(diagram, isOf('d'))).toBeUndefined()
    expect(pathTo(written('aa', 'aa'), isOf('a'))).toEqual(Int32Array.of(ANY_ATOM, ANY_ATOM))
  })

  it('goes round atoms that are kept out, each in its own column', () => {
    const diagram = written('..a', 'bab', 'aca')
    expect(pathTo(diagram, isOf('a'), (column, atom) => column !== 0 || atom !== 0)).toEqual(Int32Array.of(1, 1))
    expect(pathTo(diagram, isOf('a'), (column, atom) => column !== 1 || atom !== 2)).toEqual(Int32Array.of(1, 1))
    expect(pathTo(diagram, isOf('a'), (column, atom) => column !== 1 || atom === 0)).toEqual(Int32Array.of(2, 0))
    expect(pathTo(diagram, isOf('b'), (column, atom) => column !== 0 || atom !== 1)).toBeUndefined()
  })
})

describe('a diagram through which very many paths lead', () => {
  // Is the sum of 12 atoms odd? Two nodes for each column but the first, with 4,096 paths through them.
  const odd = gridOf(new Array<number>(12).fill(2), (...atoms) => atoms.reduce((sum, atom) => sum + atom, 0) % 2)

  it('is asked once at each branch for a verdict that it never comes to', () => {
    let asked = 0
    const path = pathTo(
      odd,
      (verdict) => verdict > 1,
      () => {
        asked++
        return true
      },
    )
    expect(path).toBeUndefined()
    expect(asked).toBe(2 * odd.branches.length)
  })

  it('is asked for boxes no more often', () => {
    let asked = 0
    const { boxes } = boxesOf(
      odd,
      (verdict) => {
        asked++
        return verdict > 1
      },
      MOST,
    )
    expect(boxes).toEqual([])
    expect(asked).toBeLessThanOrEqual(2 * 2 * odd.branches.length)
    expect(boxesOf(odd, (verdict) => verdict === 1, MOST).boxes).toHaveLength(2048)
  })
})

describe('the boxes of a verdict', () => {
  it('hold each of its cases once and no other, no two to be joined', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const walk = walked(seed)
        // That of no row, or of whichever row in the first column: the latter are several verdicts, whose boxes are joined.
        for (const isWanted of [
          (verdict: number) => verdict === walk.rows * (walk.rows + 1) + walk.rows,
          (verdict: number) => Math.floor(verdict / (walk.rows + 1)) % 2 === 1,
        ]) {
          const { boxes, all } = boxesOf(walk.diagram, isWanted, MOST)
          expect(all).toBe(true)
          for (const atoms of atomsOf(walk.columns)) {
            const holding = boxes.filter((box) =>
              atoms.every((atom, column) => box[column] === 'any' || box[column]?.includes(atom)),
            )
            expect(holding.length).toBe(isWanted(verdictOf(walk, atoms)) ? 1 : 0)
          }
          const others = boxes.flatMap((box) => box.map((_, column) => JSON.stringify([column, box.with(column, [])])))
          expect(new Set(others).size).toBe(others.length)
        }
      }),
      runs,
    )
  })

  it.each<[lines: string[], letters: string, boxes: unknown]>([
    // Atoms that lead to the same place stand together.
    [
      ['aa.', 'aa.', '...'],
      'a',
      [
        [
          [0, 1],
          [0, 1],
        ],
      ],
    ],
    [
      ['aa.', '...', 'aa.'],
      'a',
      [
        [
          [0, 2],
          [0, 1],
        ],
      ],
    ],
    [['aaa', '...', 'aaa'], 'a', [[[0, 2], 'any']]],
    [['aa', 'aa'], 'a', [['any', 'any']]],
    [['aa', 'aa'], 'b', []],
    // What leads to different places is joined where nothing else differs.
    [['ab.', '...'], 'ab', [[[0], [0, 1]]]],
    [['aba.', '....'], 'ab', [[[0], [0, 1, 2]]]],
    [['abc', '...'], 'abc', [[[0], 'any']]],
    [['ab', 'cd'], 'abcd', [['any', 'any']]],
    [['a..', 'b..', '...'], 'ab', [[[0, 1], [0]]]],
    [
      ['a..', '.b.', 'c..'],
      'abc',
      [
        [[0, 2], [0]],
        [[1], [1]],
      ],
    ],
  ])('of the lines %j at “%s” are %j', (lines, letters, boxes) => {
    expect(boxesOf(written(...lines), isOf(letters), MOST)).toEqual({ boxes, all: true })
  })

  it('are told apart by all other columns, however many atoms these have', () => {
    const cases = new Set(['1 12 0', '11 2 1'])
    const diagram = gridOf([13, 13, 3], (...atoms) => (cases.has(atoms.join(' ')) ? 1 : 0))
    expect(boxesOf(diagram, (verdict) => verdict === 1, MOST).boxes).toEqual([
      [[1], [12], [0]],
      [[11], [2], [1]],
    ])
  })

  it('are not more than is asked for, and say when some were left out', () => {
    const diagram = written('a..', '.b.', '..c')
    expect(boxesOf(diagram, isOf('abc'), 4).all).toBe(true)
    expect(boxesOf(diagram, isOf('abc'), 2)).toEqual({
      boxes: [
        [[0], [0]],
        [[1], [1]],
      ],
      all: false,
    })
    expect(boxesOf(diagram, isOf('abc'), 1)).toEqual({ boxes: [[[0], [0]]], all: false })
  })

  it('have a case each: their lowest atoms', () => {
    expect(pathIn([[2, 3], 'any', [0]])).toEqual([2, ANY_ATOM, 0])
    expect(pathIn([])).toEqual([])
  })
})
