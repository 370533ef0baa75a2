import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { AS_OF, entangledPromise, promiseOf } from '../../../test/check/charter-texts.ts'
import { plainValueOf } from '../../../test/check/plain-witness.ts'
import {
  combinations,
  drawFrom,
  drawTable,
  type PlainValue,
  plainValues,
  rowsPlainly,
  TODAY,
} from '../../../test/check/random-table.ts'
import { openZone } from '../../calendar/index.ts'
import type { Finding } from '../../charter/index.ts'
import { checkTable, checkTables, diagramSizes } from './check-tables.ts'
import type { TableSubject } from './table-subjects.ts'

const long = process.env['AVOW_LONG'] === '1'
const NOON = TODAY * 86_400_000 + 43_200_000
const YEAR = 366 * 86_400_000
const from = NOON - 5 * YEAR
const moment = {
  at: NOON,
  zone: openZone({ name: 'UTC', data: 'test', from, until: NOON + 20 * YEAR, changes: [[from, 0]] }),
}

/** One case, value by value: what each fact is, which rows match, whether the clause's scope holds it. */
interface PlainCase {
  readonly values: readonly PlainValue[]
  readonly rows: readonly number[]
}

function casesInScope({ source }: TableSubject): PlainCase[] {
  const facts = [...source.facts.keys()]
  const lists = [...source.facts.values()].map(plainValues)
  return [...combinations(lists)]
    .filter((values) => rowsPlainly([{ cells: source.when }], facts, values).length === 1)
    .map((values) => ({ values, rows: rowsPlainly(source.rows, facts, values) }))
}

/** Is a fact unknown that the scope lets be known? */
function isThroughUnknown({ values }: PlainCase, cases: readonly PlainCase[]): boolean {
  return values.some((value, fact) => value === undefined && cases.some((other) => other.values[fact] !== undefined))
}

function linesOf(findings: readonly Finding[], code: string): number[] {
  return findings.filter((finding) => finding.code === code).map(({ line }) => line)
}

const rowLine = (row: number) => row + 2

describe('the exact checks of a table', () => {
  let cells = 0
  const check = (
    seed: number,
    hit: 'first' | 'unique',
    judge: (subject: TableSubject, cases: PlainCase[], findings: Finding[]) => void,
  ) => {
    const subject = drawTable(drawFrom(seed), 9, hit)
    const cases = casesInScope(subject)
    cells += cases.length
    const findings = checkTable(subject, moment)
    if (cases.length === 0) expect(findings.map(({ code }) => code)).toEqual(['empty-scope'])
    else judge(subject, cases, findings)
  }
  const runs = (least: number) => ({ numRuns: long ? 40 * least : least })

  it('find a gap of known facts exactly where one is', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) =>
        check(seed, 'first', (_, cases, findings) => {
          const gap = cases.some((one) => one.rows.length === 0 && !isThroughUnknown(one, cases))
          expect(linesOf(findings, 'uncovered-case')).toEqual(gap ? [1] : [])
        }),
      ),
      runs(60),
    )
  })

  it('find a gap through unknown facts where that is the only one', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) =>
        check(seed, 'first', (_, cases, findings) => {
          const gaps = cases.filter(({ rows }) => rows.length === 0)
          const known = gaps.some((one) => !isThroughUnknown(one, cases))
          if (!known) expect(linesOf(findings, 'uncovered-unknown')).toEqual(gaps.length > 0 ? [1] : [])
          if (gaps.length === 0) expect(linesOf(findings, 'uncovered-unknown')).toEqual([])
        }),
      ),
      runs(60),
    )
  })

  it('find under “first” exactly the rows that no ticket reaches', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) =>
        check(seed, 'first', (subject, cases, findings) => {
          const reached = new Set(cases.map(({ rows }) => rows[0]))
          const idle = subject.rows.flatMap((_, row) => (reached.has(row) ? [] : [rowLine(row)]))
          const told = [...linesOf(findings, 'unreachable-row'), ...linesOf(findings, 'duplicate-row')]
          expect(told.sort((a, b) => a - b)).toEqual(idle)
        }),
      ),
      runs(60),
    )
  })

  it('find exactly the rows that accept the same tickets as an earlier one', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first' as const, 'unique' as const), (seed, hit) =>
        check(seed, hit, (subject, cases, findings) => {
          const met = subject.rows.map((_, row) =>
            cases.flatMap(({ rows }, index) => (rows.includes(row) ? [index] : [])).join(),
          )
          const equal = met.flatMap((those, row) => (those !== '' && met.indexOf(those) < row ? [rowLine(row)] : []))
          expect(linesOf(findings, 'duplicate-row')).toEqual(equal)
        }),
      ),
      runs(60),
    )
  })

  it('find exactly the rows without which every ticket gets the same', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) =>
        check(seed, 'first', (subject, cases, findings) => {
          const outcome = (row: number | undefined) => (row === undefined ? undefined : subject.rows[row]?.outcome)
          const idle = subject.rows.flatMap((_, row) => {
            const own = cases.filter(({ rows }) => rows[0] === row)
            return own.length > 0 && own.every(({ rows }) => outcome(rows[1]) === outcome(row)) ? [rowLine(row)] : []
          })
          expect(linesOf(findings, 'row-changes-nothing')).toEqual(idle)
        }),
      ),
      runs(60),
    )
  })

  it('find under “unique” exactly the rows that meet an earlier one', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) =>
        check(seed, 'unique', (subject, cases, findings) => {
          const met = subject.rows.map((_, row) =>
            cases.flatMap(({ rows }, index) => (rows.includes(row) ? [index] : [])).join(),
          )
          const first = (row: number) => met.indexOf(met[row] ?? '')
          const meeting = subject.rows.flatMap((_, row) => {
            const pairs = cases.some(
              ({ rows }) => rows.includes(row) && rows.some((other) => first(other) < first(row)),
            )
            return pairs && first(row) === row ? [rowLine(row)] : []
          })
          expect(linesOf(findings, 'overlapping-rows')).toEqual(meeting)
        }),
      ),
      runs(60),
    )
  })

  it('give witnesses that are what the finding says', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first' as const, 'unique' as const), (seed, hit) =>
        check(seed, hit, (subject, cases, findings) => {
          const { source } = subject
          const facts = [...source.facts.keys()]
          for (const finding of findings) {
            if (finding.code === 'unreachable-row' && finding.witness === undefined) continue
            const values = [...source.facts.values()].map((fact) => plainValueOf(fact, finding.witness))
            expect(rowsPlainly([{ cells: source.when }], facts, values)).toEqual([0])
            const rows = rowsPlainly(source.rows, facts, values)
            const own = finding.line - rowLine(0)
            const unknown = isThroughUnknown({ values, rows }, cases)
            if (finding.code === 'uncovered-case') expect([rows, unknown]).toEqual([[], false])
            if (finding.code === 'uncovered-unknown') expect([rows, unknown]).toEqual([[], true])
            if (finding.code === 'row-changes-nothing') expect(rows[0]).toBe(own)
            if (finding.code === 'unreachable-row')
              expect([rows.includes(own), (rows[0] ?? own) < own]).toEqual([true, true])
            if (finding.code === 'duplicate-row' || finding.code === 'overlapping-rows') {
              expect([rows.includes(own), (rows[0] ?? own) < own]).toEqual([true, true])
            }
          }
        }),
      ),
      runs(120),
    )
  })

  // Not a test of its own, which could be run before or without those that it counts.
  afterAll(() => {
    expect(cells, 'cases that were compared').toBeGreaterThan(long ? 600_000 : 30_000)
  })
})

describe('a table', () => {
  it('of one row needs no node, and a row beside it one for each column that tells them apart', () => {
    const nodes = (rows: readonly string[]) => diagramSizes(promiseOf(rows).document)
    expect(nodes(['target: 1 h of office'])).toEqual([{ clause: 'P1', nodes: 0 }])
    expect(nodes(['tier: gold, channel: email, target: 1 h of office', 'target: 8 h of office'])).toEqual([
      { clause: 'P1', nodes: 2 },
    ])
  })

  it('too entangled to be walked says so, in place of an answer', () => {
    const { document, zone } = promiseOf(['target: 1 h of office'])
    const wide = entangledPromise()
    expect(checkTables(document, { at: AS_OF, zone })).toEqual([])
    expect(checkTables(wide.document, { at: AS_OF, zone })).toMatchObject([
      {
        code: 'table-too-large',
        says: { form: 'table-too-large', data: { clause: 'P1', columns: 40, rows: 21 } },
        line: 47,
      },
    ])
    expect(diagramSizes(wide.document)).toEqual([{ clause: 'P1', nodes: 0 }])
  })
})
