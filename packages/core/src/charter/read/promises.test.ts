import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD, withPromise, withRow } from '../../../test/charter-fixtures.ts'
import type { PromiseClause } from '../document.ts'

const promise = (fields: string): PromiseClause | undefined => documentOf(withPromise(fields)).promises[0]
const withClock = (clock: string): string => withPromise(`clock: ${clock}`)

describe('a promise', () => {
  it('without further words is for staff, measured each, decided again, and takes the first row that matches', () => {
    expect(promise('clock: next-response')).toMatchObject({
      id: 'P1',
      audience: 'staff',
      clock: { kind: 'next-response' },
      hit: 'first',
      pauses: [],
      measured: [{ kind: 'each' }],
      noAnswerNeeded: [],
      onChange: 'decide again',
    })
  })

  it('may be for a position, keep its row, and say what follows when it is broken', () => {
    expect(
      promise('clock: update-every\naudience: team-lead\non change: keep\nhit: unique\nif broken: { apologise: yes }'),
    ).toMatchObject({
      audience: { position: 'team-lead' },
      onChange: 'keep',
      hit: 'unique',
      ifBroken: { apologise: true },
    })
  })

  it('K8: adds its words for solving without an answer to those of the charter', () => {
    const text = `${withPromise('clock: next-response\nno answer needed: [thanks, spam]')}no answer needed: [duplicate, spam]\n`
    expect(documentOf(text).noAnswerNeeded).toEqual(['duplicate', 'spam', 'thanks'])
    expect(documentOf(text).promises[0]?.noAnswerNeeded).toEqual(['thanks', 'spam'])
  })

  it('K4: a resolution ends with solving, or with closing where it says so', () => {
    expect(promise('clock: resolution')?.clock).toEqual({ kind: 'resolution', until: 'solved' })
    expect(promise('clock: resolution\nuntil: closed')?.clock).toEqual({ kind: 'resolution', until: 'closed' })
    expect(findingsIn(withPromise('clock: next-response\nuntil: closed'))).toEqual([
      '23:12 fields-conflict only a resolution has “until”; other clocks end as their kind says',
    ])
  })

  it('K5: may run on declared events', () => {
    expect(
      promise(
        'clock: { from: ticket.created, until: repair.done, given up: repair.booked, each: once, pauses: on-hold }',
      ),
    ).toMatchObject({
      clock: {
        kind: 'declared',
        from: 'ticket.created',
        until: 'repair.done',
        givenUp: ['repair.booked'],
        each: 'once',
      },
      pauses: ['on-hold'],
    })
  })

  it('P1: has no pauses as a first response, and says them once', () => {
    expect(findingsIn(withPromise('clock: first-response\npauses: [on-hold]'))).toEqual([
      '23:13 fields-conflict a first response has no pauses: nobody has asked the customer for anything yet',
    ])
    expect(
      findingsIn(withPromise('clock: { from: repair.booked, until: repair.done, pauses: on-hold }\npauses: on-hold')),
    ).toEqual(['23:13 fields-conflict “pauses” stands in the clock already; keep one of the two'])
  })

  it.each([
    ['first-respnse', '22:12 unknown-value there is no clock “first-respnse”; did you mean “first-response”?'],
    [
      '[resolution]',
      '22:12 wrong-shape expected a clock: first-response, next-response, update-every, resolution, or { from: …, until: … }, found a list',
    ],
    ['{ from: repair.booked }', '22:12 missing-field a clock needs the field “until”'],
    [
      '{ from: repair.bookd, until: repair.done }',
      '22:20 unknown-event there is no event “repair.bookd”; did you mean “repair.booked”?',
    ],
    [
      '{ from: repair.booked, until: repair.booked }',
      '22:42 fields-conflict a clock cannot start and end with the same event, “repair.booked”',
    ],
    [
      '{ from: repair.booked, until: ticket.created }',
      '22:42 unknown-event there is no event “ticket.created”; there are: repair.booked, repair.done',
    ],
    [
      '{ from: message.sent, until: repair.done }',
      '22:20 unknown-event there is no event “message.sent”; there are: repair.booked, repair.done, ticket.created',
    ],
    [
      '{ from: repair.booked, until: repair.done, each: twice }',
      '22:61 unknown-value there is no value of “each” called “twice”; there are: once, every time',
    ],
    [
      '{ from: repair.booked, until: repair.done, given up: [repair.dne] }',
      '22:66 unknown-event there is no event “repair.dne”; did you mean “repair.done”?',
    ],
    [
      '{ form: repair.booked, until: repair.done }',
      '22:14 unknown-field there is no field in a clock called “form”; did you mean “from”?',
    ],
  ])('K5: the clock %s is refused at its place', (clock, finding) => {
    expect(findingsIn(withClock(clock))[0]).toBe(finding)
  })

  it.each([
    ['share: 95% a month', { kind: 'share', percent: 95, period: 'month' }],
    ['share: 99.5 % a quarter', { kind: 'share', percent: 99.5, period: 'quarter' }],
    ['share: 100% an year', { kind: 'share', percent: 100, period: 'year' }],
    ['mean: "<= 3 min a month"', { kind: 'mean', ms: 180_000, text: '<= 3 min a month', period: 'month' }],
    [
      'mean: at most 1 h 30 min a week',
      { kind: 'mean', ms: 5_400_000, text: 'at most 1 h 30 min a week', period: 'week' },
    ],
  ])('M1, M2: may be measured by %s', (measure, read) => {
    expect(promise(`clock: resolution\nmeasured: [ each, ${measure} ]`)?.measured).toEqual([{ kind: 'each' }, read])
    expect(promise(`clock: resolution\nmeasured: { ${measure} }`)?.measured).toEqual([read])
  })

  it.each([
    [
      '[eech]',
      '23:16 wrong-shape expected a measure (each, share: 95% a month, or mean: "<= 3 min a month"), found “eech”',
    ],
    ['[share: 95%]', '23:23 bad-measure “95%” is no share; write it as 95% a month, of more than 0% and at most 100%'],
    [
      '[share: 0% a month]',
      '23:23 bad-measure “0% a month” is no share; write it as 95% a month, of more than 0% and at most 100%',
    ],
    [
      '[share: 101% a month]',
      '23:23 bad-measure “101% a month” is no share; write it as 95% a month, of more than 0% and at most 100%',
    ],
    ['[share: 95% a moth]', '23:23 unknown-value there is no period “moth”; did you mean “month”?'],
    ['[mean: 3 min a month]', '23:22 bad-measure “3 min a month” is no mean; write it as "<= 3 min a month"'],
    [
      '[mean: "<= 3 days a month"]',
      '23:28 bad-measure “<= 3 days a month”: a day can be many lengths of time; write 72 h for 3 × 24 hours',
    ],
    [
      '[mean: "<= 3 min of office a month"]',
      '23:32 bad-measure “<= 3 min of office a month”: “of” is too much: a mean is counted as its promise is',
    ],
    ['[average: 3 min a month]', '23:16 bad-measure there is no measure “average”; there are: each, share, mean'],
    [
      '[{ share: 95% a month, mean: x }]',
      '23:16 wrong-shape expected a measure (each, share: 95% a month, or mean: "<= 3 min a month"), found a map',
    ],
  ])('measured by %s is refused at its place', (measured, finding) => {
    expect(findingsIn(withPromise(`clock: resolution\nmeasured: ${measured}`))).toEqual([finding])
  })

  it.each([
    ['objective: O1', '23:16 unknown-clause there is no objective “O1”; none is declared'],
    ['measued: each', '23:5 unknown-field there is no field in a promise called “measued”; did you mean “measured”?'],
    [
      'says: { en: "Within {tarqet}" }',
      '23:17 bad-text nothing fills the placeholder “{tarqet}”; possible here: {target}',
    ],
    ['says: { en: "Within {}" }', '23:17 bad-text nothing fills the placeholder “{}”; possible here: {target}'],
    ['because: { en: "{target}" }', '23:20 bad-text nothing fills the placeholder “{target}”; this text can hold none'],
    [
      'pauses: [waiting]',
      '23:14 unknown-value there is no pause state “waiting”; there are: waiting-for-customer, on-hold',
    ],
    ['on change: kept', '23:16 unknown-value there is no value of “on change” called “kept”; did you mean “keep”?'],
    ['hit: any', '23:10 unknown-value there is no hit policy “any”; there are: first, unique'],
    [
      'audience: team-laed',
      '23:15 unknown-position there is no audience or position “team-laed”; did you mean “team-lead”?',
    ],
    [
      'audience: [public]',
      '23:15 wrong-shape expected public, staff, a position, or customers by a fact, found a list',
    ],
    ['if broken: { remedy: R9 }', '23:26 unknown-clause there is no remedy “R9”; none is declared'],
    ['if broken: apologise', '23:16 wrong-shape expected “if broken” with its fields, found “apologise”'],
    ['when: { chanel: email }', '23:13 unknown-fact there is no fact “chanel”; did you mean “channel”?'],
    ['when: [channel]', '23:11 wrong-shape expected conditions by fact, as in { channel: email }, found a list'],
    ['no answer needed: [{}]', '23:24 wrong-shape expected a reason such as thanks, found a map'],
  ])('with %s is refused at its place', (field, finding) => {
    expect(findingsIn(withPromise(`clock: resolution\n${field}`))).toEqual([finding])
  })

  it.each([
    ['- { clock: resolution, table: [ { target: 14 days } ] }', '20:3 missing-field a promise needs the field “id”'],
    ['- { id: P1, table: [ { target: 14 days } ] }', '20:3 missing-field a promise needs the field “clock”'],
    ['- { id: P1, clock: resolution }', '20:3 missing-field a promise needs the field “table”'],
    ['- { id: P1, clock: resolution, table: [] }', '20:39 wrong-shape expected a list of rows, found a list'],
    [
      '- { id: P1, clock: resolution, table: [ 14 days ] }',
      '20:41 wrong-shape expected a row with its conditions, found “14 days”',
    ],
    ['- P1', '20:3 wrong-shape expected a promise with its fields, found “P1”'],
  ])('%s is refused at its place', (clause, finding) => {
    expect(findingsIn(`${HEAD}promises:\n${clause}\n`)).toEqual([finding])
  })

  it('stands in a list', () => {
    expect(findingsIn(`${HEAD}promises: P1\n`)).toEqual([
      '19:11 wrong-shape expected a list of promises, each beginning with “- id: …”, found “P1”',
    ])
  })

  it.each(['P1', 'P-1a', 'R2D2', 'Promise'])('may have the id %s', (id) => {
    expect(documentOf(withRow('').replace('id: P1', `id: ${id}`)).promises[0]?.id).toBe(id)
  })

  it.each(['p1', '1P', 'P 1', 'P_1', 'P.1', '"P1 "', 'Ω1'])('may not have the id %s', (id) => {
    expect(findingsIn(withRow('').replace('id: P1', `id: ${id}`))[0]).toContain('20:9 bad-name')
  })

  it('has an id of its own, among all kinds of clauses', () => {
    const text = `${withPromise('clock: resolution')}remedies:\n  - { id: P1, table: [ { allow: refund } ] }\n`
    expect(findingsIn(text)).toEqual(['24:11 named-twice the id “P1” was given already in line 20'])
    expect(findingsIn(`${text}escalation: []\n`)).toHaveLength(1)
  })
})

describe('a row', () => {
  it.each([
    ['tire: gold', '23:11 unknown-fact there is no fact “tire”; did you mean “tier”?'],
    ['targte: 2 h of office', '23:11 unknown-field there is no field “targte”; did you mean “target”?'],
    ['tier: glod', '23:17 unknown-value there is no value of “tier” called “glod”; did you mean “gold”?'],
    ['tier: "standard .. glod"', '23:30 unknown-value there is no value of “tier” called “glod”; did you mean “gold”?'],
    [
      'channel: [email, caht]',
      '23:28 unknown-value there is no value of “channel” called “caht”; did you mean “chat”?',
    ],
    ['channel: [email, [chat]]', '23:28 bad-condition expected a value, found a list, in the condition on “channel”'],
    [
      'channel: []',
      '23:20 bad-condition nothing stands in this list; write "-" for any, in the condition on “channel”',
    ],
    ['channel: { email: yes }', '23:20 bad-condition expected a condition, found a map, in the condition on “channel”'],
    [
      'channel: [email, null]',
      '23:28 bad-condition an empty place or “-” means any, and has no place in a list, in the condition on “channel”',
    ],
    [
      'users: 2.5',
      '23:18 bad-condition this fact is counted in whole numbers; “2.5” has decimals, in the condition on “users”',
    ],
    [
      'price: "> 100 USD"',
      '23:25 bad-condition this fact is in EUR and compares with no other currency; found USD, in the condition on “price”',
    ],
    [
      'audience: nobody',
      '23:21 unknown-position there is no audience or position “nobody”; there are: public, staff, agent, team-lead',
    ],
  ])('C1: with %s is refused at its place', (cells, finding) => {
    expect(findingsIn(withRow(cells))).toEqual([finding])
  })

  it('C3: may not look at an age up to now', () => {
    const reason =
      "only remedies and authority may use it. Declare it with { age: true } to count up to the ticket's creation"
    expect(findingsIn(withRow('owned: "< 30 days"'))).toEqual([
      `23:11 fact-not-allowed “owned” is an age up to now, which changes while a promise runs; ${reason}`,
    ])
    expect(findingsIn(withPromise('clock: resolution\nwhen: { owned: "< 30 days" }'))).toHaveLength(1)
    expect(
      findingsIn(`${HEAD}escalation:\n- { id: E1, when: { owned: "< 30 days" }, steps: [ { give to: agent } ] }\n`),
    ).toEqual([`20:21 fact-not-allowed “owned” is an age up to now, which changes while a ticket waits; ${reason}`])
    expect(
      findingsIn(
        `${HEAD}remedies:\n- { id: R1, when: { owned: "< 30 days" }, table: [ { owned: "< 1 year", allow: refund } ] }\n`,
      ),
    ).toEqual([])
  })

  it('C1: takes numbers and truth values as they are in YAML and JSON', () => {
    const cells = documentOf(withRow('users: 3, vip: true, channel: null, weight: 2.5')).promises[0]?.rows[0]?.cells
    expect([...(cells?.values() ?? [])].map(({ text }) => text)).toEqual(['3', 'true', '', '2.5'])
    expect(cells?.get('channel')?.accepts).toBe('any')
  })

  it('says what is too long', () => {
    expect(findingsIn(withRow(`channel: "${'email,'.repeat(400)}"`))).toEqual([
      '23:20 too-long this condition has 2400 characters; the most is 2000',
    ])
  })
})

describe('the ages of a column', () => {
  const rows = (...cells: string[]): string =>
    `${HEAD}remedies:\n  - id: R1\n    table:\n${cells.map((cell) => `      - { bought: "${cell}", allow: refund }\n`).join('')}`
  const clash = (place: string, cell: string, other: string): string =>
    `${place} cuts-out-of-order “${cell}” ${other} has no fixed order, since months differ in length; write both in days, or both in months`

  it.each<[string[], string[]]>([
    [['< 30 days', '< 1 month'], [clash('23:19', '< 1 month', 'beside “< 30 days” in line 22')]],
    [['< 1 month', '< 30 days'], [clash('23:19', '< 30 days', 'beside “< 1 month” in line 22')]],
    [
      ['< 30 days', '>= 2 years', '< 1 month', '<= 1 month'],
      [
        clash('24:19', '< 1 month', 'beside “< 30 days” in line 22'),
        clash('25:19', '<= 1 month', 'beside “< 30 days” in line 22'),
      ],
    ],
    [['30 days .. 1 month'], [clash('22:19', '30 days .. 1 month', 'in itself')]],
    [['< 28 days', '< 1 month', '< 31 days', '>= 31 days'], []],
    [['< 365 days', '< 1 year', '< 366 days', '>= 12 months'], []],
    [['<= 30 days', '> 30 days', '<= 1 month'], [clash('24:19', '<= 1 month', 'beside “<= 30 days” in line 22')]],
  ])('C4: %j have one order on every date, or are refused', (cells, findings) => {
    expect(findingsIn(rows(...cells))).toEqual(findings)
  })

  it('C4: are ordered together with those of the scope', () => {
    expect(
      findingsIn(
        withPromise('clock: resolution\nwhen: { bought: "< 30 days" }').replace(
          '{ target: 2 h of office }',
          '{ bought: "< 1 month", target: 14 days }',
        ),
      ),
    ).toEqual([
      clash('23:21', '< 30 days', 'x').replace(
        '23:21 cuts-out-of-order “< 30 days” x',
        '21:24 cuts-out-of-order “< 1 month” beside “< 30 days” in line 23',
      ),
    ])
  })
})

describe('a field that is misspelt', () => {
  it('is one finding, where it is a field of a row', () => {
    const text = withRow('').replace('target:', 'targt:')
    expect(findingsIn(text)).toEqual(['23:11 unknown-field there is no field “targt”; did you mean “target”?'])
  })

  it('is one finding, where the part needs it', () => {
    expect(findingsIn(withPromise('clok: resolution'))).toEqual([
      '22:5 unknown-field there is no field in a promise called “clok”; did you mean “clock”?',
    ])
  })

  it('is a fact, where a fact is nearer', () => {
    expect(findingsIn(withRow('tire: gold'))).toEqual([
      '23:11 unknown-fact there is no fact “tire”; did you mean “tier”?',
    ])
    const facts = withRow('targte: yes').replace('  vip:', '  targeted: yes or no\n  vip:')
    expect(findingsIn(facts)).toEqual(['24:11 unknown-field there is no field “targte”; did you mean “target”?'])
    expect(findingsIn(facts.replace('targte:', 'targted:'))).toEqual([
      '24:11 unknown-fact there is no fact “targted”; did you mean “targeted”?',
    ])
  })

  it('takes nothing from what is missing beside it', () => {
    expect(findingsIn(withRow('').replace('target:', 'audiance: public, x:'))[0]).toBe(
      '23:9 missing-field a row of a promise needs the field “target”',
    )
  })
})

describe('a text of a promise', () => {
  it('that is only a placeholder needs quotes', () => {
    expect(findingsIn(withPromise('clock: resolution\nsays: {target}'))).toEqual([
      '23:11 bad-text a text that begins with { needs quotes: "{target}"',
    ])
  })
})
