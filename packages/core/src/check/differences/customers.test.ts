import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { charterWith, creationOf } from '../../../test/check/random-charter.ts'
import {
  combinations,
  type Draw,
  drawFrom,
  drawTable,
  type PlainValue,
  plainValues,
  rowsPlainly,
} from '../../../test/check/random-table.ts'
import {
  type CompiledCharter,
  compileDraft,
  type ExclusionClause,
  type FactDefinition,
  type Money,
  type RemedyRow,
  readCharter,
} from '../../charter/index.ts'
import { type Decision, decide } from '../../decide/index.ts'
import type { FactValue } from '../../ticket/index.ts'
import { type CustomersGet, together } from './customers.ts'
import { diffCharters } from './diff.ts'
import type { ClauseDifference, DifferencePart } from './difference.ts'

const long = process.env['AVOW_LONG'] === '1'
const PLACE = { path: '', line: 1, column: 1 }

describe('what several differences come to together', () => {
  it('D1: is less and more at once where they differ, and nothing where none means anything', () => {
    expect(together([])).toBeUndefined()
    expect(together([undefined, 'less', undefined])).toBe('less')
    expect(together(['more', undefined, 'more'])).toBe('more')
    expect(together(['less', 'more'])).toBe('both')
    expect(together(['both', 'less'])).toBe('both')
  })
})

/** Facts of which every value can be written into a ticket. */
const KNOWN: readonly FactDefinition[] = [
  {
    name: 'channel',
    type: { kind: 'choice', values: ['email', 'chat', 'phone'], ordered: false },
    derived: false,
    place: PLACE,
  },
  { name: 'vip', type: { kind: 'yes-no' }, derived: false, place: PLACE },
  { name: 'price', type: { kind: 'money', currency: 'EUR' }, derived: false, place: PLACE },
]

function someFacts(draw: Draw): ReadonlyMap<string, FactDefinition> {
  const facts = KNOWN.filter(() => draw(3) > 0)
  return new Map((facts.length === 0 ? KNOWN.slice(0, 1) : facts).map((fact) => [fact.name, fact]))
}

function written({ type }: FactDefinition, value: number): FactValue {
  if (type.kind === 'choice') return type.values[value] ?? ''
  return type.kind === 'yes-no' ? value === 1 : { minor: value, currency: 'EUR' }
}

interface Case {
  readonly values: readonly PlainValue[]
  readonly ticket: Readonly<Record<string, FactValue>>
}

/** Every ticket that could matter. */
function* cases(facts: ReadonlyMap<string, FactDefinition>): Generator<Case> {
  const known = [...facts.values()]
  for (const values of combinations(known.map(plainValues))) {
    const pairs = known.flatMap((fact, index): [string, FactValue][] => {
      const value = values[index]
      return value === undefined ? [] : [[fact.name, written(fact, value)]]
    })
    yield { values, ticket: Object.fromEntries(pairs) }
  }
}

function decided(charter: CompiledCharter, ticket: Readonly<Record<string, unknown>>): Decision {
  const event = creationOf(ticket, AS_OF)
  return decide(charter, [event], event.at)
}

/** What customers get with all tickets looked at one by one. */
function byHand(
  [old, fresh]: readonly [CompiledCharter, CompiledCharter],
  of: (old: Decision, fresh: Decision) => CustomersGet | undefined,
): CustomersGet | undefined {
  const all = [...cases(fresh.facts)].map(({ ticket }) => of(decided(old, ticket), decided(fresh, ticket)))
  return together(all)
}

function differenceOf([old, fresh]: readonly [CompiledCharter, CompiledCharter], kind: string): ClauseDifference {
  const found = diffCharters(old, fresh, AS_OF).find((each) => each.kind === kind)
  if (found === undefined) throw new Error(`no difference of ${kind}`)
  return found
}

function order(old: number, fresh: number): CustomersGet | undefined {
  return old === fresh ? undefined : fresh > old ? 'more' : 'less'
}

describe('against the judge, ticket by ticket', () => {
  it('D3: promises give less, more or both exactly where some ticket is due later or sooner', () => {
    const seen = new Set<CustomersGet | undefined>()
    const worth = ({ commitments: [one] }: Decision) => -(one?.due ?? Number.POSITIVE_INFINITY)
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first' as const, 'unique' as const), (seed, hit) => {
        const draw = drawFrom(seed)
        const facts = someFacts(draw)
        const [one, other] = [drawTable(draw, 3, 'first', facts), drawTable(draw, 3, hit, facts)]
        const hours = () => Array.from({ length: 3 }, () => 1 + draw(3))
        const both = [charterWith(one, hours()), charterWith(other, hours())] as const
        const { customers, parts } = differenceOf(both, 'promise')
        const of = (old: Decision, fresh: Decision) => order(worth(old), worth(fresh))
        expect(customers).toBe(byHand(both, of))
        for (const part of parts) shows(part, both, of)
        seen.add(customers)
      }),
      { numRuns: long ? 1000 : 40 },
    )
    for (const get of ['less', 'more', 'both'] as const) expect(seen).toContain(get)
  })

  it('D4: remedies give less, more or both exactly where some ticket is given less or more', () => {
    const seen = new Set<CustomersGet | undefined>()
    const of = ({ remedies: [one] }: Decision, { remedies: [other] }: Decision) => {
      const kinds = [one, other].map((remedy) => new Set(remedy?.allow))
      const [had, has] = [kinds[0] ?? new Set(), kinds[1] ?? new Set()]
      return together([
        ...[...had].map((kind) => (has.has(kind) ? undefined : ('less' as const))),
        ...[...has].map((kind) => (had.has(kind) ? undefined : ('more' as const))),
        ...(one && other ? [order(one.up_to?.minor ?? Infinity, other.up_to?.minor ?? Infinity)] : []),
      ])
    }
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('first' as const, 'unique' as const), (seed, hit) => {
        const draw = drawFrom(seed)
        const facts = someFacts(draw)
        const both = [remedyCharter(draw, 'first', facts), remedyCharter(draw, hit, facts)] as const
        const { customers, parts, change } = differenceOf(both, 'remedy')
        expect(customers).toBe(byHand(both, of))
        const named = { less: 'looser', more: 'stricter', both: 'changed' } as const
        if (customers !== undefined && parts.every((part) => part.customers === customers))
          expect(change).toBe(named[customers])
        for (const part of parts) shows(part, both, of)
        seen.add(customers)
      }),
      { numRuns: long ? 1000 : 120 },
    )
    for (const get of ['less', 'more', 'both'] as const) expect(seen).toContain(get)
  })

  it('D5: exclusions give less exactly where they are about a ticket that they were not about', () => {
    const seen = new Set<CustomersGet | undefined>()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const draw = drawFrom(seed)
        const facts = someFacts(draw)
        const [one, other] = [drawTable(draw, 1, 'first', facts), drawTable(draw, 1, 'first', facts)]
        const [was, is] = [one, other].map(({ source }) => source.rows[0]?.cells ?? new Map())
        const both = [one, other].map(({ source }, index) => {
          const base = charterWith({ ...one, source: { ...source, rows: [] } })
          const exclusion: ExclusionClause = {
            kind: 'exclusion',
            id: 'X1',
            place: PLACE,
            audience: 'public',
            says: { place: PLACE, by: new Map([['en', 'No.']]) },
            when: new Map(
              [...((index === 0 ? was : is) ?? [])].map(([name, cell]) => [name, { ...cell, text: `${index}` }]),
            ),
          }
          return { ...base, document: { ...base.document, exclusions: [exclusion] } }
        })
        const [old, fresh] = both
        if (old === undefined || fresh === undefined) throw new Error('no charters')
        const holds = (when: typeof was, values: readonly PlainValue[]) =>
          rowsPlainly([{ cells: when ?? new Map() }], [...facts.keys()], values).length
        const found = together([...cases(facts)].map(({ values }) => order(-holds(was, values), -holds(is, values))))
        const { customers, parts } = differenceOf([old, fresh], 'exclusion')
        expect(customers).toBe(found)
        for (const { witness } of parts) expect(witness === undefined).toBe(found === undefined)
        seen.add(customers)
      }),
      { numRuns: long ? 1000 : 60 },
    )
    for (const get of ['less', 'more', 'both'] as const) expect(seen).toContain(get)
  })
})

/** A charter of one remedy with a random table; limits are amounts. */
function remedyCharter(
  draw: Draw,
  hit: 'first' | 'unique',
  facts: ReadonlyMap<string, FactDefinition>,
): CompiledCharter {
  const { source } = drawTable(draw, 3, hit, facts)
  const base = charterWith({ kind: 'promise', id: 'P1', place: PLACE, source: { ...source, rows: [] }, rows: [] })
  const rows = source.rows.map(({ cells }): RemedyRow => {
    const money: Money = { minor: 1000 * (1 + draw(3)), currency: 'EUR' }
    const allow = [['refund', 'apology'], ['refund'], ['apology', 'refund'], ['apology']][draw(4)] ?? []
    return { cells, allow, ...(draw(3) === 0 ? {} : { upTo: { kind: 'amount', money } }), place: PLACE }
  })
  const remedy = { kind: 'remedy', id: 'R1', place: PLACE, audience: 'public', when: source.when, hit, rows } as const
  const document = { ...base.document, promises: [], remedies: [remedy] }
  return compileDraft({ document, data: {} }, { asOf: AS_OF, zoneData: 'test', zones: base.zones })
}

/** The judge finds at the witness what the part says. */
function shows(
  { customers, witness }: DifferencePart,
  [old, fresh]: readonly [CompiledCharter, CompiledCharter],
  of: (old: Decision, fresh: Decision) => CustomersGet | undefined,
): void {
  if (witness !== undefined) expect(of(decided(old, witness.ticket), decided(fresh, witness.ticket))).toBe(customers)
}

const SHOP = `${FACTS}positions: [agent]
promises:
  - { id: P1, audience: public, clock: first-response, measured: [each, share: 95% a month], says: { en: x }, table: [ { target: 8 h of office } ] }
  - { id: P2, audience: public, clock: resolution, measured: [each], says: { en: x }, if broken: { remedy: R1 }, table: [ { target: 14 days } ] }
remedies:
  - { id: R1, says: { en: x }, table: [ { allow: [refund], up to: price } ] }
authority:
  - { id: A1, position: agent, may: [refund], per ticket: 100 EUR }
`

function gets(text: string, ...edits: readonly (readonly [string, string])[]): (string | undefined)[] {
  const fresh = edits.reduce((before, [from, to]) => {
    expect(before).toContain(from)
    return before.replace(from, to)
  }, text)
  return diffCharters(charterOf(text), charterOf(fresh), AS_OF).flatMap(({ id, change, customers }) =>
    change === 'same' ? [] : [`${id} ${customers ?? 'nothing'}`],
  )
}

describe('what customers get', () => {
  it.each<readonly [string, readonly string[], readonly (readonly [string, string])[]]>([
    ['of a public promise that only staff still read', ['P1 less'], [['P1, audience: public', 'P1, audience: staff']]],
    ['of a lower share', ['P1 less'], [['share: 95%', 'share: 90%']]],
    ['of a share that is measured over another period', ['P1 both'], [['95% a month', '95% a year']]],
    ['of one more measure', ['P2 more'], [['measured: [each], says', 'measured: [each, share: 90% a month], says']]],
    ['of a reason to leave unanswered', ['P1 less'], [['says', 'no answer needed: [spam], says']]],
    ['of an apology', ['P1 more'], [['says', 'if broken: { apologise: true }, says']]],
    ['of a clock that stops more', ['P2 less'], [['resolution,', 'resolution, pauses: [on-hold],']]],
    ['of one that runs another way', ['P1 both'], [['clock: first-response', 'clock: next-response']]],
  ])('D3: %s', (_, said, edits) => {
    expect(gets(SHOP, ...edits)).toEqual(said)
  })

  it.each<readonly [string, readonly string[], readonly (readonly [string, string])[]]>([
    ['of an amount in place of a fact', ['R1 both'], [['up to: price', 'up to: 50 EUR']]],
    ['of no limit any more', ['R1 more'], [[', up to: price', '']]],
    ['of a remedy that a second promise names', ['P1 more'], [['says', 'if broken: { remedy: R1 }, says']]],
    ['of one that is granted though nothing broke', ['P2 more'], [[' if broken: { remedy: R1 },', '']]],
    ['of what everybody may read', ['R1 more'], [['R1, says', 'R1, audience: public, says']]],
  ])('D4: %s', (_, said, edits) => {
    expect(gets(SHOP, ...edits)).toEqual(said)
  })

  it('D2: is more of what is new, and less of what is gone, with a ticket that shows it', () => {
    expect(gets(SHOP, ['id: P1', 'id: P3'])).toEqual(['P3 more', 'P1 less'])
    expect(
      gets(
        SHOP,
        ['{ id: R1, says: { en: x }, table', '{ id: R2, says: { en: x }, table'],
        [' if broken: { remedy: R1 },', ''],
      ),
    ).toEqual(['P2 nothing', 'R2 more', 'R1 less'])
    const [old, fresh] = [charterOf(SHOP), charterOf(SHOP.replace('id: P1', 'id: P3'))]
    const gone = diffCharters(old, fresh, AS_OF).find(({ change }) => change === 'removed')
    expect(gone?.parts).toMatchObject([{ customers: 'less', witness: { old: { gives: '8 h of office' } } }])
  })

  it('D9: is nothing of words, of what staff may decide, and of facts', () => {
    expect(gets(SHOP, ['per ticket: 100 EUR', 'per ticket: 10 EUR'])).toEqual(['A1 nothing'])
    expect(gets(SHOP, ['says: { en: x }', 'says: { en: y }'])).toEqual(['P1 nothing'])
    expect(gets(SHOP, ['price: money EUR', 'price: money EUR\n  vip: yes or no'])).toEqual(['vip nothing'])
  })

  it('D6: is less where a calendar that promises go by opens less, with an instant that shows it', () => {
    const narrower = ['mon-fri: 09:00-17:00', 'mon-fri: 09:00-16:00'] as const
    // The last closing of a date is earlier, but no promise of these counts by working days.
    expect(gets(SHOP, narrower)).toEqual(['P1 less', 'office less'])
    expect(
      gets(SHOP, ['{ open: { mon-fri: 09:00-17:00 } }', '{ open: { mon-fri: 09:00-17:00 }, closed: [2026-12-24] }']),
    ).toEqual(['P1 less', 'office less'])
    expect(gets(SHOP, ['mon-fri: 09:00-17:00', 'mon-fri: 10:00-18:00'])).toEqual(['P1 both', 'office both'])
    const [old, fresh] = [SHOP, SHOP.replace(...narrower)].map((text) => charterOf(text))
    if (old === undefined || fresh === undefined) throw new Error('no charters')
    const calendar = diffCharters(old, fresh, AS_OF).find(({ kind }) => kind === 'calendar')
    expect(calendar?.parts[0]?.witness).toEqual({
      ticket: { at: '2026-11-23T15:00:00.000Z' },
      old: { row: null, gives: 'open' },
      new: { row: null, gives: 'closed' },
    })
  })

  it('D6: is nothing where no promise and no channel goes by the calendar', () => {
    const text = SHOP.replace('calendars:\n', 'calendars:\n  depot: { open: { mon-fri: 09:00-17:00 } }\n')
    expect(gets(text, ['depot: { open: { mon-fri: 09:00-17:00', 'depot: { open: { mon-fri: 09:00-16:00'])).toEqual([
      'depot nothing',
    ])
    // A date that is over is no longer lived through.
    expect(gets(SHOP, ['09:00-17:00 } }', '09:00-17:00 }, closed: [2026-11-02] }'])).toEqual(['office nothing'])
  })

  it('D7: is less by further conditions, and by a language that is gone', () => {
    const limited = ['P1, audience', 'P1, limits: { en: Not at fairs. }, audience'] as const
    expect(gets(SHOP, limited)).toEqual(['P1 less'])
    expect(gets(SHOP.replace(...limited), ['Not at fairs.', 'Not at any fair.'])).toEqual(['P1 nothing'])
    expect(gets(SHOP.replace(...limited), ['limits: { en: Not at fairs. }, ', ''])).toEqual(['P1 more'])
    const [one, two] = [charterOf(SHOP), charterOf(SHOP, { languages: '[en, pl]' })]
    const of = (old: CompiledCharter, fresh: CompiledCharter) =>
      diffCharters(old, fresh, AS_OF).find(({ kind }) => kind === 'charter')?.customers
    expect([of(one, two), of(two, one)]).toEqual(['more', 'less'])
  })
})

const page = readFileSync(new URL('../../../../../docs/formats/charter.md', import.meta.url), 'utf8')
const [, ...parts] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '')
const PAGE = parts.join('\n').replace('  - id: O1\n', '  - id: O1\n    audience: public\n')

function pageGets(...edits: readonly (readonly [string, string])[]): string[] {
  const [old, fresh] = [PAGE, edits.reduce((text, [from, to]) => text.replace(from, to), PAGE)].map((text) => {
    const { document, data, findings } = readCharter(text)
    if (document === undefined) throw new Error(findings[0]?.message)
    return compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
  })
  if (old === undefined || fresh === undefined) throw new Error('no charters')
  return diffCharters(old, fresh, AS_OF).flatMap(({ id, change, customers }) =>
    change === 'same' ? [] : [`${id} ${customers ?? 'nothing'}`],
  )
}

describe('what is stated and not judged', () => {
  it.each<readonly [string, string, string, string]>([
    ['a lower aim', 'target: 95%\n', 'target: 94%\n', 'O1 less'],
    ['a later aim', 'by: 2027-06-30\n', 'by: 2027-12-31\n', 'O1 less'],
    ['an aim of another kind', 'measure: kept(P1)', 'measure: satisfaction', 'O1 both'],
    [
      'a channel that closes sooner',
      '2024-01-01\n    until: 2027-03-31',
      '2024-01-01\n    until: 2027-02-28',
      'C1 less',
    ],
    [
      'a channel that stays',
      'state: retiring\n    from: 2024-01-01\n    until: 2027-03-31',
      'state: open\n    from: 2024-01-01',
      'C1 more',
    ],
    ['nobody after hours', 'answers: bot', 'answers: nobody', 'C1 less'],
    ['a person who takes over later', 'person: 2 h of office', 'person: 3 h of office', 'C1 less'],
    ['a benchmark', 'claims: 90%', 'claims: 91%', 'O1 nothing'],
  ])('D8: %s', (_, from, to, said) => {
    expect(pageGets([from, to])).toEqual([said])
  })

  it('D5: an exclusion that is new, gone, wider, or tells no way out', () => {
    const [clause = ''] = /^ {2}- id: X1\n(?: {4}.*\n)+/m.exec(PAGE) ?? []
    expect(pageGets([clause, `${clause}${clause.replace('X1', 'X2')}`])).toEqual(['X2 less'])
    expect(
      pageGets(['owned: "> 2 years" }\n    says: { en: We cannot', 'owned: "> 1 year" }\n    says: { en: We cannot']),
    ).toEqual(['X1 less'])
    expect(pageGets(['    instead: { en: Ask the shop that sold it., it: Si rivolga al negozio. }\n', ''])).toEqual([
      'X1 less',
    ])
  })

  it('D5: a crisis that is new, longer, or gone', () => {
    const crisis = (until: string) =>
      PAGE.replace(/\ncrisis:\n(?: .*\n)+/, '\n').concat(
        `crisis:\n  - id: K9\n    from: 2026-12-01T00:00\n    until: ${until}\n    says: { en: Roads are closed., it: Strade chiuse. }\n    amends: [ { promise: P1, suspended: true } ]\n`,
      )
    const [none, short, long] = [
      crisis('x').split('crisis:\n')[0] ?? '',
      crisis('2026-12-10T00:00'),
      crisis('2026-12-20T00:00'),
    ]
    const [without, with10, with20] = [none, short, long].map((text) => {
      const { document, data, findings } = readCharter(text)
      if (document === undefined) throw new Error(findings[0]?.message)
      return compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
    })
    if (without === undefined || with10 === undefined || with20 === undefined) throw new Error('no charters')
    const of = (old: CompiledCharter, fresh: CompiledCharter) =>
      diffCharters(old, fresh, AS_OF).find(({ kind }) => kind === 'crisis')?.customers
    expect([of(without, with10), of(with10, with20), of(with10, without)]).toEqual(['less', 'both', 'more'])
  })

  it('D9: procedures, teams, words and agreements', () => {
    expect(pageGets(['{ automate: send-label }', '{ automate: send-box }'])).toEqual(['D1 nothing'])
    expect(pageGets(['skills: [italian]', 'skills: [greek]'])).toEqual(['G1 nothing'])
    expect(pageGets(['address: Lei', 'address: tu'])).toEqual(['T1 nothing'])
    expect(pageGets(['supplier: Fast Parcels', 'team: parcels'])).toEqual(['L2 nothing'])
  })
})
