import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD } from '../../../test/charter-fixtures.ts'
import { parseDate } from '../../calendar/index.ts'

const CLAUSES = `${HEAD}promises:
  - { id: P1, clock: first-response, table: [ { target: 4 h of office } ] }
remedies:
  - { id: R1, table: [ { allow: refund } ] }
`
const withLines = (lines: string): string => `${CLAUSES}${lines}\n`
/** What is found in one clause of a section, which stands in line 24. */
const found = (section: string, clause: string) => findingsIn(withLines(`${section}:\n  - { ${clause} }`))
const day = parseDate('2027-06-30')

describe('every kind of clause', () => {
  it('has a reason, an owner, an objective that it serves and a date of review', () => {
    const document = documentOf(`${HEAD}objectives:
  - { id: O1, says: { en: Fast }, measure: satisfaction, target: 90%, by: 2027-06-30 }
promises:
  - { id: P1, clock: resolution, owner: team-lead, objective: O1, review: 2027-06-30, table: [ { target: 14 days } ] }
remedies:
  - { id: R1, owner: team-lead, objective: O1, review: 2027-06-30, table: [ { allow: refund } ] }
authority:
  - { id: A1, position: agent, may: refund, owner: team-lead, objective: O1, review: 2027-06-30 }
escalation:
  - { id: E1, for: P1, owner: team-lead, objective: O1, review: 2027-06-30, steps: [ { at: 75%, tell: agent } ] }
tone:
  - { id: T1, language: it, because: { en: So they do. }, owner: team-lead, objective: O1, review: 2027-06-30 }
`)
    const { promises, remedies, authority, escalation, tone } = document
    for (const clause of [...promises, ...remedies, ...authority, ...escalation, ...tone])
      expect(clause).toMatchObject({ owner: 'team-lead', objective: 'O1', review: day })
    expect(tone[0]?.because?.by.get('en')).toBe('So they do.')
  })

  it('refuses an owner and an objective that are not there, and what is no date', () => {
    expect(found('exclusions', 'id: X1, says: { en: No }, owner: boss')).toEqual([
      '24:40 unknown-position there is no position “boss”; there are: agent, team-lead',
    ])
    expect(found('exclusions', 'id: X1, says: { en: No }, objective: O9')).toEqual([
      '24:44 unknown-clause there is no objective “O9”; none is declared',
    ])
    expect(found('exclusions', 'id: X1, says: { en: No }, review: soon')).toEqual([
      '24:41 bad-date “soon” is no date; write it as 2026-12-24',
    ])
  })

  it('shares one space of ids with all others', () => {
    expect(found('values', 'id: P1, says: { en: Care }')).toEqual([
      '24:11 named-twice the id “P1” was given already in line 20',
    ])
  })
})

describe('a value', () => {
  it('names the clauses by which it shows, whatever their kind and place', () => {
    const text = withLines(
      'values: [ { id: V1, audience: public, says: { en: Care }, shown by: [P1, X1] } ]\nexclusions: [ { id: X1, says: { en: No } } ]',
    )
    expect(documentOf(text).values).toMatchObject([
      { kind: 'value', id: 'V1', audience: 'public', shownBy: ['P1', 'X1'] },
    ])
    expect(found('values', 'id: V1, says: { en: Care }, shown by: P2')).toEqual([
      '24:45 unknown-clause there is no clause “P2”; did you mean “P1”?',
    ])
  })
})

describe('an objective', () => {
  const FIELDS = 'id: O1, says: { en: Fast }, by: 2027-06-30'

  it.each([
    ['kept(P1)', '95%', { kind: 'kept', promise: 'P1' }, { kind: 'percent', percent: 95 }],
    ['median( P1 )', '1 h 30 min', { kind: 'median', promise: 'P1' }, { kind: 'time', ms: 5_400_000 }],
    ['mean(P1)', '3 min', { kind: 'mean', promise: 'P1' }, { kind: 'time', ms: 180_000 }],
    ['satisfaction', '92.5 %', { kind: 'satisfaction' }, { kind: 'percent', percent: 92.5 }],
    ['granted-without-asking', '100%', { kind: 'granted-without-asking' }, { kind: 'percent', percent: 100 }],
  ])('goes by %s', (measure, target, asMeasure, asTarget) => {
    const text = withLines(`objectives: [ { ${FIELDS}, measure: ${measure}, target: ${target} } ]`)
    expect(documentOf(text).objectives).toMatchObject([{ by: day, measure: asMeasure, target: asTarget }])
  })

  it('has what others claim, with where and when it was read', () => {
    const text = withLines(`values: [ { id: V1, says: { en: Care } } ]
objectives:
  - id: O1
    value: V1
    says: { en: Fast }
    measure: kept(P1)
    target: 95%
    stretch: 99%
    baseline: 80%
    by: 2027-06-30
    benchmarks:
      - { of: Rival Ltd, claims: 4 h, source: their page, date: 2027-06-30, channel: email, stance: parity }`)
    expect(documentOf(text).objectives).toMatchObject([
      {
        value: 'V1',
        stretch: { percent: 99 },
        baseline: { percent: 80 },
        benchmarks: [{ of: 'Rival Ltd', claims: { ms: 14_400_000 }, date: day, channel: 'email', stance: 'parity' }],
      },
    ])
  })

  it.each([
    [
      'measure: speed, target: 9%',
      '24:60 wrong-shape expected what is measured: kept(P1), median(P1), mean(P1), satisfaction or granted-without-asking, found “speed”',
    ],
    ['measure: kept(P2), target: 9%', '24:60 unknown-clause there is no promise “P2”; did you mean “P1”?'],
    ['measure: kept(P1), target: 4 h', '24:78 bad-measure “4 h” does not fit: “kept” is a share such as 95%'],
    ['measure: mean(P1), target: 95%', '24:78 bad-measure “95%” does not fit: “mean” is a time such as 4 h'],
    [
      'measure: satisfaction, target: 101%',
      '24:82 wrong-shape expected a share of at most 100% such as 95%, or a time such as 4 h, found “101%”',
    ],
    ['measure: satisfaction, target: 9%, value: V9', '24:93 unknown-clause there is no value “V9”; none is declared'],
  ])('with %s is refused at its place', (fields, finding) => {
    expect(found('objectives', `${FIELDS}, ${fields}`)).toEqual([finding])
  })
})

describe('a procedure', () => {
  it('is steps of eight kinds, with branches and the fields of a hand-over', () => {
    const text = withLines(`procedures:
  - id: D1
    when: { tier: gold }
    standards: [P1]
    steps:
      - { name: first, ask: photo }
      - { decide: R1, when: { channel: email } }
      - { send: reply-damaged }
      - { wait: customer, at most: 5 days, next: first }
      - { approve: team-lead }
      - { automate: send-label }
      - { do: { en: Ring the workshop. } }
      - { hand over: team-lead, needs: [order, tried], next: end }`)
    const [clause] = documentOf(text).procedures
    expect(clause).toMatchObject({ kind: 'procedure', audience: 'staff', standards: ['P1'] })
    expect(
      clause?.steps.map(({ action, next }) => ({ ...action, ...(next === undefined ? {} : { next }) })),
    ).toMatchObject([
      { kind: 'ask', what: 'photo' },
      { kind: 'decide', remedy: 'R1' },
      { kind: 'send', reply: 'reply-damaged' },
      { kind: 'wait', party: 'customer', atMost: { kind: 'dates', span: { unit: 'day', count: 5 } }, next: 'first' },
      { kind: 'approve', position: 'team-lead' },
      { kind: 'automate', what: 'send-label' },
      { kind: 'do' },
      { kind: 'hand over', position: 'team-lead', needs: ['order', 'tried'], next: 'end' },
    ])
    expect([...(clause?.steps[1]?.when.keys() ?? [])]).toEqual(['channel'])
  })

  it.each([
    ['', '24:24 missing-field a step does one thing: do, ask, decide, send, wait, approve, automate, hand over'],
    ['ask: photo, send: x', '24:44 fields-conflict a step does one thing: “ask” or “send”; make two of them'],
    ['decide: R2', '24:34 unknown-clause there is no remedy “R2”; did you mean “R1”?'],
    ['ask: photo, at most: 5 days', '24:47 fields-conflict only “wait” has “at most”'],
    ['ask: photo, needs: order', '24:45 fields-conflict only “hand over” has “needs”'],
    ['ask: photo, next: lst', '24:44 unknown-value there is no step “lst”; there are: end'],
    ['ask: photo, name: end', '24:44 reserved-name “end” has a meaning of its own; give the step another name'],
    ['ask: a, name: b }, { ask: c, name: b', '24:61 named-twice a step was called “b” already in line 24'],
    ['approve: boss', '24:35 unknown-position there is no position “boss”; there are: agent, team-lead'],
  ])('with the step { %s } is refused at its place', (step, finding) => {
    expect(found('procedures', `id: D1, steps: [ { ${step} } ]`)).toEqual([finding])
  })

  it('needs a step', () => {
    expect(found('procedures', 'id: D1, steps: []')).toEqual([
      '24:22 missing-field a procedure needs at least one step',
    ])
  })
})

describe('a channel', () => {
  it('says since when, in which hours, and when a person takes over', () => {
    const text = withLines(`channels:
  - id: C1
    audience: public
    channel: chat
    state: retiring
    until: 2027-06-30
    hours: office
    address: chat.example
    after hours: { answers: bot, person: 2 h of office, through: C2 }
    moves to: C2
    best for: [ { tier: gold }, { owned: "> 2 years", vip: no } ]
  - { id: C2, channel: email, state: open }`)
    const cases = documentOf(text).channels[0]?.bestFor.map((one) => [...one.keys()])
    expect(cases).toEqual([['tier'], ['owned', 'vip']])
    expect(documentOf(text).channels).toMatchObject([
      {
        kind: 'channel',
        channel: 'chat',
        state: 'retiring',
        until: day,
        hours: 'office',
        afterHours: {
          answers: 'bot',
          person: { kind: 'opening', ms: 7_200_000 },
          text: '2 h of office',
          through: 'C2',
        },
        movesTo: 'C2',
      },
      { audience: 'staff', state: 'open', bestFor: [] },
    ])
  })

  it.each([
    ['channel: fax, state: open', '24:24 unknown-value there is no channel “fax”; there are: email, chat, phone'],
    [
      'channel: chat, state: shut',
      '24:37 unknown-value there is no state of a channel “shut”; there are: planned, pilot, open, retiring',
    ],
    ['channel: chat, state: retiring', '24:5 missing-field a channel that is retiring needs “until”, its last day'],
    [
      'channel: chat, state: open, until: 2027-01-01',
      '24:50 fields-conflict only a channel that is retiring ends; this one is open',
    ],
    [
      'channel: chat, state: open, hours: nights',
      '24:50 unknown-calendar there is no calendar “nights”; there are: office',
    ],
    [
      'channel: chat, state: open, best for: [ { reason: late } ]',
      '24:57 unknown-fact there is no fact “reason”; there are: channel, tier, price, bought, owned, vip, users, weight, wait, contacts, messages, reopenings, …',
    ],
    ['channel: chat, state: open, moves to: C3', '24:53 unknown-clause there is no channel “C3”; did you mean “C1”?'],
  ])('with %s is refused at its place', (fields, finding) => {
    expect(found('channels', `id: C1, ${fields}`)).toEqual([finding])
  })
})

describe('routing', () => {
  it('is a table of teams and skills', () => {
    const text = withLines(
      'routing: [ { id: G1, hit: unique, table: [ { channel: phone, to: voices, skills: [italian] }, { to: letters } ] } ]',
    )
    expect(documentOf(text).routing).toMatchObject([
      {
        kind: 'routing',
        hit: 'unique',
        rows: [
          { to: 'voices', skills: ['italian'] },
          { to: 'letters', skills: [] },
        ],
      },
    ])
    expect(found('routing', 'id: G1, table: [ { channel: phone } ]')).toEqual([
      '24:24 missing-field a row of routing needs the field “to”',
    ])
  })
})

describe('a tone', () => {
  it('has a language, a form of address, words never used and parts of an answer', () => {
    const text = withLines(
      'tone: [ { id: T1, language: it, address: Lei, never: [le faremo sapere], instead: a date, needs: [greeting, next-step] } ]',
    )
    expect(documentOf(text).tone).toMatchObject([
      {
        language: 'it',
        address: 'Lei',
        never: ['le faremo sapere'],
        instead: 'a date',
        needs: ['greeting', 'next-step'],
      },
    ])
    expect(found('tone', 'id: T1, language: Italian')).toEqual([
      '24:25 bad-name “Italian” is no code of a language; write it as en, pl or pt-BR',
    ])
  })
})

describe('an exclusion', () => {
  it('says what cannot be done, for which cases, and what to do in its place; a remedy’s row tells it', () => {
    const text = `${HEAD}exclusions:
  - { id: X1, audience: public, says: { en: No resellers }, instead: { en: Ask the shop }, when: { owned: "> 2 years" } }
remedies:
  - { id: R1, table: [ { allow: apology, tell: [X1] } ] }
`
    const { exclusions, remedies } = documentOf(text)
    expect(exclusions).toMatchObject([{ kind: 'exclusion', audience: 'public' }])
    expect(exclusions[0]?.instead?.by.get('en')).toBe('Ask the shop')
    expect(remedies[0]?.rows).toMatchObject([{ tell: ['X1'] }])
  })
})

describe('an agreement', () => {
  it('is with a team or a supplier, for promises that rest on it', () => {
    const text = withLines(
      'agreements: [ { id: L1, team: workshop, for: P1, table: [ { tier: gold, target: 2 h of office }, { target: 3 days } ] } ]',
    )
    expect(documentOf(text).agreements).toMatchObject([
      {
        kind: 'agreement',
        with: 'team',
        party: 'workshop',
        for: ['P1'],
        rows: [{ targetText: '2 h of office' }, { targetText: '3 days' }],
      },
    ])
  })

  it.each([
    [
      'for: P1, table: [ { target: 3 days } ]',
      '24:5 missing-field an agreement needs “team” or “supplier”: who gives it',
    ],
    [
      'team: a, supplier: B, for: P1, table: [ { target: 3 days } ]',
      '24:34 fields-conflict “team” and “supplier” exclude each other; keep one',
    ],
    [
      'team: a, for: P3, table: [ { target: 3 days } ]',
      '24:29 unknown-clause there is no promise “P3”; did you mean “P1”?',
    ],
  ])('with %s is refused at its place', (fields, finding) => {
    expect(found('agreements', `id: L1, ${fields}`)).toEqual([finding])
  })
})

describe('a promise', () => {
  it('has the related provisions of a code of conduct: conditions, limits, contact, complaints', () => {
    const [promise] = documentOf(`${HEAD}promises:
  - id: P1
    clock: resolution
    conditions: { en: You give the order number. }
    limits: { en: Not at trade fairs. }
    contact: { en: care@acme.example }
    complaints: { en: The head of service answers. }
    table: [ { target: 14 days } ]
`).promises
    expect(promise?.conditions?.by.get('en')).toBe('You give the order number.')
    expect(promise?.limits?.by.get('en')).toBe('Not at trade fairs.')
    expect(promise?.contact?.by.get('en')).toBe('care@acme.example')
    expect(promise?.complaints?.by.get('en')).toBe('The head of service answers.')
  })
})
