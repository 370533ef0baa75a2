/** Random decision tables for property tests, and their plain reading: value by value, without atoms. */
import { addMonths, type Day } from '../../src/calendar/index.ts'
import type { Alternative, Cell, Condition, Cut, FactDefinition, FactType, HitPolicy } from '../../src/charter/parts.ts'
import type { SubjectRow, TableSubject } from '../../src/check/tables/table-subjects.ts'

/** What a random table is drawn from: the next number in [0, below). */
export type Draw = (below: number) => number

/** A fact's value as the plain reading sees it: index of a choice, 0 or 1, a number, a date; undefined for unknown. */
export type PlainValue = number | undefined

export const TODAY: Day = 20_500

const TYPES: readonly (readonly [string, FactType, boolean])[] = [
  ['channel', { kind: 'choice', values: ['email', 'chat', 'phone', 'form'], ordered: false }, false],
  ['tier', { kind: 'choice', values: ['free', 'standard', 'gold'], ordered: true }, false],
  ['vip', { kind: 'yes-no' }, false],
  ['price', { kind: 'money', currency: 'EUR' }, false],
  ['bought', { kind: 'age', until: 'creation' }, false],
  ['waited', { kind: 'duration' }, false],
  ['score', { kind: 'number' }, false],
  ['contacts', { kind: 'number' }, true],
]

/** A table of up to `most` rows over up to four facts; about every third has a scope. */
export function drawTable(draw: Draw, most: number, hit: HitPolicy, facts = drawFacts(draw)): TableSubject {
  const rows = Array.from({ length: 1 + draw(most) }, (_, row) => ({
    cells: drawCondition(draw, facts, 2),
    place: placeOf(row + 2),
  }))
  const when = draw(3) === 0 ? drawCondition(draw, facts, 5) : new Map<string, Cell>()
  const told = rows.map(({ place }): SubjectRow => {
    const outcome = `${1 + draw(3)} h of office`
    return { place, outcome, words: outcome }
  })
  return { kind: 'promise', id: 'P1', place: placeOf(1), source: { facts, hit, when, rows }, rows: told }
}

export function drawFacts(draw: Draw): ReadonlyMap<string, FactDefinition> {
  const names = new Set(Array.from({ length: 1 + draw(4) }, () => draw(TYPES.length)))
  return new Map(
    [...names].map((index) => {
      const [name, type, derived] = TYPES[index] ?? ['vip', { kind: 'yes-no' } as const, false]
      return [name, { name, type, derived, place: placeOf(1) }]
    }),
  )
}

function drawCondition(draw: Draw, facts: ReadonlyMap<string, FactDefinition>, oneIn: number): Condition {
  const cells = new Map<string, Cell>()
  for (const fact of facts.values()) {
    if (draw(oneIn) !== 0) continue
    const accepts = Array.from({ length: 1 + draw(2) }, () => drawAlternative(draw, fact.type))
    cells.set(fact.name, { fact: fact.name, text: '…', accepts, place: placeOf(1) })
  }
  return cells
}

function drawAlternative(draw: Draw, type: FactType): Alternative {
  if (draw(8) === 0) return { kind: 'unknown' }
  if (type.kind === 'choice') return { kind: 'values', values: [draw(type.values.length)] }
  if (type.kind === 'yes-no') return { kind: 'values', values: [draw(2)] }
  const steps = [draw(5), draw(5)]
  const [low, high] = [Math.min(...steps), Math.max(...steps)]
  if (low === high)
    return draw(2) === 0 ? { kind: 'range', from: cutAt(type, low) } : { kind: 'range', to: cutAt(type, low) }
  return { kind: 'range', from: cutAt(type, low), to: cutAt(type, high) }
}

function cutAt(type: FactType, step: number): Cut {
  if (type.kind === 'age')
    return step < 3 ? { kind: 'age', months: 0, days: 14 * step } : { kind: 'age', months: 2 * step, days: 0 }
  return { kind: 'number', value: type.kind === 'number' ? step : 5000 * step }
}

/** Every value that could matter: each choice, each cut with its neighbours, and unknown. */
export function plainValues({ type, derived }: FactDefinition): PlainValue[] {
  if (type.kind === 'choice') return [...type.values.keys(), undefined]
  if (type.kind === 'yes-no') return [0, 1, undefined]
  const edges = [0, 1, 2, 3, 4].flatMap((step) => {
    const cut = cutAt(type, step)
    const edge = cut.kind === 'number' ? cut.value : addMonths(TODAY - cut.days, -cut.months)
    return cut.kind === 'number' && type.kind === 'number' ? [edge - 1, edge] : [edge - 1, edge, edge + 1]
  })
  const fromZero = derived || type.kind === 'money' || type.kind === 'duration'
  const known = [...new Set(edges)].filter((value) => !fromZero || value >= 0)
  return derived ? known : [...known, undefined]
}

/** Does the value meet the cell? Read off the rules C1 to C3, without atoms. */
export function meetsPlainly(value: PlainValue, cell: Cell | undefined): boolean {
  if (cell === undefined || cell.accepts === 'any') return true
  return cell.accepts.some((part) => {
    if (part.kind === 'unknown') return value === undefined
    if (value === undefined) return false
    if (part.kind === 'values') return part.values.includes(value)
    return !(part.from && isBelow(value, part.from)) && (part.to === undefined || isBelow(value, part.to))
  })
}

function isBelow(value: number, cut: Cut): boolean {
  return cut.kind === 'number' ? value < cut.value : addMonths(value, cut.months) + cut.days > TODAY
}

/** All rows (from 0) that match a case, value by value. */
export function rowsPlainly(
  rows: readonly { readonly cells: Condition }[],
  facts: readonly string[],
  values: readonly PlainValue[],
): number[] {
  return rows.flatMap(({ cells }, row) =>
    facts.every((fact, index) => meetsPlainly(values[index], cells.get(fact))) ? [row] : [],
  )
}

/** Every combination of the values of the facts. */
export function* combinations<Value>(lists: readonly (readonly Value[])[]): Generator<Value[]> {
  const [first, ...rest] = lists
  if (first === undefined) {
    yield []
    return
  }
  for (const value of first) for (const others of combinations(rest)) yield [value, ...others]
}

/** A repeatable Draw (mulberry32). */
export function drawFrom(seed: number): Draw {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

function placeOf(line: number): { path: string; line: number; column: number } {
  return { path: `line-${line}`, line, column: 1 }
}
