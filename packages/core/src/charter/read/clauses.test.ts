import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD } from '../../../test/charter-fixtures.ts'
import type { EscalationStep } from '../document.ts'

const CLAUSES = `${HEAD}promises:
  - { id: P1, clock: resolution, table: [ { tier: gold, target: 14 days }, { target: 21 days } ] }
remedies:
  - { id: R1, table: [ { allow: refund } ] }
`
const withLines = (lines: string): string => `${CLAUSES}${lines}\n`

describe('an escalation', () => {
  const steps = (on: string, ...list: string[]): readonly EscalationStep[] =>
    documentOf(withLines(`escalation: [ { id: E1, ${on}, steps: [ ${list.join(', ')} ] } ]`)).escalation[0]?.steps ?? []

  it('S1: hangs on the clock of a promise', () => {
    expect(
      steps(
        'for: P1',
        '{ at: 75%, tell: assignee }',
        '{ at: 12.5 %, tell: [agent, assignee] }',
        '{ after: 2 h of office, give to: team-lead, raise priority: yes }',
      ),
    ).toMatchObject([
      { at: { kind: 'percent', percent: 75 }, tell: ['assignee'], raisePriority: false },
      { at: { kind: 'percent', percent: 12.5 }, tell: ['agent', 'assignee'] },
      { at: { kind: 'after', duration: { kind: 'opening', ms: 7_200_000 } }, giveTo: 'team-lead', raisePriority: true },
    ])
  })

  it('S4: or on a condition, an event, or both', () => {
    expect(steps('when: { contacts: ">= 3" }', '{ give to: agent }', '{ after: 1 day, tell: agent }')).toMatchObject([
      { at: { kind: 'at once' } },
      { at: { kind: 'after', duration: { kind: 'dates', span: { unit: 'day', count: 1 } } } },
    ])
    const { escalation } = documentOf(
      withLines(
        'escalation: [ { id: E1, on: repair.done, when: { tier: gold }, steps: [ { tell: agent } ] }, { id: E2, on: ticket.reopened, steps: [ { tell: agent } ] } ]',
      ),
    )
    expect(escalation.map(({ on }) => on)).toMatchObject([
      { kind: 'condition', event: 'repair.done' },
      { kind: 'condition', event: 'ticket.reopened' },
    ])
  })

  it.each([
    [
      '{ id: E1, for: P9, steps: [ { at: 75%, tell: agent } ] }',
      '24:20 unknown-clause there is no promise “P9”; did you mean “P1”?',
    ],
    [
      '{ id: E1, for: P1, when: { tier: gold }, steps: [ { at: 75%, tell: agent } ] }',
      '24:30 fields-conflict “for” and “when” exclude each other; keep one',
    ],
    [
      '{ id: E1, for: P1, on: repair.done, steps: [ { at: 75%, tell: agent } ] }',
      '24:28 fields-conflict “for” and “on” exclude each other; keep one',
    ],
    [
      '{ id: E1, steps: [ { tell: agent } ] }',
      '24:5 missing-field an escalation needs “for” (a promise), or “when” (a condition), or “on” (an event)',
    ],
    ['{ id: E1, for: P1 }', '24:5 missing-field an escalation needs the field “steps”'],
    ['{ id: E1, for: P1, steps: [] }', '24:31 missing-field an escalation needs at least one step'],
    [
      '{ id: E1, for: P1, steps: [ { tell: agent } ] }',
      '24:33 missing-field a step on a promise needs “at” (75% of the target) or “after” (2 h of office)',
    ],
    [
      '{ id: E1, for: P1, steps: [ { at: 75% } ] }',
      '24:33 missing-field a step does something: “tell”, “give to” or “raise priority”',
    ],
    [
      '{ id: E1, for: P1, steps: [ { at: 75%, after: 1 day, tell: agent } ] }',
      '24:51 fields-conflict “at” and “after” exclude each other; keep one',
    ],
    [
      '{ id: E1, for: P1, steps: [ { at: 75, tell: agent } ] }',
      '24:39 wrong-shape expected a percentage of the target, more than 0% and at most 100%, found “75”',
    ],
    [
      '{ id: E1, for: P1, steps: [ { at: 101%, tell: agent } ] }',
      '24:39 wrong-shape expected a percentage of the target, more than 0% and at most 100%, found “101%”',
    ],
    [
      '{ id: E1, for: P1, steps: [ { at: 75%, tell: agnet } ] }',
      '24:50 unknown-position there is no position “agnet”; did you mean “agent”?',
    ],
    [
      '{ id: E1, for: P1, steps: [ { at: 75%, give to: assignee } ] }',
      '24:53 unknown-position there is no position “assignee”; there are: agent, team-lead',
    ],
    [
      '{ id: E1, for: P1, steps: [ { after: 2 h, tell: agent } ] }',
      '24:42 bad-duration “2 h”: by which opening hours is it counted? Write “2 h of office” (calendars: office)',
    ],
    [
      '{ id: E1, when: { tier: gold }, steps: [ { at: 75%, tell: agent } ] }',
      '24:52 fields-conflict a condition has no target of which a part could pass; write “after”, or nothing for at once',
    ],
    [
      '{ id: E1, on: repair.dne, steps: [ { tell: agent } ] }',
      '24:19 unknown-event there is no event “repair.dne”; did you mean “repair.done”?',
    ],
    [
      '{ id: E1, on: commitment.broken, steps: [ { tell: agent } ] }',
      '24:19 unknown-event there is no event “commitment.broken”; there are: repair.booked, repair.done, ticket.created, facts.changed, ticket.assigned, message.received, message.sent, message.auto, note.added, status.changed, ticket.reopened, ticket.merged, …',
    ],
  ])('%s is refused at its place', (clause, finding) => {
    expect(findingsIn(withLines(`escalation:\n  - ${clause}`))).toEqual([finding])
  })
})

describe('a remedy', () => {
  it('R1: allows up to an amount or to the value of a fact', () => {
    const text = `${HEAD}remedies:\n- { id: R1, audience: public, hit: unique, because: So, table: [ { tier: gold, allow: [refund, credit], up to: 10.50 EUR }, { allow: apology, up to: price }, { vip: yes, allow: credit, up to: { minor: 5, currency: JPY } } ] }\n`
    expect(documentOf(text).remedies[0]).toMatchObject({
      audience: 'public',
      hit: 'unique',
      rows: [
        { allow: ['refund', 'credit'], upTo: { kind: 'amount', money: { minor: 1050, currency: 'EUR' } } },
        { allow: ['apology'], upTo: { kind: 'fact', fact: 'price' } },
        { allow: ['credit'], upTo: { kind: 'amount', money: { minor: 5, currency: 'JPY' } } },
      ],
    })
  })

  it('R7: refuses with none, alone or in a list', () => {
    const text = `${HEAD}remedies:\n- { id: R1, table: [ { tier: gold, allow: none }, { tier: free, allow: [none] }, { allow: refund } ] }\n`
    expect(documentOf(text).remedies[0]?.rows.map(({ allow }) => allow)).toEqual([[], [], ['refund']])
  })

  it.each([
    ['{ tier: gold }', '20:22 missing-field a row of remedies needs the field “allow”'],
    ['{ allow: refund, up to: 10 }', '20:46 bad-money “10”: which currency? Write 10 EUR'],
    ['{ allow: refund, up to: 10.505 EUR }', '20:46 bad-money “10.505 EUR”: EUR has 2 decimals; found 10.505'],
    ['{ allow: refund, up to: 10 EUR each }', '20:53 bad-money “10 EUR each”: “each” is too much here'],
    ['{ allow: refund, up to: prize }', '20:46 unknown-fact there is no fact “prize”; did you mean “price”?'],
    [
      '{ allow: refund, up to: users }',
      '20:46 fact-not-allowed “users” is no amount of money; a limit is an amount such as 100 EUR, or a fact of type money',
    ],
    [
      '{ allow: refund, up to: { minor: 1.5, currency: EUR } }',
      '20:46 bad-money an amount is written as 100 EUR, or { minor: 10000, currency: EUR } in whole minor units',
    ],
    [
      '{ allow: refund, up to: { minor: 1, currency: EUR, x: 1 } }',
      '20:46 bad-money an amount is written as 100 EUR, or { minor: 10000, currency: EUR } in whole minor units',
    ],
    ['{ allow: refund, up to: [price] }', '20:46 wrong-shape expected an amount such as 100 EUR, found a list'],
    ['{ allow: [refund, none] }', '20:31 wrong-shape expected kinds of remedy, or “none” alone, found a list'],
    ['{ allow: none, up to: 10 EUR }', '20:22 fields-conflict a row that allows none has no “up to”'],
    ['{ allow: [refund, refund] }', '20:40 named-twice “refund” stands here twice'],
    [
      '{ allow: a refund }',
      '20:31 bad-name “a refund” cannot be the name of a remedy: write a letter, then letters, digits, “-” or “_”',
    ],
    ['{ allow: refund, tell: [X1] }', '20:46 unknown-clause there is no exclusion “X1”; none is declared'],
    ['{ allow: refund, alow: x }', '20:39 unknown-field there is no field “alow”; did you mean “allow”?'],
  ])('with the row %s is refused at its place', (row, finding) => {
    const text = `${HEAD}remedies:\n- { id: R1, table: [ ${row} ] }\n`
    expect(findingsIn(text)).toEqual([finding])
  })
})

describe('authority', () => {
  it('R2: may depend on facts', () => {
    const text = `${HEAD}authority:\n- { id: A1, position: agent, hit: unique, when: { vip: yes }, table: [ { tier: gold, may: [refund], per ticket: 100 EUR }, { may: apology, bend: 5 EUR a week } ] }\n`
    expect(documentOf(text).authority[0]).toMatchObject({
      position: 'agent',
      hit: 'unique',
      rows: [
        { may: ['refund'], perTicket: { minor: 10_000, currency: 'EUR' } },
        { may: ['apology'], bend: { money: { minor: 500, currency: 'EUR' }, period: 'week' } },
      ],
    })
  })

  it.each([
    [
      '{ id: A1, position: agent }',
      '20:3 missing-field an authority clause needs “may”, or “table” with rows that say it',
    ],
    [
      '{ id: A1, position: agnet, may: refund }',
      '20:23 unknown-position there is no position “agnet”; did you mean “agent”?',
    ],
    ['{ id: A1, may: refund }', '20:3 missing-field an authority clause needs the field “position”'],
    [
      '{ id: A1, position: agent, per ticket: 5 EUR, table: [ { may: refund } ] }',
      '20:42 fields-conflict “per ticket” belongs into the rows of the table here',
    ],
    [
      '{ id: A1, position: agent, may: refund, bend: 5 EUR }',
      '20:49 wrong-shape expected an amount and a period, as in 200 EUR a month, found “5 EUR”',
    ],
    [
      '{ id: A1, position: agent, may: refund, bend: 5 EUR a fortnight }',
      '20:49 unknown-value there is no period “fortnight”; there are: week, month, quarter, year',
    ],
    [
      '{ id: A1, position: agent, may: refund, bend: 5 EURO a week }',
      '20:51 bad-money “5 EURO”: “EURO” is no currency; write three capital letters such as EUR',
    ],
    [
      '{ id: A1, position: agent, may: refund, per day: -5 EUR }',
      '20:52 bad-money “-5 EUR”: expected an amount such as 100 EUR, found “-”',
    ],
  ])('%s is refused at its place', (clause, finding) => {
    expect(findingsIn(`${HEAD}authority:\n- ${clause}\n`)).toEqual([finding])
  })
})

describe('an example', () => {
  const example = (given: string, expected: string): string =>
    withLines(`examples: [ { given: { ${given} }, expect: { ${expected} } } ]`)
  const AT = 'at: 2026-12-23T16:30'

  it('gives facts as a history has them', () => {
    const [read] = documentOf(
      example(
        `${AT}, channel: chat, vip: no, users: 3, weight: 2.5, price: 10.50 EUR, wait: 1 h, bought: 2026-12-01, tier: unknown`,
        'P1: none',
      ),
    ).examples
    expect([...(read?.given ?? [])]).toEqual([
      ['channel', 'chat'],
      ['vip', false],
      ['users', 3],
      ['weight', 2.5],
      ['price', { minor: 1050, currency: 'EUR' }],
      ['wait', 3_600_000],
      ['bought', '2026-12-01'],
      ['tier', null],
    ])
    expect(
      documentOf(example(`${AT}, price: { minor: 5, currency: EUR }, tier: null`, 'P1: none')).examples[0]?.given,
    ).toEqual(
      new Map<string, unknown>([
        ['price', { minor: 5, currency: 'EUR' }],
        ['tier', null],
      ]),
    )
  })

  it('expects due times, rows, remedies, or nothing', () => {
    const read = (expected: string): unknown => {
      const [{ promises, remedies } = { promises: new Map(), remedies: new Map() }] = documentOf(
        example(AT, expected),
      ).examples
      return { ...Object.fromEntries(promises), ...Object.fromEntries(remedies) }
    }
    expect(read('P1: { due: 2027-01-07T00:00, row: 2 }')).toMatchObject({ P1: { due: '2027-01-07T00:00', row: 2 } })
    expect(read('P1: { due: none }')).toMatchObject({ P1: { due: 'none' } })
    expect(read('P1: none')).toMatchObject({ P1: { due: 'none' } })
    expect(read('R1: { allow: [refund], up to: 5 EUR, row: 1 }')).toMatchObject({
      R1: { allow: ['refund'], upTo: { minor: 500, currency: 'EUR' }, row: 1 },
    })
    expect(read('R1: none')).toMatchObject({ R1: { allow: [] } })
  })

  it.each(['2026-12-23T16:30', '2026-12-23T16:30:05', '2026-12-23T16:30:05.123Z', '2026-12-23T16:30+01:00'])(
    'stands at %s',
    (at) => {
      expect(documentOf(example(`at: "${at}"`, 'P1: none')).examples[0]?.at).toBe(at)
    },
  )

  it.each([
    ['channel: chat', 'P1: none', '23:22 missing-field an example needs “at”, when the ticket is created'],
    [
      'at: 2026-12-23',
      'P1: none',
      '23:28 bad-date “2026-12-23” is no date and time; write it as 2026-12-23T16:30 (local time), or with Z or +01:00',
    ],
    [
      'at: 2026-02-30T10:00',
      'P1: none',
      '23:28 bad-date “2026-02-30T10:00” is no date and time; February 2026 has 28 days',
    ],
    [
      'at: 2026-12-23T24:00',
      'P1: none',
      '23:28 bad-date “2026-12-23T24:00” is no date and time; write it as 2026-12-23T16:30 (local time), or with Z or +01:00',
    ],
    [`${AT}, chanel: chat`, 'P1: none', '23:46 unknown-fact there is no fact “chanel”; did you mean “channel”?'],
    [
      `${AT}, contacts: 3`,
      'P1: none',
      "23:46 fact-not-allowed “contacts” is counted from the ticket's log and cannot be given",
    ],
    [
      `${AT}, channel: caht`,
      'P1: none',
      '23:55 unknown-value there is no value of “channel” called “caht”; did you mean “chat”?',
    ],
    [`${AT}, channel: [chat]`, 'P1: none', '23:55 wrong-shape expected a value of “channel”, found a list'],
    [
      `${AT}, vip: maybe`,
      'P1: none',
      '23:51 unknown-value there is no value of “vip” called “maybe”; there are: no, yes, unknown',
    ],
    [`${AT}, users: 2.5`, 'P1: none', '23:53 unknown-value “2.5” is no value of “users”: expected a whole number'],
    [`${AT}, weight: heavy`, 'P1: none', '23:54 unknown-value “heavy” is no value of “weight”: expected a number'],
    [
      `${AT}, price: 10 USD`,
      'P1: none',
      '23:53 unknown-value “10 USD” is no value of “price”: this fact is in EUR and compares with no other currency; found USD',
    ],
    [
      `${AT}, price: 10 EUR x`,
      'P1: none',
      '23:53 unknown-value “10 EUR x” is no value of “price”: “x” is too much here',
    ],
    [
      `${AT}, wait: 2 days`,
      'P1: none',
      '23:52 unknown-value “2 days” is no value of “wait”: a day can be many lengths of time; write 48 h for 2 × 24 hours',
    ],
    [
      `${AT}, bought: 30 days`,
      'P1: none',
      '23:54 unknown-value “30 days” is no value of “bought”: expected a date such as 2026-12-24',
    ],
    [AT, 'P9: none', '23:58 unknown-clause there is no promise or remedy “P9”; did you mean “P1”?'],
    [
      AT,
      'P1: { due: soon }',
      '23:69 bad-date “soon” is no date and time; write it as 2026-12-23T16:30 (local time), or with Z or +01:00',
    ],
    [AT, 'P1: { row: 3 }', '23:69 unknown-value “P1” has 2 rows; there is no row 3'],
    [AT, 'R1: { row: 2 }', '23:69 unknown-value “R1” has 1 row; there is no row 2'],
    [AT, 'P1: { row: 0 }', '23:69 wrong-shape expected a whole number from 1 to 100000, found “0”'],
    [
      AT,
      'P1: { allow: refund }',
      '23:64 unknown-field there is no field in the outcome of a promise called “allow”; there are: due, row',
    ],
    [AT, 'P1: 5', '23:62 wrong-shape expected the outcome of a promise with its fields, found “5”'],
  ])('given %s and expecting %s is refused at its place', (given, expected, finding) => {
    expect(findingsIn(example(given, expected))).toEqual([finding])
  })
})
