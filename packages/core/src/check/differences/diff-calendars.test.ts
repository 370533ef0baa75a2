import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import { TargetComparer } from './compare-targets.ts'
import { ofRelation, openingParts, openingWitness } from './diff-calendars.ts'

const PROMISES = {
  none: '',
  office:
    'promises: [ { id: P1, audience: staff, clock: resolution, measured: [each], table: [ { contacts: 0, target: 2 days }, { target: 2 h of office } ] } ]\n',
  other:
    'promises: [ { id: P1, audience: staff, clock: resolution, measured: [each], table: [ { contacts: 0, target: 2 days }, { target: 2 h of other } ] } ]\n',
  channel:
    'channels: [ { id: C1, audience: public, channel: mail, state: open, address: a, says: { en: Mail. } }, { id: C2, audience: public, channel: chat, state: open, address: a, says: { en: Chat. }, hours: office } ]\n',
}

/** What is said of the calendar `office`, by these rules before and after, in charters that say this beside it. */
function between(old: string, fresh: string, beside: readonly [keyof typeof PROMISES, keyof typeof PROMISES]) {
  const [before, after] = [old, fresh].map((rules, index) =>
    charterOf(
      `calendars:\n  office: { ${rules} }\n  other: { open: { mon-fri: 09:00-17:00 } }\n${PROMISES[beside[index] ?? 'none']}`,
    ),
  )
  const [one, other] = [before?.document.calendars.get('office'), after?.document.calendars.get('office')]
  if (before === undefined || after === undefined || one === undefined || other === undefined) throw new Error('none')
  const comparer = new TargetComparer(before, after, AS_OF)
  return openingParts(one, other, [before.document, after.document], comparer)
}

const WEEK = 'open: { mon-fri: 09:00-17:00 }'
const told = (...asked: Parameters<typeof between>) => between(...asked).map(({ text, customers }) => [text, customers])

describe('what changed openings mean to customers', () => {
  const longer = 'open: { mon-thu: 09:00-17:00, fri: 09:00-18:00 }'
  const text = 'fri changed: 09:00-17:00 → 09:00-18:00'

  it('D6: is more, or less, where a promise or a channel of either version goes by the calendar', () => {
    for (const beside of [
      ['office', 'office'],
      ['office', 'other'],
      ['other', 'office'],
      ['none', 'office'],
      ['channel', 'none'],
      ['none', 'channel'],
    ] as const) {
      expect(told(WEEK, longer, beside)).toEqual([[text, 'more']])
      expect(told(longer, WEEK, beside)).toEqual([['fri changed: 09:00-18:00 → 09:00-17:00', 'less']])
    }
    expect(told(WEEK, longer, ['none', 'none'])).toEqual([[text, undefined]])
    expect(told(WEEK, longer, ['other', 'other'])).toEqual([[text, undefined]])
  })

  it('D6: is shown by an instant at which only one of them is open', () => {
    const at = '2026-11-27T16:00:00.000Z'
    expect(between(WEEK, longer, ['office', 'office'])[0]?.witness).toEqual({
      ticket: { at },
      old: { row: null, gives: 'closed' },
      new: { row: null, gives: 'open' },
    })
    expect(between(longer, WEEK, ['office', 'office'])[0]?.witness).toEqual({
      ticket: { at },
      old: { row: null, gives: 'open' },
      new: { row: null, gives: 'closed' },
    })
    expect(between(WEEK, longer, ['none', 'none'])[0]).not.toHaveProperty('witness')
  })

  it('D6: is both where hours went both ways, but closed dates tell by themselves', () => {
    const moved = 'open: { mon-thu: 09:00-17:00, fri: 10:00-18:00 }'
    const parts = between(`${WEEK}, closed: [2026-12-24]`, `${moved}, closed: [2026-12-28]`, ['office', 'office'])
    expect(parts.map(({ text: said, customers }) => [said, customers])).toEqual([
      ['fri changed: 09:00-17:00 → 10:00-18:00', 'both'],
      ['closed added: 2026-12-28', 'less'],
      ['closed removed: 2026-12-24', 'more'],
    ])
    expect(parts.every(({ witness }) => witness === undefined)).toBe(true)
  })

  it.each([
    ['mon', 'open: { tue-fri: 09:00-17:00 }'],
    ['tue', 'open: { mon: 09:00-17:00, wed-fri: 09:00-17:00 }'],
    ['wed', 'open: { mon-tue: 09:00-17:00, thu-fri: 09:00-17:00 }'],
    ['thu', 'open: { mon-wed: 09:00-17:00, fri: 09:00-17:00 }'],
    ['fri', 'open: { mon-thu: 09:00-17:00 }'],
    ['closed', `${WEEK}, closed: [2026-12-24]`],
    ['2026-12-24', `${WEEK}, on: { 2026-12-24: 09:00-12:00 }`],
  ])('D6: is told of %s', (about, fresh) => {
    expect(between(WEEK, fresh, ['office', 'office']).map((part) => [part.about, part.customers])).toEqual([
      [about, 'less'],
    ])
  })

  it('D6: is told of the weekend, the zone and nights', () => {
    const abouts = (old: string, fresh: string) =>
      between(old, fresh, ['office', 'office']).map(({ about, customers }) => [about, customers])
    expect(abouts(WEEK, `${WEEK.slice(0, -2)}, sat: 09:00-12:00, sun: 09:00-12:00 }`)).toEqual([
      ['sat', 'more'],
      ['sun', 'more'],
    ])
    expect(abouts(WEEK, `zone: Europe/Athens, ${WEEK}`)).toEqual([['zone', 'both']])
    const night = 'open: { thu: 22:00-06:00 }, closed: [2026-12-25]'
    expect(abouts(night, `${night}, night continues: true`)).toEqual([['night continues', 'more']])
  })

  it('D6: is nothing where the words or the source of the holidays changed alone', () => {
    const parts = between(WEEK, `${WEEK}, holidays from: the law, says: { en: Office }`, ['office', 'office'])
    expect(parts.map(({ about, customers }) => [about, customers])).toEqual([
      ['holidays from', undefined],
      ['wording', undefined],
    ])
    expect(between(WEEK, WEEK, ['office', 'office'])).toEqual([])
  })

  it('D6: follows from how the openings relate', () => {
    expect((['equal', 'wider', 'narrower', 'other'] as const).map((relation) => ofRelation(relation))).toEqual([
      undefined,
      'more',
      'less',
      'both',
    ])
    expect(openingWitness(AS_OF, 'equal')).toBeUndefined()
    expect(openingWitness(AS_OF, 'other')).toBeUndefined()
  })
})
