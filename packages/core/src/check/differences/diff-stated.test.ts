import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { diffCharters } from './diff.ts'
import { ofAddedPlain, ofLargerField } from './diff-stated.ts'

const HEAD = `${FACTS.replace('  office: {', '  late: { open: { mon-fri: 08:00-20:00 } }\n  early: { open: { mon-fri: 06:00-14:00 } }\n  office: {')}positions: [lead]\n`

function differenceOf(old: string, fresh: string, id: string) {
  return diffCharters(charterOf(HEAD + old), charterOf(HEAD + fresh), AS_OF).find((one) => one.id === id)
}

/** What customers get where a channel is written the other way. */
function channel(old: string, fresh: string, audience = 'public') {
  const text = (written: string) => {
    const state = written.includes('state:') ? '' : 'state: open, '
    return `channels:\n  - { id: C1, audience: ${audience}, channel: chat, ${state}address: a, says: { en: Chat. }${written === '' ? '' : `, ${written}`} }\n`
  }
  return differenceOf(text(old), text(fresh), 'C1')
}

describe('a public channel', () => {
  it.each<[string, string, string | undefined]>([
    ['state: planned', 'state: pilot', 'more'],
    ['state: pilot', 'state: open', 'more'],
    ['state: open', 'state: planned', 'less'],
    ['state: pilot', 'state: retiring, until: 2027-03-31', 'both'],
    ['from: 2026-06-01', 'from: 2026-05-01', 'more'],
    ['from: 2026-05-01', 'from: 2026-06-01', 'less'],
    ['from: 2026-05-01', '', 'more'],
    ['', 'from: 2026-05-01', 'less'],
    ['state: retiring, until: 2027-03-31', 'state: retiring, until: 2027-04-30', 'more'],
    ['state: retiring, until: 2027-03-31', 'state: retiring, until: 2027-02-28', 'less'],
    ['hours: office', 'hours: late', 'more'],
    ['hours: late', 'hours: office', 'less'],
    ['hours: early', 'hours: office', 'both'],
    ['', 'hours: office', 'both'],
    ['hours: office', '', 'both'],
    ['', 'after hours: { answers: bot }', 'more'],
    ['after hours: { answers: bot }', '', 'less'],
    ['after hours: { answers: bot }', 'after hours: { answers: nobody }', 'less'],
    ['after hours: { answers: nobody }', 'after hours: { answers: message }', 'more'],
    ['after hours: { answers: bot }', 'after hours: { answers: message }', 'both'],
    ['', 'after hours: { answers: nobody }', undefined],
    ['after hours: { answers: bot }', 'after hours: { answers: bot, person: 2 h of office }', 'more'],
    ['after hours: { answers: bot, person: 2 h of office }', 'after hours: { answers: bot }', 'less'],
    [
      'after hours: { answers: bot, person: 2 h of office }',
      'after hours: { answers: bot, person: 1 h of office }',
      'more',
    ],
    [
      'after hours: { answers: bot, person: 2 h of office }',
      'after hours: { answers: bot, person: 3 h of office }',
      'less',
    ],
    [
      'after hours: { answers: bot, person: 2 h of office }',
      'after hours: { answers: bot, person: 120 min of office }',
      undefined,
    ],
    ['after hours: { answers: bot, person: 2 h of office }', 'after hours: { answers: bot, person: 2 days }', 'both'],
  ])('D8: where %j becomes %j, customers get: %s', (old, fresh, customers) => {
    expect(channel(old, fresh)?.customers).toBe(customers)
  })

  it.each<[string, string, (readonly [string, string | undefined])[]]>([
    [
      'state: pilot',
      'state: retiring, until: 2027-03-31',
      [
        ['state', 'both'],
        ['until', 'less'],
      ],
    ],
    ['state: open', 'state: open, owner: lead', [['owner', undefined]]],
    ['after hours: { answers: bot }', 'after hours: { answers: message }', [['after hours', 'both']]],
    ['after hours: { answers: nobody }', '', [['after hours', undefined]]],
    ['hours: office', 'hours: late', [['hours', 'more']]],
    ['hours: early', 'hours: late', [['hours', 'both']]],
  ])('D8: from %j to %j tells of each part by itself', (old, fresh, parts) => {
    const told = channel(old, fresh)?.parts ?? []
    expect(told.map((part) => [part.about, part.customers])).toEqual(parts)
    for (const part of told) expect('witness' in part).toBe(part.customers === 'more')
  })

  it('D8: shows hours that changed by an instant', () => {
    expect(channel('hours: office', 'hours: late')?.parts).toMatchObject([
      {
        about: 'hours',
        customers: 'more',
        witness: {
          ticket: { at: expect.any(String) },
          old: { row: null, gives: 'closed' },
          new: { row: null, gives: 'open' },
        },
      },
    ])
  })

  it('D8: is more where staff alone knew it, less where they alone still do, and nothing to customers among staff', () => {
    const text = (audience: string, more = '') =>
      `channels:\n  - { id: C1, audience: ${audience}, channel: chat, state: open, address: a, says: { en: Chat. }${more} }\n`
    expect(differenceOf(text('staff'), text('public'), 'C1')?.customers).toBe('more')
    expect(differenceOf(text('public'), text('staff'), 'C1')?.customers).toBe('less')
    expect(differenceOf(text('staff'), text('lead'), 'C1')?.customers).toBeUndefined()
    expect(channel('hours: office', 'hours: late', 'staff')?.customers).toBeUndefined()
    expect(channel('hours: office', 'hours: late', 'staff')?.parts).toHaveLength(1)
  })

  it('D2: that is new is more, one that is gone less, unless it is planned or for staff', () => {
    const text = (state: string, audience: string) =>
      `channels:\n  - { id: C1, audience: ${audience}, channel: chat, state: ${state}, address: a, says: { en: Chat. } }\n`
    const none = ''
    expect(differenceOf(none, text('open', 'public'), 'C1')?.customers).toBe('more')
    expect(differenceOf(text('pilot', 'public'), none, 'C1')?.customers).toBe('less')
    expect(differenceOf(none, text('planned', 'public'), 'C1')?.customers).toBeUndefined()
    expect(differenceOf(none, text('open', 'staff'), 'C1')?.customers).toBeUndefined()
  })
})

describe('a public objective', () => {
  const text = (written: string, audience = 'public') =>
    `objectives:\n  - { id: O1, audience: ${audience}, owner: lead, review: 2027-06-30, says: { en: Sooner. }, ${written} }\n`
  const share = 'measure: satisfaction, target: 95%, by: 2027-06-30'

  it.each<[string, string, string | undefined]>([
    [share, share.replace('95%', '96%'), 'more'],
    [share, share.replace('95%', '90%'), 'less'],
    [share, share.replace('2027-06-30', '2027-05-31'), 'more'],
    [share, share.replace('2027-06-30', '2027-07-31'), 'less'],
    [share, `${share}, stretch: 99%`, undefined],
  ])('D8: where %j becomes %j, customers get: %s', (old, fresh, customers) => {
    expect(differenceOf(text(old), text(fresh), 'O1')?.customers).toBe(customers)
    expect(differenceOf(text(old, 'staff'), text(fresh, 'staff'), 'O1')?.customers).toBeUndefined()
  })

  it('D8: is more by a shorter time', () => {
    const promise =
      'promises:\n  - { id: P1, audience: staff, clock: resolution, measured: [each], table: [ { target: 2 days } ] }\n'
    const time = (target: string) => `measure: median(P1), target: ${target}, by: 2027-06-30`
    const between = (old: string, fresh: string) =>
      differenceOf(promise + text(old), promise + text(fresh), 'O1')?.customers
    expect(between(time('3 h'), time('2 h'))).toBe('more')
    expect(between(time('3 h'), time('4 h'))).toBe('less')
    expect(between(time('3 h'), time('180 min'))).toBeUndefined()
    // Another measure has another figure.
    expect(between(time('3 h'), share)).toBe('both')
    expect(between(share, time('3 h'))).toBe('both')
    expect(between(time('3 h'), time('2 h').replace('median', 'mean'))).toBe('both')
  })

  it('D2: that is new is more, for staff it is nothing to customers', () => {
    expect(differenceOf('', text(share), 'O1')?.customers).toBe('more')
    expect(differenceOf(text(share), '', 'O1')?.customers).toBe('less')
    expect(differenceOf('', text(share, 'staff'), 'O1')?.customers).toBeUndefined()
  })
})

describe('an exclusion', () => {
  const text = (when: string) => `exclusions:\n  - { id: X1, audience: public, ${when}says: { en: Not that. } }\n`

  it.each<[string, string, string | undefined]>([
    ['when: { tier: gold }, ', 'when: { tier: [gold, free] }, ', 'less'],
    ['when: { tier: [gold, free] }, ', 'when: { tier: gold }, ', 'more'],
    ['when: { tier: gold }, ', 'when: { tier: free }, ', 'both'],
    ['when: { tier: gold }, ', 'when: { tier: "not [free, standard]" }, ', undefined],
    ['when: { tier: gold }, ', '', 'less'],
  ])('D5: where %j becomes %j, customers get: %s', (old, fresh, customers) => {
    expect(differenceOf(text(old), text(fresh), 'X1')?.customers).toBe(customers)
  })

  it('D5: that is new is less, one that is gone more', () => {
    expect(differenceOf('', text(''), 'X1')?.customers).toBe('less')
    expect(differenceOf(text(''), '', 'X1')?.customers).toBe('more')
  })

  it('D5: is told of a scope that asks one fact more', () => {
    const charter = (when: string) => {
      const facts = Array.from({ length: 2 }, (_, index) => `  f${index}: { one of: [a, b] }\n`).join('')
      return charterOf(`facts:\n${facts}${text(when)}`)
    }
    const [one, other] = [charter('when: { f0: a }, '), charter('when: { f0: a, f1: b }, ')]
    const [difference] = diffCharters(one, other, AS_OF)
    expect(difference).toMatchObject({ id: 'X1', customers: 'more' })
    expect(difference?.parts[0]?.witness).toEqual({
      ticket: { f0: 'a', f1: 'a' },
      old: { row: null, gives: 'excluded' },
      new: { row: null, gives: 'not excluded' },
    })
  })

  it('D5: shows a ticket that it is newly about, or else one that it is no longer about', () => {
    const witness = (old: string, fresh: string) =>
      differenceOf(text(`when: { tier: ${old} }, `), text(`when: { tier: ${fresh} }, `), 'X1')?.parts[0]?.witness
    expect(witness('gold', 'free')).toEqual({
      ticket: { tier: 'free' },
      old: { row: null, gives: 'not excluded' },
      new: { row: null, gives: 'excluded' },
    })
    expect(witness('[gold, free]', 'free')).toEqual({
      ticket: { tier: 'gold' },
      old: { row: null, gives: 'excluded' },
      new: { row: null, gives: 'not excluded' },
    })
  })
})

describe('a kind that is a table of fields', () => {
  it.each([
    ['less', false, 'less'],
    ['less', true, 'less'],
    ['more', false, undefined],
    ['more', true, 'more'],
    [undefined, true, undefined],
  ] as const)('D5: whose clauses give %s, public: %s, gives %s by a new one', (gives, isPublic, get) => {
    expect(ofAddedPlain(gives, isPublic)).toBe(get)
  })

  it.each([
    ['more', 1, 2, 'more'],
    ['more', 2, 1, 'less'],
    ['more', 1, undefined, 'more'],
    ['less', 1, 2, 'less'],
    ['less', 2, 1, 'more'],
    ['less', undefined, 1, 'less'],
    ['less', undefined, undefined, undefined],
    ['more', 3, 3, undefined],
  ] as const)('D8: a field that gives %s as it grows, from %s to %s, gives %s', (larger, old, fresh, get) => {
    expect(ofLargerField(larger, old, fresh)).toBe(get)
  })
})

describe('what says nothing of tickets', () => {
  it.each<[kind: string, id: string, text: (word: string) => string]>([
    ['a value', 'V1', (word) => `values:\n  - { id: V1, audience: public, says: { en: ${word}. } }\n`],
    ['a procedure', 'D1', (word) => `procedures:\n  - { id: D1, steps: [ { do: { en: ${word}. } } ] }\n`],
    ['a tone', 'T1', (word) => `tone:\n  - { id: T1, language: en, address: ${word} }\n`],
  ])('D9: means nothing to customers: %s', (_, id, text) => {
    expect(differenceOf(text('One'), text('Two'), id)?.parts).toHaveLength(1)
    for (const [old, fresh] of [
      [text('One'), text('Two')],
      ['', text('One')],
      [text('One'), ''],
    ] as const) {
      const difference = differenceOf(old, fresh, id)
      expect(difference).toBeDefined()
      expect(difference).not.toHaveProperty('customers')
    }
  })

  it('D7: a crisis is both in what it amends, nothing in its words', () => {
    const promise =
      '  - { id: P1, audience: staff, clock: resolution, measured: [each], table: [ { target: 2 days } ] }\n'
    const text = (times: number, says: string) =>
      `promises:\n${promise}crisis:\n  - { id: Z1, from: 2027-02-01T00:00, until: 2027-02-15T00:00, says: { en: ${says}. }, because: { en: So. }, amends: [ { promise: P1, times: ${times} } ] }\n`
    expect(differenceOf(text(2, 'Flood'), text(3, 'Flood'), 'Z1')?.customers).toBe('both')
    expect(differenceOf(text(2, 'Flood'), text(2, 'Storm'), 'Z1')?.parts).toHaveLength(1)
    for (const kept of ['owner: lead', 'review: 2027-06-30']) {
      const owned = text(2, 'Flood').replace('amends:', `${kept}, amends:`)
      expect(differenceOf(text(2, 'Flood'), owned, 'Z1')?.parts.map(({ customers }) => customers)).toEqual([undefined])
    }
    expect(differenceOf(text(2, 'Flood'), text(2, 'Storm'), 'Z1')).not.toHaveProperty('customers')
    expect(differenceOf(`promises:\n${promise}`, text(2, 'Flood'), 'Z1')?.customers).toBe('less')
    expect(differenceOf(text(2, 'Flood'), `promises:\n${promise}`, 'Z1')?.customers).toBe('more')
  })
})
