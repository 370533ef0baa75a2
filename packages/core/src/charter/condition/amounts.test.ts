import { describe, expect, it } from 'vitest'
import { readAge, readMoney, readNumber, readTime } from './amounts.ts'
import { decimalsOf, isCurrency } from './currency.ts'
import { Tokens, type Wrong } from './tokens.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Where a text is wrong and why. */
const said = (wrong: unknown) => [(wrong as Wrong).at, (wrong as Wrong).message]

describe('a length of time', () => {
  it.each([
    ['1 ms', 1],
    ['1 s', 1000],
    ['1 sec', 1000],
    ['1 second', 1000],
    ['2 seconds', 2000],
    ['1 min', 60_000],
    ['1 minute', 60_000],
    ['2 minutes', 120_000],
    ['1 h', HOUR_MS],
    ['1 hour', HOUR_MS],
    ['2 hours', 2 * HOUR_MS],
    [`${200 * 366 * 24} h`, 200 * 366 * DAY_MS],
  ])('C5: %s is %d ms', (text, ms) => {
    expect(readTime(new Tokens(text))).toBe(ms)
  })

  it.each([
    ['', 0, 'expected a time such as 2 h or 90 min, found nothing more'],
    ['soon', 0, 'expected a time such as 2 h or 90 min, found “soon”'],
    ['2', 1, '2 of what? use s, min, h'],
    ['2 of office', 2, '“of” is no unit of time; use s, min, h'],
    ['2 weeks', 2, '“weeks” is no unit of time; use s, min, h'],
    [`2 ${'x'.repeat(70)}`, 2, `“${'x'.repeat(60)}” is no unit of time; use s, min, h`],
    ['3 days', 2, 'a day can be many lengths of time; write 72 h for 3 × 24 hours'],
    ['5 min 2 h', 8, 'write the larger unit first and each once, as in 1 h 30 min'],
    ['1 h 2 h', 6, 'write the larger unit first and each once, as in 1 h 30 min'],
    ['1.5 h', 0, 'write whole numbers, as in 1 h 30 min; found 1.5'],
    [`1.${'5'.repeat(60)} h`, 0, `write whole numbers, as in 1 h 30 min; found 1.${'5'.repeat(38)}`],
    [`${'9'.repeat(60)} h`, 0, `the number ${'9'.repeat(40)}… is too large`],
    [`${200 * 366 * 24} h 1 ms`, 0, 'that is longer than 200 years'],
  ])('C5: %j is refused at its place', (text, at, message) => {
    expect(said(readTime(new Tokens(text)))).toEqual([at, message])
  })
})

describe('an age', () => {
  it.each([
    ['1 day', 0, 1],
    ['30 days', 0, 30],
    ['1 week', 0, 7],
    ['6 weeks 2 days', 0, 44],
    ['1 month', 1, 0],
    ['2 months', 2, 0],
    ['1 year 6 months', 18, 0],
    ['2 years', 24, 0],
    ['200 years', 2400, 0],
    [`${200 * 366} days`, 0, 200 * 366],
  ])('C4: %s is %d months and %d days', (text, months, days) => {
    expect(readAge(new Tokens(text))).toEqual({ kind: 'age', months, days })
  })

  it.each([
    ['', 0, 'expected an age such as 30 days or 2 years, found nothing more'],
    ['1.5 years', 0, 'write whole numbers, as in 1 h 30 min; found 1.5'],
    ['2', 1, '2 of what? use days, weeks, months, years'],
    ['2 h', 2, 'an age is counted in dates; use days, weeks, months, years'],
    ['2 moons', 2, '“moons” is no unit of dates; use days, weeks, months, years'],
    [`2 ${'x'.repeat(70)}`, 2, `“${'x'.repeat(60)}” is no unit of dates; use days, weeks, months, years`],
    ['1 month 2 days', 0, 'days and months cannot be added, since months differ in length; use one of the two'],
    ['2401 months', 0, 'that is longer than 200 years'],
    [`${200 * 366 + 1} days`, 0, 'that is longer than 200 years'],
  ])('C4: %j is refused at its place', (text, at, message) => {
    expect(said(readAge(new Tokens(text)))).toEqual([at, message])
  })
})

describe('an amount of money in a cell', () => {
  it.each([
    ['', undefined, 0, 'expected an amount such as 100 EUR, found nothing more'],
    ['', 'PLN', 0, 'expected an amount such as 100 PLN, found nothing more'],
    ['100', undefined, 3, 'which currency? Write 100 EUR'],
    ['100', 'PLN', 3, 'which currency? Write 100 PLN'],
    ['100 zloty', 'PLN', 4, '“zloty” is no currency; write three capital letters such as EUR'],
    ['100 EUR', 'PLN', 4, 'this fact is in PLN and compares with no other currency; found EUR'],
    ['1.005 EUR', 'EUR', 0, 'EUR has 2 decimals; found 1.005'],
    ['1.5 JPY', undefined, 0, 'JPY has no decimals; found 1.5'],
    [`${'9'.repeat(60)} EUR`, undefined, 0, `${'9'.repeat(40)} EUR is more than can be counted`],
  ])('C5: %j in a fact of %s is refused at its place', (text, currency, at, message) => {
    expect(said(readMoney(new Tokens(text), currency))).toEqual([at, message])
  })

  it.each([
    ['BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0],
    ['EUR PLN USD', 2],
    ['BHD IQD JOD KWD LYD OMR TND', 3],
    ['CLF UYW', 4],
  ])('C5: %s have %d decimals', (codes, decimals) => {
    expect(codes.split(' ').filter((code) => decimalsOf(code) !== decimals)).toEqual([])
  })

  it('C5: is in a currency of three capital letters', () => {
    expect(['EUR', 'EURO', 'XEUR', 'eur', 'EU'].map(isCurrency)).toEqual([true, false, false, false, false])
  })
})

describe('a number in a cell', () => {
  it('C5: may have a minus as a keyboard or a printed text has it', () => {
    expect(readNumber(new Tokens('-12.5'), false)).toBe(-12.5)
    expect(readNumber(new Tokens('−12.5'), false)).toBe(-12.5)
    expect(said(readNumber(new Tokens('− gold'), false))).toEqual([2, 'expected a number, found “gold”'])
    expect(said(readNumber(new Tokens('-1.5'), true))).toEqual([
      0,
      'this fact is counted in whole numbers; “1.5” has decimals',
    ])
  })
})
