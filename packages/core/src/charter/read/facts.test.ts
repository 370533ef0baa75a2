import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn } from '../../../test/charter-fixtures.ts'
import type { FactType } from '../parts.ts'

const HEAD = 'avow: 1\ncharter: a\nlanguages: [en, pl]\nzone: UTC\n'
const withFact = (fact: string): string => `${HEAD}facts:\n  ${fact}\n`
const typeOf = (type: string): FactType | undefined => documentOf(withFact(`a: ${type}`)).facts.get('a')?.type

describe('a fact', () => {
  it.each<[string, FactType]>([
    ['{ one of: [email, chat] }', { kind: 'choice', values: ['email', 'chat'], ordered: false }],
    ['{ in order: [free, gold] }', { kind: 'choice', values: ['free', 'gold'], ordered: true }],
    ['{ one of: [1, 2, 3 - moderate] }', { kind: 'choice', values: ['1', '2', '3 - moderate'], ordered: false }],
    ['yes or no', { kind: 'yes-no' }],
    ['number', { kind: 'number' }],
    ['whole number', { kind: 'number', whole: true }],
    ['duration', { kind: 'duration' }],
    ['money EUR', { kind: 'money', currency: 'EUR' }],
    ['{ age: true }', { kind: 'age', until: 'creation' }],
    ['{ age: now }', { kind: 'age', until: 'now' }],
    ['{ is: money JPY }', { kind: 'money', currency: 'JPY' }],
  ])('may be %s', (type, read) => {
    expect(typeOf(type)).toEqual(read)
  })

  it('may have texts for itself and for its values', () => {
    const fact = documentOf(
      withFact('tier: { in order: [free, gold], says: { en: Tier, pl: Poziom }, values say: { gold: { pl: złoty } } }'),
    ).facts.get('tier')
    expect(fact?.says?.by).toEqual(
      new Map([
        ['en', 'Tier'],
        ['pl', 'Poziom'],
      ]),
    )
    expect(fact?.valuesSay?.get('gold')?.by).toEqual(new Map([['pl', 'złoty']]))
    expect(documentOf(withFact('n: { is: number, says: Anzahl }')).facts.get('n')?.says?.by).toEqual(
      new Map([['en', 'Anzahl']]),
    )
  })

  it('E11: of the log is always there, and last', () => {
    expect([...documentOf(withFact('a: number')).facts.keys()]).toEqual([
      'a',
      'contacts',
      'messages',
      'reopenings',
      'unanswered',
    ])
    expect([...documentOf(HEAD).facts.values()].every(({ derived, type }) => derived && type.kind === 'number')).toBe(
      true,
    )
  })

  it.each([
    [
      'contacts: number',
      "6:3 reserved-name “contacts” is counted from the ticket's log and is there without being declared",
    ],
    ['target: number', '6:3 reserved-name “target” has a meaning of its own in tables; give the fact another name'],
    ['up to: money EUR', '6:3 reserved-name “up to” has a meaning of its own in tables; give the fact another name'],
    ['unknown: number', '6:3 reserved-name “unknown” has a meaning of its own in tables; give the fact another name'],
    [
      '2nd: number',
      '6:3 bad-name “2nd” cannot be the name of a fact: write a letter, then letters, digits, “-” or “_”',
    ],
    [
      'the price: money EUR',
      '6:3 bad-name “the price” cannot be the name of a fact: write a letter, then letters, digits, “-” or “_”',
    ],
    ['constructor: number', '6:3 forbidden-name “constructor” may not be used as a name; choose another'],
    ['a: nmber', '6:6 bad-fact-type there is no type of fact called “nmber”; did you mean “number”?'],
    ['a: money', "6:6 bad-fact-type “money”: write money and the currency's three letters, as in money EUR"],
    [
      'a: money euros',
      "6:6 bad-fact-type “money euros”: write money and the currency's three letters, as in money EUR",
    ],
    [
      'a: { says: Name }',
      '6:6 bad-fact-type a fact needs a type: { one of: […] }, { in order: […] }, yes or no, number, whole number, duration, money EUR, { age: true }',
    ],
    ['a: { one of: [x], in order: [y] }', '6:31 fields-conflict “one of” and “in order” exclude each other; keep one'],
    [
      'a: { one of: [x], oneof: [y] }',
      '6:21 unknown-field there is no field in a fact called “oneof”; did you mean “one of”?',
    ],
    [
      'a: { age: yes }',
      '6:13 wrong-shape expected age: true (counted to the creation of the ticket) or age: now, found “yes”',
    ],
    [
      'a: [x]',
      '6:6 wrong-shape expected the type of a fact ({ one of: […] }, { in order: […] }, yes or no, number, whole number, duration, money EUR, { age: true }), found a list',
    ],
    ['a: { one of: x }', '6:16 wrong-shape expected a list of values, as in [low, normal, high], found “x”'],
    ['a: { one of: [] }', '6:16 wrong-shape expected at least one value, found a list'],
    ['a: { one of: [x, [y]] }', '6:20 wrong-shape expected a value, found a list'],
    ['a: { one of: [x, true] }', '6:20 wrong-shape expected a value, found “true”'],
    ['a: { one of: [x, y, x] }', '6:23 named-twice “x” stands here twice'],
    ['a: { one of: [__proto__] }', '6:17 forbidden-name “__proto__” may not be used as a name; choose another'],
    ['a: { one of: ["a,b"] }', '6:17 bad-name “a,b” cannot be a value: it could not be told from a condition'],
    ['a: { one of: [a..b] }', '6:17 bad-name “a..b” cannot be a value: it could not be told from a condition'],
    ['a: { one of: [< 3] }', '6:17 bad-name “< 3” cannot be a value: it could not be told from a condition'],
    ['a: { one of: [not b] }', '6:17 bad-name “not b” cannot be a value: it could not be told from a condition'],
    ['a: { one of: [unknown] }', '6:17 bad-name “unknown” cannot be a value: it could not be told from a condition'],
    ['a: { one of: ["-"] }', '6:17 bad-name “-” cannot be a value: it could not be told from a condition'],
    [
      'a: { one of: [x], values say: { y: Why } }',
      '6:38 unknown-value there is no value of “a” called “y”; there are: x',
    ],
    ['a: { is: number, values say: { y: Why } }', '6:32 fields-conflict only a choice has values; “a” is none'],
    ['a: { is: number, says: { de: Zahl } }', '6:28 unknown-language there is no language “de”; there are: en, pl'],
    ['a: { is: number, says: "" }', '6:26 bad-text there is no text here'],
  ])('%s is refused at its place', (fact, finding) => {
    expect(findingsIn(withFact(fact))).toEqual([finding])
  })

  it('that is wrong is not reported again where it is used', () => {
    const clause = 'promises:\n- { id: P1, clock: resolution, table: [ { a: x, target: 14 days } ] }\n'
    expect(findingsIn(withFact('a: nmber') + clause)).toHaveLength(1)
    expect(findingsIn(`${HEAD}facts: [a]\n${clause}`)).toEqual(['5:8 wrong-shape expected facts by name, found a list'])
  })
})

describe('an event', () => {
  const withEvent = (event: string): string => `${HEAD}events:\n  ${event}\n`

  it('is a name, with or without texts', () => {
    const { events } = documentOf(
      withEvent('{ repair.booked: {}, repair.done: , delivered: { says: { en: Delivered } } }'),
    )
    expect([...events.keys()]).toEqual(['repair.booked', 'repair.done', 'delivered'])
    expect(events.get('delivered')?.says?.by.get('en')).toBe('Delivered')
  })

  it.each([
    [
      'ticket.opened: {}',
      "6:3 reserved-name names beginning “ticket.” belong to the ticket's log; rename “ticket.opened”",
    ],
    [
      'commitment.kept: {}',
      "6:3 reserved-name names beginning “commitment.” belong to the ticket's log; rename “commitment.kept”",
    ],
    [
      'repair booked: {}',
      '6:3 bad-name “repair booked” cannot be the name of an event: write words joined by dots, as in repair.booked',
    ],
    ['.x: {}', '6:3 bad-name “.x” cannot be the name of an event: write words joined by dots, as in repair.booked'],
    ['prototype: {}', '6:3 forbidden-name “prototype” may not be used as a name; choose another'],
    ['a: { say: x }', '6:8 unknown-field there is no field in an event called “say”; did you mean “says”?'],
    ['a: x', '6:6 wrong-shape expected an event with its fields, found “x”'],
  ])('%s is refused at its place', (event, finding) => {
    expect(findingsIn(withEvent(event))).toEqual([finding])
  })

  it.each(['ticket.', 'message.', 'note.', 'facts.', 'status.', 'commitment.'])(
    'E2: may not begin with %s',
    (prefix) => {
      expect(findingsIn(withEvent(`${prefix}x: {}`))).toHaveLength(1)
    },
  )
})
