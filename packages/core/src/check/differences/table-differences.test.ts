import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promiseOf } from '../../../test/check/charter-texts.ts'
import {
  combinations,
  type Draw,
  drawFacts,
  drawFrom,
  drawTable,
  type PlainValue,
  plainValues,
  rowsPlainly,
  TODAY,
} from '../../../test/check/random-table.ts'
import { atomOfAge, atomOfNumber, type FactDefinition } from '../../charter/index.ts'
import type { Cases, TableSource } from '../tables/cases.ts'
import { isUnknown } from '../tables/cases.ts'
import { tableSubjects } from '../tables/table-subjects.ts'
import { type Hit, hitOf, hitsAt, tableDifferences } from './table-differences.ts'

const long = process.env['AVOW_LONG'] === '1'

/** The next version's facts: some dropped, some new, and choices with other values in another order. */
function drawNextFacts(draw: Draw, old: ReadonlyMap<string, FactDefinition>): ReadonlyMap<string, FactDefinition> {
  const facts = new Map([...old, ...drawFacts(draw)].filter(() => draw(5) > 0))
  return new Map(
    [...facts].map(([name, fact]) => {
      if (fact.type.kind !== 'choice' || draw(2) === 0) return [name, fact]
      const values = [...fact.type.values.toReversed().slice(draw(2)), 'new-word']
      return [name, { ...fact, type: { ...fact.type, values } }]
    }),
  )
}

/** A value that both charters may know: a choice by its word. */
type CommonValue = string | PlainValue

function commonValues(old: FactDefinition | undefined, fresh: FactDefinition | undefined): CommonValue[] {
  const values = [old, fresh].flatMap((fact): CommonValue[] => {
    if (fact === undefined) return []
    const { type } = fact
    return type.kind === 'choice' ? [...type.values, undefined] : plainValues(fact)
  })
  return [...new Set(values)]
}

function seenBy(fact: FactDefinition, value: CommonValue): PlainValue {
  if (fact.type.kind !== 'choice' || value === undefined) return typeof value === 'string' ? undefined : value
  const index = fact.type.values.indexOf(String(value))
  return index < 0 ? undefined : index
}

function hitPlainly(source: TableSource, names: readonly string[], values: readonly CommonValue[]): Hit {
  const own = [...source.facts.values()].map((fact) => seenBy(fact, values[names.indexOf(fact.name)]))
  const facts = [...source.facts.keys()]
  if (rowsPlainly([{ cells: source.when }], facts, own).length === 0) return 'none'
  const [first, second] = rowsPlainly(source.rows, facts, own)
  if (first === undefined) return 'none'
  return source.hit === 'unique' && second !== undefined ? 'several' : first
}

/** The case of the diagram in which a combination of values lies. */
function pathOf({ columns }: Cases, names: readonly string[], values: readonly CommonValue[]): number[] {
  return columns.map(({ fact, atoms }) => {
    const value = values[names.indexOf(fact)]
    return atoms.findIndex((own) => {
      if (value === undefined || isUnknown(own)) return value === undefined && isUnknown(own)
      const { type } = own.space.fact
      if (type.kind === 'choice') return type.values[own.atom] === value
      if (type.kind === 'yes-no') return own.atom === value
      return (
        own.atom ===
        (type.kind === 'age'
          ? atomOfAge(own.space.cuts, Number(value), TODAY)
          : atomOfNumber(own.space.cuts, Number(value)))
      )
    })
  })
}

/** All combinations where they are few, else some drawn. */
function someCombinations(draw: Draw, lists: readonly (readonly CommonValue[])[], most: number): CommonValue[][] {
  if (lists.reduce((count, values) => count * values.length, 1) <= most) return [...combinations(lists)]
  return Array.from({ length: most }, () => lists.map((values) => values[draw(values.length)]))
}

describe('the difference of two tables', () => {
  it('C1, C2 and C6: holds exactly the cases in which they give different things', () => {
    let [cases, different] = [0, 0]
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first' as const, 'unique' as const), (seed, hit) => {
        const draw = drawFrom(seed)
        const oldFacts = drawFacts(draw)
        const old = drawTable(draw, 5, 'first', oldFacts)
        const fresh = drawTable(draw, 5, hit, drawNextFacts(draw, oldFacts))
        const outcome = {
          old: (row: number) => old.rows[row]?.outcome ?? '',
          new: (row: number) => fresh.rows[row]?.outcome ?? '',
        }
        const outcomes = ['1 h of office', '2 h of office', '3 h of office']
        const given = (side: 'old' | 'new', found: Hit) => (typeof found === 'number' ? outcome[side](found) : found)
        const differences = tableDifferences(
          old.source,
          fresh.source,
          { old: (row) => outcomes.indexOf(outcome.old(row)), new: (row) => outcomes.indexOf(outcome.new(row)) },
          (before, after) => given('old', before) === given('new', after),
        )
        if (differences === 'too large') throw new Error('too large')
        expect(differences.every(({ all }) => all)).toBe(true)
        const names = [...new Set([...oldFacts.keys(), ...fresh.source.facts.keys()])]
        const lists = names.map((name) => commonValues(oldFacts.get(name), fresh.source.facts.get(name)))
        for (const values of someCombinations(draw, lists, 300)) {
          const [before, after] = [hitPlainly(old.source, names, values), hitPlainly(fresh.source, names, values)]
          const holding = differences.filter(({ cases: all, boxes }) => {
            const path = pathOf(all, names, values)
            return boxes.some((box) =>
              path.every((atom, column) => box[column] === 'any' || box[column]?.includes(atom)),
            )
          })
          const differs = given('old', before) !== given('new', after)
          expect(holding.map((one) => [given('old', one.old), given('new', one.new)])).toEqual(
            differs ? [[given('old', before), given('new', after)]] : [],
          )
          for (const one of holding)
            expect(hitsAt(old.source, fresh.source, one.cases, pathOf(one.cases, names, values))).toEqual({
              old: before,
              new: after,
            })
          cases++
          if (differs) different++
        }
      }),
      { numRuns: long ? 2000 : 60 },
    )
    expect(cases).toBeGreaterThan(long ? 100_000 : 5_000)
    expect(different).toBeGreaterThan(cases / 10)
  })
})

describe('the row that a table comes to', () => {
  it.each<[Hit, 'first' | 'unique', readonly number[]]>([
    [2, 'first', [0b1100, 0b1]],
    [0, 'first', [0b1, 0b1]],
    [33, 'first', [0, 0b110]],
    [31, 'first', [1 << 31, 0b1]],
    ['none', 'first', [0, 0]],
    [2, 'unique', [0b100, 0]],
    [33, 'unique', [0, 0b10]],
    ['several', 'unique', [0b11, 0]],
    ['several', 'unique', [0b1, 0b1]],
    ['several', 'unique', [0b10, 0b1]],
    ['none', 'unique', [0, 0]],
  ])('C6: is %s under “%s” of the rows in %j', (hit, policy, words) => {
    // What stands before and behind is of other tables.
    expect(hitOf(Int32Array.of(-1, ...words, -1), 1, 3, policy)).toBe(hit)
  })
})

describe('the differences of two written tables', () => {
  const tableOf = (rows: readonly string[], hit = 'first') => {
    const [subject] = tableSubjects(
      promiseOf(
        rows.map((row) => `${row}, target: 1 days`),
        { hit },
      ).document,
    )
    if (subject === undefined) throw new Error('no table')
    return subject.source
  }
  const found = (old: TableSource, fresh: TableSource, classes: readonly number[]) => {
    const classOf = (row: number) => classes[row] ?? 0
    const differences = tableDifferences(old, fresh, { old: classOf, new: classOf }, () => false)
    return differences === 'too large' ? differences : differences.map((one) => [one.old, one.new])
  }

  it('are one for each pair of things given, by the old row and then by the new, no row last', () => {
    const old = tableOf(['tier: gold', 'tier: standard'])
    const fresh = tableOf(['channel: chat', 'channel: email'])
    expect(found(old, fresh, [1, 2])).toEqual([
      [0, 0],
      [0, 1],
      [0, 'none'],
      [1, 0],
      [1, 1],
      [1, 'none'],
      ['none', 0],
      ['none', 1],
      ['none', 'none'],
    ])
  })

  it('keep no row apart from one that gives what the first class gives', () => {
    const old = tableOf(['tier: gold', 'tier: standard'])
    const fresh = tableOf(['channel: chat', 'channel: email'])
    expect(found(old, fresh, [0, 0])).toEqual([
      [1, 1],
      [1, 'none'],
      ['none', 1],
      ['none', 'none'],
    ])
  })

  it('are looked up by a case in tables of many rows', () => {
    const old = tableOf([...Array.from({ length: 40 }, () => 'tier: gold'), 'tier: free'])
    const fresh = tableOf(['tier: gold', 'tier: [gold, free]'], 'unique')
    const [difference] = tableDifferences(old, fresh, { old: () => 0, new: () => 0 }, () => false)
    if (difference === undefined || typeof difference === 'string') throw new Error('no difference')
    const hits = [0, 1, 2, 3].map((atom) => hitsAt(old, fresh, difference.cases, [atom]))
    expect(hits).toEqual([
      { old: 40, new: 1 },
      { old: 'none', new: 'none' },
      { old: 0, new: 'several' },
      { old: 'none', new: 'none' },
    ])
    expect(hitsAt(old, fresh, difference.cases, [-1])).toEqual({ old: 40, new: 1 })
  })
})
