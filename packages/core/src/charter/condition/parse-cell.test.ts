import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alternative, Cut, FactType } from '../parts.ts'
import { parseCell, parseItem } from './parse-cell.ts'
import { Wrong } from './tokens.ts'

const channel: FactType = {
  kind: 'choice',
  values: ['email', 'chat', 'phone', 'wrong-item', '3 - moderate'],
  ordered: false,
}
const tier: FactType = { kind: 'choice', values: ['free', 'standard', 'gold'], ordered: true }
const vip: FactType = { kind: 'yes-no' }
const users: FactType = { kind: 'number', whole: true }
const weight: FactType = { kind: 'number' }
const price: FactType = { kind: 'money', currency: 'EUR' }
const wait: FactType = { kind: 'duration' }
const bought: FactType = { kind: 'age', until: 'creation' }

const n = (value: number): Cut => ({ kind: 'number', value })
const a = (months: number, days: number): Cut => ({ kind: 'age', months, days })
const range = (from?: Cut, to?: Cut): Alternative => ({
  kind: 'range',
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
})
const values = (...list: number[]): Alternative => ({ kind: 'values', values: list })
const unknown: Alternative = { kind: 'unknown' }

function wrong(text: string, type: FactType): string {
  const read = parseCell(text, type)
  return read instanceof Wrong ? `${read.at} ${read.message}` : JSON.stringify(read)
}

describe('any', () => {
  it.each(['', '-', '  ', ' - '])('C1: %j accepts every value, known or not', (text) => {
    for (const type of [channel, tier, vip, users, weight, price, wait, bought])
      expect(parseCell(text, type)).toBe('any')
  })
})

describe('values', () => {
  it.each<[string, FactType, Alternative[]]>([
    ['chat', channel, [values(1)]],
    ['phone, email', channel, [values(0, 2)]],
    ['[phone, email]', channel, [values(0, 2)]],
    ['email, unknown', channel, [values(0), unknown]],
    ['unknown', channel, [unknown]],
    ['unknown, unknown', tier, [unknown]],
    ['3 - moderate', channel, [values(4)]],
    ['wrong-item', channel, [values(3)]],
    ['yes', vip, [values(1)]],
    ['no', vip, [values(0)]],
    ['true', vip, [values(1)]],
    ['true', { kind: 'choice', values: ['yes', 'true'], ordered: false }, [values(1)]],
    ['do not call', { kind: 'choice', values: ['call', 'do not call'], ordered: false }, [values(1)]],
    ['false', vip, [values(0)]],
  ])('C1: %j is a list of alternatives', (text, type, accepts) => {
    expect(parseCell(text, type)).toEqual(accepts)
  })

  it.each<[string, FactType, Alternative[]]>([
    ['not chat', channel, [values(0, 2, 3, 4)]],
    ['not [chat, email]', channel, [values(2, 3, 4)]],
    ['not[chat]', channel, [values(0, 2, 3, 4)]],
    ['not yes', vip, [values(0)]],
    ['not unknown', tier, [values(0, 1, 2)]],
    ['not [gold, unknown]', tier, [values(0, 1)]],
  ])('C2: %j turns the list round, and unknown still meets nothing', (text, type, accepts) => {
    expect(parseCell(text, type)).toEqual(accepts)
  })

  it.each<[string, Alternative[]]>([
    ['< gold', [values(0, 1)]],
    ['<= standard', [values(0, 1)]],
    ['> free', [values(1, 2)]],
    ['>= standard', [values(1, 2)]],
    ['>=gold', [values(2)]],
    ['free .. gold', [values(0, 1)]],
    ['free..standard, gold', [values(0, 2)]],
  ])('C2: %j compares the values of a fact in order', (text, accepts) => {
    expect(parseCell(text, tier)).toEqual(accepts)
  })

  it.each<[string, FactType, string]>([
    ['emial', channel, '0 there is no value “emial”'],
    ['email]', channel, '0 there is no value “email]”'],
    ['free < gold', tier, '0 there is no value “free < gold”'],
    ['>= gold\nfree', tier, '0 there is no value “>= gold\nfree”'],
    ['.. gold', tier, '0 there is no value “”'],
    ...['free .. gold', '< gold', '<= standard', '> free', '>= standard'].map(
      (compared): [string, FactType, string] => [
        `not ${compared}`,
        tier,
        '4 “not” stands before values; turn a comparison round by writing its opposite',
      ],
    ),
    ['email, emial', channel, '7 there is no value “emial”'],
    ['not [email, emial]', channel, '12 there is no value “emial”'],
    ['>= gld', tier, '3 there is no value “gld”'],
    ['free .. gld', tier, '8 there is no value “gld”'],
    ['gld .. gold', tier, '0 there is no value “gld”'],
    ['< free', tier, '0 no value lies there'],
    ['gold .. free', tier, '0 no value lies there'],
    ['gold .. gold', tier, '0 no value lies there'],
    [
      '> email',
      channel,
      '0 “> email” compares, and the values of this fact have no order; list them, or declare the fact with “in order”',
    ],
    [
      '> no',
      vip,
      '0 “> no” compares, and the values of this fact have no order; list them, or declare the fact with “in order”',
    ],
    ['not email, chat', channel, '4 write brackets round what “not” is to turn round: not [email, chat]'],
    ['not [free, standard, gold]', tier, '4 no value is left'],
    ['not < gold', tier, '4 “not” stands before values; turn a comparison round by writing its opposite'],
    ['email,', channel, '6 an empty place or “-” means any, and has no place in a list'],
    ['email, -', channel, '7 an empty place or “-” means any, and has no place in a list'],
    ['email, not chat', channel, '7 “not” stands before a whole list: not [a, b]'],
    ['[email', channel, '0 there is no value “[email”'],
    ['email()', channel, '0 there is no value “email()”'],
    ['/e.*/', channel, '0 there is no value “/e.*/”'],
  ])('%j is refused', (text, type, message) => {
    expect(wrong(text, type)).toBe(message)
  })
})

describe('ordered scales', () => {
  it.each<[string, FactType, Alternative[]]>([
    ['3', users, [range(n(3), n(4))]],
    ['< 3', users, [range(undefined, n(3))]],
    ['<= 3', users, [range(undefined, n(4))]],
    ['> 3', users, [range(n(4))]],
    ['>= 3', users, [range(n(3))]],
    ['>=3', users, [range(n(3))]],
    ['3 .. 5', users, [range(n(3), n(5))]],
    ['3..5', users, [range(n(3), n(5))]],
    ['-5 .. -1', users, [range(n(-5), n(-1))]],
    ['1, unknown, 3', users, [range(n(1), n(2)), unknown, range(n(3), n(4))]],
    ['1, 3, unknown', users, [range(n(1), n(2)), range(n(3), n(4)), unknown]],
    ['< 2.5', weight, [range(undefined, n(2.5))]],
    ['2.5 .. 3', weight, [range(n(2.5), n(3))]],
    ['> 100 EUR', price, [range(n(10_001))]],
    ['10 EUR .. 50.50 EUR', price, [range(n(1000), n(5050))]],
    ['0.5 EUR', price, [range(n(50), n(51))]],
    ['> 2 h', wait, [range(n(7_200_001))]],
    ['>= 1 h 30 min', wait, [range(n(5_400_000))]],
    ['30 s .. 2 min', wait, [range(n(30_000), n(120_000))]],
    ['500 ms', wait, [range(n(500), n(501))]],
    ['< 30 days', bought, [range(undefined, a(0, 30))]],
    ['<= 30 days', bought, [range(undefined, a(0, 31))]],
    ['> 1 month', bought, [range(a(1, 1))]],
    ['>= 1 year 6 months', bought, [range(a(18, 0))]],
    ['30 days .. 2 years', bought, [range(a(0, 30), a(24, 0))]],
    ['6 weeks', bought, [range(a(0, 42), a(0, 43))]],
    ['0 days .. 14 days', bought, [range(a(0, 0), a(0, 14))]],
  ])('C2: %j is a range that includes its start and excludes its end', (text, type, accepts) => {
    expect(parseCell(text, type)).toEqual(accepts)
  })

  it('C2: at most 2.5 takes in 2.5 and no number above it', () => {
    const [atMost] = parseCell('<= 2.5', weight) as readonly Alternative[]
    const to = atMost?.kind === 'range' && atMost.to?.kind === 'number' ? atMost.to.value : Number.NaN
    expect(to).toBeGreaterThan(2.5)
    expect((2.5 + to) / 2 === 2.5 || (2.5 + to) / 2 === to).toBe(true)
    expect(parseCell('<= 0', weight)).toEqual([range(undefined, n(Number.MIN_VALUE))])
    expect(parseCell('> -2.5', weight)).toEqual([range(n(-2.4999999999999996))])
  })

  it('C2: not leaves the spaces between the values', () => {
    expect(parseCell('not 3', users)).toEqual([range(undefined, n(3)), range(n(4))])
    expect(parseCell('not [5, 3, 4]', users)).toEqual([range(undefined, n(3)), range(n(6))])
    expect(parseCell('not [3, 3, 7]', users)).toEqual([range(undefined, n(3)), range(n(4), n(7)), range(n(8))])
    expect(parseCell('not unknown', price)).toEqual([range()])
    for (const text of ['not [3, unknown]', 'not [unknown, 3]'])
      expect(parseCell(text, users)).toEqual([range(undefined, n(3)), range(n(4))])
    expect(parseCell('not [1 month, 2 years]', bought)).toEqual([
      range(undefined, a(1, 0)),
      range(a(1, 1), a(24, 0)),
      range(a(24, 1)),
    ])
  })

  it.each<[string, FactType, string]>([
    ['2.5', users, '0 this fact is counted in whole numbers; “2.5” has decimals'],
    ['three', users, '0 expected a number, found “three”'],
    ['> ', users, '1 expected a number, found nothing more'],
    ['3 x', users, '2 “x” is too much here; conditions on this fact are written as “< 3”, “>= 3” or “3 .. 5”'],
    ['3 .. 5 ..', users, '7 “..” is too much here; conditions on this fact are written as “< 3”, “>= 3” or “3 .. 5”'],
    ['5 .. 3', users, '0 nothing lies in “5 .. 3”: it includes the first and excludes the second'],
    ['3 .. 3', users, '0 nothing lies in “3 .. 3”: it includes the first and excludes the second'],
    ['!= 3', users, '0 “!=” is not used here; write <, <=, >, >=, a value alone, or “not” before a value'],
    ...['=', '==', '<>', '≤', '≥'].map((sign): [string, FactType, string] => [
      `${sign} 3`,
      users,
      `0 “${sign}” is not used here; write <, <=, >, >=, a value alone, or “not” before a value`,
    ]),
    ...['3 .. 5', '< 3', '<= 3', '>= 3'].map((compared): [string, FactType, string] => [
      `not ${compared}`,
      users,
      '4 “not” stands before values; turn a comparison round by writing its opposite',
    ]),
    ['not [3, > 5]', users, '4 “not” stands before values; turn a comparison round by writing its opposite'],
    ['3 .. five', users, '5 expected a number, found “five”'],
    ['< 3 .. 5', users, '4 “..” is too much here; conditions on this fact are written as “< 3”, “>= 3” or “3 .. 5”'],
    [
      '> 10 EUR 5',
      price,
      '9 “5” is too much here; conditions on this fact are written as “> 100 EUR” or “10 EUR .. 50 EUR”',
    ],
    ['2 h !', wait, '4 “!” is too much here; conditions on this fact are written as “> 2 h” or “30 min .. 2 h”'],
    [
      '30 days !',
      bought,
      '8 “!” is too much here; conditions on this fact are written as “< 30 days” or “30 days .. 2 years”',
    ],
    ['not > 3', users, '4 “not” stands before values; turn a comparison round by writing its opposite'],
    [
      '99999999999999999999',
      users,
      '0 the number 99999999999999999999 is too large or has too many digits; the most is 15 digits',
    ],
    ['100', price, '3 which currency? Write 100 EUR'],
    ['> 10 USD', price, '5 this fact is in EUR and compares with no other currency; found USD'],
    ['10 euros', price, '3 “euros” is no currency; write three capital letters such as EUR'],
    ['10.505 EUR', price, '0 EUR has 2 decimals; found 10.505'],
    ['99999999999999999 EUR', price, '0 99999999999999999 EUR is more than can be counted'],
    ['2 days', wait, '2 a day can be many lengths of time; write 48 h for 2 × 24 hours'],
    ['2', wait, '1 2 of what? use s, min, h'],
    ['2 parsecs', wait, '2 “parsecs” is no unit of time; use s, min, h'],
    ['1.5 h', wait, '0 write whole numbers, as in 1 h 30 min; found 1.5'],
    ['30 min 1 h', wait, '9 write the larger unit first and each once, as in 1 h 30 min'],
    ['2 h 3 h', wait, '6 write the larger unit first and each once, as in 1 h 30 min'],
    ['99999999 h', wait, '0 that is longer than 200 years'],
    ['< 30 h', bought, '5 an age is counted in dates; use days, weeks, months, years'],
    ['< 30', bought, '4 30 of what? use days, weeks, months, years'],
    ['< 30 dayz', bought, '5 “dayz” is no unit of dates; use days, weeks, months, years'],
    ['1 month 3 days', bought, '0 days and months cannot be added, since months differ in length; use one of the two'],
    ['< 201 years', bought, '2 that is longer than 200 years'],
    [
      'not [30 days, 1 month]',
      bought,
      '4 these ages are in one order on some dates and in another on others; write all in days or all in months',
    ],
    [
      '2 years .. 30 days',
      bought,
      '0 nothing lies in “2 years .. 30 days”: it includes the first and excludes the second',
    ],
  ])('%j is refused', (text, type, message) => {
    expect(wrong(text, type)).toBe(message)
  })

  it.each<[string, string, string]>([
    ['JPY', '> 10 JPY', '[{"kind":"range","from":{"kind":"number","value":11}}]'],
    ['JPY', '> 10.5 JPY', '2 JPY has no decimals; found 10.5'],
    ['KWD', '>= 1.234 KWD', '[{"kind":"range","from":{"kind":"number","value":1234}}]'],
    ['BHD', '>= 1 BHD', '[{"kind":"range","from":{"kind":"number","value":1000}}]'],
    ['JOD', '1.2345 JOD', '0 JOD has 3 decimals; found 1.2345'],
  ])('C5: money in %s has the decimals of its currency: %j', (currency, text, read) => {
    expect(wrong(text, { kind: 'money', currency })).toBe(read)
  })
})

describe('any text', () => {
  const types = fc.constantFrom(channel, tier, vip, users, weight, price, wait, bought)
  const piece = fc.constantFrom(
    'not',
    '[',
    ']',
    ',',
    '<',
    '<=',
    '..',
    '-',
    '3',
    '2.5',
    'EUR',
    'days',
    'month',
    'h',
    'email',
    'gold',
    'unknown',
    ' ',
    '.',
    '%',
    'é',
  )

  it('is read or refused at an offset inside it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((pieces) => pieces.join(' ')),
          fc.string(),
        ),
        types,
        (text, type) => {
          for (const read of [parseCell(text, type), parseItem(text, type)]) {
            if (!(read instanceof Wrong)) continue
            expect(read.at).toBeGreaterThanOrEqual(0)
            expect(read.at).toBeLessThanOrEqual(text.length)
          }
        },
      ),
    )
  })
})
