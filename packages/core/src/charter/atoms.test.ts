import { describe, expect, it } from 'vitest'
import { dayNumber } from '../calendar/index.ts'
import { acceptedAtoms, atomOfAge, atomOfNumber, atomSpace, reachedOn } from './atoms.ts'
import { parseCell } from './condition/parse-cell.ts'
import { Wrong } from './condition/tokens.ts'
import type { Cell, Cut, FactDefinition, FactType } from './parts.ts'

const PLACE = { path: '', line: 1, column: 1 }

function fact(type: FactType): FactDefinition {
  return { name: 'it', type, derived: false, place: PLACE }
}

function cell(text: string, { name, type }: FactDefinition): Cell {
  const accepts = parseCell(text, type)
  if (accepts instanceof Wrong) throw new Error(accepts.message)
  return { fact: name, text, accepts, place: PLACE }
}

/** The atoms that each of these cells accepts, where together they are a column: one digit an atom, `unknown` last. */
function accepted(type: FactType, ...texts: string[]): string[] {
  const column = fact(type)
  const cells = texts.map((text) => cell(text, column))
  const space = atomSpace(column, cells)
  return cells.map((one) =>
    acceptedAtoms(space, one)
      .map((yes) => (yes ? '1' : '0'))
      .join(''),
  )
}

const number = (value: number): Cut => ({ kind: 'number', value })
const age = (months: number, days: number): Cut => ({ kind: 'age', months, days })

describe('the atoms of a column', () => {
  const tier: FactType = { kind: 'choice', values: ['free', 'standard', 'gold'], ordered: true }
  const users: FactType = { kind: 'number', whole: true }
  const bought: FactType = { kind: 'age', until: 'creation' }

  it('C1: are the values of a choice and one for unknown', () => {
    expect(accepted(tier, 'gold', 'free, standard', 'unknown', 'gold, unknown', '-')).toEqual([
      '0010',
      '1100',
      '0001',
      '0011',
      '1111',
    ])
    expect(accepted({ kind: 'yes-no' }, 'no', 'yes', 'unknown')).toEqual(['100', '010', '001'])
    expect(atomSpace(fact(tier), [cell('>= standard', fact(tier))]).cuts).toEqual([])
  })

  it('C2: are the segments between the cuts of a scale, in their order, and one for unknown', () => {
    expect(accepted(users, '>= 10', '< 3', '3 .. 10', '3', 'unknown', '-')).toEqual([
      '00010',
      '10000',
      '01100',
      '01000',
      '00001',
      '11111',
    ])
  })

  it('C4: are ordered by age, whether written in days or in months', () => {
    expect(accepted(bought, '>= 2 years', '< 14 days', '14 days .. 2 months')).toEqual(['00010', '10000', '01000'])
    expect(accepted(bought, '14 days .. 35 days', '< 14 days', '>= 1 year')).toEqual(['01000', '10000', '00010'])
    expect(accepted(bought, '> 1 month', '>= 1 month')).toEqual(['0010', '0110'])
  })

  it('are two where no cell cuts a scale: known and unknown', () => {
    expect(accepted(users, '-', 'unknown', 'not unknown')).toEqual(['11', '01', '10'])
  })

  it('C1: are all accepted where a row says nothing of the fact', () => {
    const column = fact(users)
    expect(acceptedAtoms(atomSpace(column, [cell('> 3', column)]), undefined)).toEqual([true, true, true])
  })

  it('C2: a number on a cut lies in the segment that begins there', () => {
    const cuts = [number(3), number(10)]
    expect([-1, 2, 3, 9, 10, 11].map((value) => atomOfNumber(cuts, value))).toEqual([0, 0, 1, 1, 2, 2])
    expect(atomOfNumber([], 7)).toBe(0)
  })

  it('C3: an age is in the segment whose date has been reached', () => {
    const cuts = [age(0, 14), age(1, 0), age(24, 0)]
    const since = dayNumber(2026, 1, 31)
    const on = (year: number, month: number, day: number) => atomOfAge(cuts, since, dayNumber(year, month, day))
    expect([on(2026, 1, 31), on(2026, 2, 13), on(2026, 2, 14), on(2026, 2, 27), on(2026, 2, 28)]).toEqual([
      0, 0, 1, 1, 2,
    ])
    expect([on(2028, 1, 30), on(2028, 1, 31)]).toEqual([2, 3])
  })

  it('C3: an age is reached on the date so many months and days later', () => {
    expect(reachedOn(age(1, 0), dayNumber(2026, 1, 31))).toBe(dayNumber(2026, 2, 28))
    expect(reachedOn(age(0, 30), dayNumber(2026, 1, 31))).toBe(dayNumber(2026, 3, 2))
    expect(reachedOn(age(1, 1), dayNumber(2026, 1, 31))).toBe(dayNumber(2026, 3, 1))
    expect(reachedOn(number(3), 0)).toBe(Number.POSITIVE_INFINITY)
  })
})
