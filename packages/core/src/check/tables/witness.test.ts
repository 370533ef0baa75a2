import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, promiseOf } from '../../../test/check/charter-texts.ts'
import { charterWith, creationOf } from '../../../test/check/random-charter.ts'
import { drawFacts, drawFrom, drawTable } from '../../../test/check/random-table.ts'
import { dayNumber, formatDate, startOfDay } from '../../calendar/index.ts'
import { atomOfAge } from '../../charter/index.ts'
import { decide } from '../../decide/index.ts'
import { checkCharter } from '../check.ts'
import { ANY_ATOM } from '../diagram/diagram-paths.ts'
import { casesOf } from './cases.ts'
import { givenOf, instantText, witnessAt, witnessOf } from './witness.ts'

const long = process.env['AVOW_LONG'] === '1'

const TYPES = `facts:
  channel: { one of: [email, chat] }
  vip: yes or no
  weight: number
  users: whole number
  waited: duration
  price: money EUR
  bought: { age: true }
`

/** The one column of a table with these cells for a fact. */
function columnOf(fact: string, ...cells: readonly string[]) {
  const rows = cells.map((cell) => `{ ${fact}: "${cell}", target: 1 day }`).join(', ')
  const { document, zone } = charterOf(
    `${TYPES}promises:\n  - { id: P1, audience: staff, clock: resolution, measured: [each], table: [ ${rows} ] }\n`,
  )
  const source = {
    facts: document.facts,
    hit: 'first',
    when: new Map(),
    rows: document.promises[0]?.rows ?? [],
  } as const
  return { columns: casesOf(source).columns, zone }
}

describe('the value of a witness', () => {
  it.each<[fact: string, cells: string[], values: unknown[]]>([
    ['channel', ['chat'], ['email', 'chat', null]],
    ['vip', ['yes'], [false, true, null]],
    // Whole numbers where there are any, at the lower end.
    ['weight', ['< 0', '3 .. 4', '> 5'], [-1, 0, 3, 4, 6, null]],
    ['weight', ['< 2.5'], [2, 3, null]],
    ['weight', ['-7.5'], [-8, -7.5, -7, null]],
    // Else as few decimals as will do.
    ['weight', ['0.25 .. 0.3'], [0, 0.25, 1, null]],
    ['weight', ['> 0.25', '> 0.3', '>= 0.32'], [0, 0.3, 0.31, 1, null]],
    ['weight', ['> 0.7', '>= 0.75'], [0, 0.71, 1, null]],
    ['weight', ['0.111 .. 0.112', '0.1121 .. 0.1122'], [0, 0.111, 0.112, 0.1121, 1, null]],
    ['weight', ['unknown'], [1, null]],
    ['users', ['< 3', '>= 10', '5'], [2, 3, 5, 6, 10, null]],
    // What is counted is never unknown.
    ['contacts', ['< 3', '>= 10'], [2, 3, 10]],
    ['contacts', ['0'], [0, 1]],
    ['waited', ['< 1 h'], ['59 min', '1 h', null]],
    ['waited', ['< 30 s', '> 90 s', '2 min .. 3 min'], ['0 h', '1 min', '91 s', '2 min', '3 min', null]],
    ['waited', ['> 1 s', '> 90 min', '>= 2 h'], ['0 h', '1 min', '91 min', '2 h', null]],
    ['waited', ['> 1 s', '< 2 s', '>= 1 s'], ['0 h', '1 s', '1001 ms', '1 min', null]],
    ['waited', ['unknown'], ['1 h', null]],
    ['price', ['< 10 EUR', '> 50 EUR'], [999, 1000, 5001, null]],
    ['price', ['< 0.01 EUR'], [0, 1, null]],
    ['price', ['unknown'], [100, null]],
    ['bought', ['< 30 days', '>= 2 years'], ['2026-10-24', '2026-10-23', '2024-11-22', null]],
    ['bought', ['unknown'], ['2026-11-22', null]],
  ])('of %s, apart by %j, is one of these: %j', (fact, cells, values) => {
    const { columns, zone } = columnOf(fact, ...cells)
    const atoms = columns[0]?.atoms ?? []
    const shown = atoms.map((_, atom) => witnessOf(columns, [atom], { at: AS_OF, zone })?.facts[fact])
    const euros = (value: unknown) => (typeof value === 'number' ? { minor: value, currency: 'EUR' } : value)
    expect(shown).toEqual(fact === 'price' ? values.map(euros) : values)
  })

  it.each([
    ['< 1 month', '1 month .. 31 days', '>= 2 months'],
    ['< 28 days', '1 month .. 2 months', '> 3 months'],
    ['12 months .. 366 days', '13 months .. 14 months'],
  ])('C3: is a date of the age, on every day that has one: %s, %s', (...cells) => {
    const { columns, zone } = columnOf('bought', ...cells.filter((cell) => cell !== undefined))
    const [{ atoms = [] } = {}] = columns
    const cuts = atoms[0]?.space.cuts ?? []
    const winters = [2026, 2027].flatMap((year) =>
      Array.from({ length: 151 }, (_, later) => dayNumber(year, 12, 1) + later),
    )
    for (const created of winters) {
      // Every date of the last two years, by the atom that it is in.
      const dates = Array.from({ length: 2 * 366 }, (_, back) => created - back)
      const held = new Set(dates.map((day) => atomOfAge(cuts, day, created)))
      for (const [index, { atom, space }] of atoms.entries()) {
        if (atom === space.unknown) continue
        const witness = witnessAt(columns, [index], { at: startOfDay(zone, created), zone })
        expect([formatDate(created), atom, witness !== undefined]).toEqual([formatDate(created), atom, held.has(atom)])
        if (witness === undefined) continue
        const day = dates.find((one) => formatDate(one) === witness.facts['bought'])
        expect(day !== undefined && atomOfAge(cuts, day, created)).toBe(atom)
      }
    }
  })
})

describe('a witness', () => {
  it('C1 and C6: is judged by `decide` as its finding says', () => {
    let judged = 0
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first' as const, 'unique' as const), (seed, hit) => {
        const draw = drawFrom(seed)
        const facts = new Map([...drawFacts(draw)].filter(([, { derived }]) => !derived))
        const subject = drawTable(draw, 7, hit, facts)
        const charter = charterWith(subject)
        for (const { code, witness, line } of checkCharter(charter.document, {
          asOf: AS_OF,
          zone: charter.zone,
          calendars: charter.calendars,
        })) {
          if (witness === undefined || code === 'unreachable-row') continue
          const event = creationOf(witness, AS_OF)
          const { commitments, unevaluated } = decide(charter, [event], event.at)
          const rows = commitments.map(({ row }) => row)
          judged++
          if (code === 'uncovered-case' || code === 'uncovered-unknown') expect([rows, unevaluated]).toEqual([[], []])
          if (code === 'overlapping-rows') expect([rows, unevaluated.length]).toEqual([[], 1])
          if (code === 'row-changes-nothing') expect(rows.length).toBe(1)
          expect(line).toBe(1)
        }
      }),
      { numRuns: long ? 2000 : 100 },
    )
    expect(judged).toBeGreaterThan(long ? 2000 : 80)
  })

  it('C3: looks for a later date where a segment of ages is empty on the day of asking', () => {
    const { document, zone } = promiseOf(['bought: "30 days .. 31 days", target: 1 h of office'])
    const cases = casesOf({
      facts: document.facts,
      hit: 'first',
      when: new Map(),
      rows: document.promises[0]?.rows ?? [],
    })
    expect(witnessOf(cases.columns, [1], { at: AS_OF, zone })?.facts).toEqual({ bought: '2026-10-23' })
    const months = cases.columns.map(({ fact, atoms }) => ({
      fact,
      atoms: atoms.map(({ space, atom }) => ({
        atom,
        space: {
          ...space,
          cuts: [
            { kind: 'age', months: 1, days: 0 },
            { kind: 'age', months: 0, days: 31 },
          ] as const,
        },
      })),
    }))
    // In April a month counts 31 days, but for the last of March, which becomes the 30th.
    const spring = Date.parse('2026-04-10T12:00:00Z')
    expect(witnessAt(months, [1], { at: spring, zone })).toBeUndefined()
    const found = witnessOf(months, [1], { at: spring, zone })
    expect(found?.at).toBe('2026-04-30T12:00:00.000Z')
    expect(found?.facts['bought']).toBe('2026-03-31')
  })

  it('is not looked for behind the horizon', () => {
    const { document, zone } = promiseOf(['bought: "< 30 days", target: 1 h of office'])
    const cases = casesOf({
      facts: document.facts,
      hit: 'first',
      when: new Map(),
      rows: document.promises[0]?.rows ?? [],
    })
    expect(witnessAt(cases.columns, [0], { at: zone.until + 1, zone })).toBeUndefined()
  })

  it('C3: of another day is not looked for after four years, nor behind the horizon', () => {
    // Four years have 1461 days, whenever they begin, until 2100.
    const never = columnOf('bought', '4 years .. 1461 days')
    expect(witnessOf(never.columns, [1], { at: AS_OF, zone: never.zone })).toBeUndefined()
    // What was bought on a 29th of February is three years old on the 28th, before its 1096 days are over.
    const leap = columnOf('bought', '3 years .. 1096 days')
    const later = witnessOf(leap.columns, [1], { at: AS_OF, zone: leap.zone })
    expect(later).toEqual({ facts: { bought: '2024-02-29' }, at: '2027-02-28T10:00:00.000Z' })
    const end = { at: leap.zone.until, zone: leap.zone }
    expect(witnessAt(leap.columns, [2], end)?.at).toBe(instantText(leap.zone.until))
    expect(witnessOf(leap.columns, [2], { ...end, at: end.at + 1 })).toBeUndefined()
  })

  it('C3: is dated where an age is asked for and not otherwise', () => {
    const { columns, zone } = columnOf('bought', '< 30 days')
    const moment = { at: AS_OF, zone }
    expect(witnessOf(columns, [2], moment)).toEqual({ facts: { bought: null }, at: '2026-11-22T10:00:00.000Z' })
    expect(witnessOf(columns, [ANY_ATOM], moment)?.facts).toEqual({ bought: '2026-10-24' })
    expect(witnessOf(columns, [], moment)?.facts).toEqual({ bought: '2026-10-24' })
    expect(witnessOf(columns, [7], moment)).toBeUndefined()
    const plain = columnOf('vip', 'yes')
    expect(witnessOf(plain.columns, [7], moment)).toBeUndefined()
    expect(witnessOf(plain.columns, [ANY_ATOM], moment)).toEqual({ facts: { vip: false } })
    expect(witnessOf([...plain.columns, ...columns], [1, 1], moment)).toEqual({
      facts: { vip: true, bought: '2026-10-23' },
      at: '2026-11-22T10:00:00.000Z',
    })
  })

  it('is given with its instant, where it has one', () => {
    expect(Object.entries(givenOf({ facts: { tier: 'gold' } }))).toEqual([['tier', 'gold']])
    expect(givenOf({ facts: { tier: 'gold' }, at: '2026-11-22T10:00:00.000Z' })).toEqual({
      tier: 'gold',
      at: '2026-11-22T10:00:00.000Z',
    })
  })

  it('has a fact of any name', () => {
    const { columns, zone } = columnOf('vip', 'yes')
    const odd = columns.map((column) => ({ ...column, fact: '__proto__' }))
    expect(Object.entries(witnessOf(odd, [1], { at: AS_OF, zone })?.facts ?? {})).toEqual([['__proto__', true]])
  })

  it('writes instants as RFC 3339 with milliseconds', () => {
    expect(instantText(AS_OF)).toBe('2026-11-22T10:00:00.000Z')
  })
})
