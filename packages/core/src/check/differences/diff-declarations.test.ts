import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf } from '../../../test/check/charter-texts.ts'
import type { CharterDocument } from '../../charter/index.ts'
import { diffCharters } from './diff.ts'
import { calendarParts, charterParts, factParts, typeWords } from './diff-declarations.ts'
import type { DifferencePart } from './difference.ts'

const texts = (parts: readonly DifferencePart[]) => parts.map(({ text }) => text)
const says = (parts: readonly DifferencePart[]) => parts.map((part) => part.says)

function factOf(written: string) {
  const fact = charterOf(`facts:\n  a: ${written}\n`, { languages: '[en, pl]' }).document.facts.get('a')
  if (fact === undefined) throw new Error('no fact')
  return fact
}

describe('what changed about a fact', () => {
  const between = (old: string, fresh: string) => factParts(factOf(old), factOf(fresh))

  it.each([
    ['{ one of: [a, b] }', 'one of'],
    ['{ in order: [a, b] }', 'in order'],
    ['yes or no', 'yes-no'],
    ['number', 'number'],
    ['duration', 'duration'],
    ['money EUR', 'money EUR'],
    ['{ age: true }', 'age'],
    ['{ age: now }', 'age now'],
  ])('%s is told as “%s”', (written, words) => {
    expect(typeWords(factOf(written).type)).toBe(words)
    expect(between(written, written)).toEqual([])
    if (words !== 'number')
      expect(between('number', written)).toEqual([
        {
          about: 'type',
          change: 'changed',
          text: `type changed: number → ${words}`,
          says: { form: 'type', data: {}, before: 'number', after: words },
          old: 'number',
          new: words,
        },
      ])
  })

  it('is told of a choice that is none now', () => {
    expect(texts(between('{ one of: [a, b] }', 'number'))).toEqual(['type changed: one of → number'])
    expect(texts(between('yes or no', '{ in order: [a, b] }'))).toEqual(['type changed: yes-no → in order'])
  })

  it('is told of its values, those that came first', () => {
    expect(between('{ one of: [a, b, c] }', '{ one of: [d, c, e, a] }')).toEqual([
      {
        about: 'values',
        change: 'added',
        text: 'values added: d, e',
        says: { form: 'values.added', data: { names: ['d', 'e'] } },
        new: 'd, e',
      },
      {
        about: 'values',
        change: 'removed',
        text: 'values removed: b',
        says: { form: 'values.removed', data: { names: ['b'] } },
        old: 'b',
      },
    ])
  })

  it('is told of the order of the values that both have, where one of them has an order', () => {
    expect(texts(between('{ in order: [a, b, c] }', '{ in order: [c, a, d] }'))).toEqual([
      'values added: d',
      'values removed: b',
      'order changed: a < c → c < a',
    ])
    expect(texts(between('{ in order: [a, b, c] }', '{ in order: [a, d, c] }'))).toEqual([
      'values added: d',
      'values removed: b',
    ])
    expect(texts(between('{ one of: [a, b] }', '{ one of: [b, a] }'))).toEqual([])
    const [part] = between('{ in order: [a, b] }', '{ one of: [a, b] }')
    expect(part).toMatchObject({ text: 'order changed: a < b → none', says: { before: ['a', 'b'], after: null } })
    expect(says(between('{ one of: [a, b] }', '{ in order: [b, a] }'))).toEqual([
      { form: 'order', data: {}, before: null, after: ['b', 'a'] },
    ])
  })

  it('is told of its own words and those of its values, whichever version has them', () => {
    const plain = '{ one of: [a, b] }'
    const named =
      '{ one of: [a, b], says: { en: Kind }, values say: { a: { en: First, pl: Pierwszy }, b: { en: Second } } }'
    expect(texts(between(plain, named))).toEqual([
      'the words of “says” changed in en',
      'the words of “a” changed in en and pl',
      'the words of “b” changed in en',
    ])
    expect(says(between(named, plain))).toEqual([
      { form: 'words.says', data: { languages: ['en'] }, before: 'Kind', after: null },
      { form: 'words.value', data: { value: 'a', languages: ['en', 'pl'] }, before: 'First', after: null },
      { form: 'words.value', data: { value: 'b', languages: ['en'] }, before: 'Second', after: null },
    ])
  })
})

describe('what changed about a calendar', () => {
  const calendarOf = (rules: string) => {
    const calendar = charterOf(`calendars:\n  office: { ${rules} }\n`).document.calendars.get('office')
    if (calendar === undefined) throw new Error('no calendar')
    return calendar
  }
  const between = (old: string, fresh: string) => calendarParts(calendarOf(old), calendarOf(fresh))

  it.each(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])('is told of a %s by itself', (weekday) => {
    const parts = between('open: { mon-sun: 09:00-17:00 }', `open: { ${othersOf(weekday)}${weekday}: 08:05-12:30 }`)
    expect(texts(parts)).toEqual([`${weekday} changed: 09:00-17:00 → 08:05-12:30`])
    expect(says(parts)).toEqual([
      { form: 'weekday', data: { weekday }, before: ['09:00-17:00'], after: ['08:05-12:30'] },
    ])
  })

  it('is told of hours in several periods, and of days that close', () => {
    const parts = between('open: { mon: [09:00-12:00, 13:00-17:00] }', 'open: { tue: 22:00-06:00 }')
    expect(texts(parts)).toEqual([
      'mon changed: 09:00-12:00, 13:00-17:00 → closed',
      'tue changed: closed → 22:00-06:00',
    ])
    expect(says(parts)).toEqual([
      { form: 'weekday', data: { weekday: 'mon' }, before: ['09:00-12:00', '13:00-17:00'], after: [] },
      { form: 'weekday', data: { weekday: 'tue' }, before: [], after: ['22:00-06:00'] },
    ])
  })

  it('is told of dates with hours of their own, in the order of the dates', () => {
    const week = 'open: { mon-fri: 09:00-17:00 }'
    const parts = between(
      `${week}, on: { 2026-12-31: 09:00-12:00, 2026-12-23: 09:00-12:00, 2026-12-24: 09:00-12:00 }`,
      `${week}, on: { 2027-01-05: 10:00-12:00, 2026-12-24: 09:00-12:00, 2026-12-23: [09:00-11:00, 12:00-13:00] }`,
    )
    expect(texts(parts)).toEqual([
      '2026-12-23 changed: 09:00-12:00 → 09:00-11:00, 12:00-13:00',
      '2026-12-31 changed: 09:00-12:00 → none',
      '2027-01-05 changed: none → 10:00-12:00',
    ])
    expect(says(parts).slice(1)).toEqual([
      { form: 'date', data: { date: '2026-12-31' }, before: ['09:00-12:00'], after: null },
      { form: 'date', data: { date: '2027-01-05' }, before: null, after: ['10:00-12:00'] },
    ])
  })

  it('is told of its zone, its closed dates, its nights, its holidays and its words', () => {
    const week = 'open: { mon-fri: 09:00-17:00 }'
    const full = `zone: Europe/Rome, ${week}, closed: [2026-12-24, 2026-12-25], night continues: true, holidays until: 2026-12-31, holidays from: [the law, a list], says: { en: Office }`
    expect(between(full, full)).toEqual([])
    expect(between(week, full)).toMatchObject([
      { about: 'zone', text: 'zone changed: Europe/Warsaw → Europe/Rome', says: { form: 'zone' } },
      {
        about: 'closed',
        change: 'added',
        says: { form: 'closed.added', data: { names: ['2026-12-24', '2026-12-25'] } },
      },
      { about: 'night continues', text: 'night continues changed: no → yes', says: { before: 'no', after: 'yes' } },
      { about: 'holidays until', says: { form: 'holidays-until', before: null, after: '2026-12-31' } },
      {
        about: 'holidays from',
        text: 'holidays from changed: none → the law, a list',
        says: { form: 'holidays-from', before: null, after: ['the law', 'a list'] },
      },
      { about: 'wording', says: { form: 'words.says', before: null, after: 'Office' } },
    ])
    expect(texts(between(full, week))).toEqual([
      'zone changed: Europe/Rome → Europe/Warsaw',
      'closed removed: 2026-12-24, 2026-12-25',
      'night continues changed: yes → no',
      'holidays until changed: 2026-12-31 → none',
      'holidays from changed: the law, a list → none',
      'the words of “says” changed in en',
    ])
  })
})

/** All weekdays but one, at the hours of the week. */
function othersOf(weekday: string): string {
  const others = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].filter((one) => one !== weekday)
  return others.map((one) => `${one}: 09:00-17:00, `).join('')
}

describe('what changed in what a charter says once', () => {
  const { document } = charterOf('title: { en: Ours }\n', { languages: '[en, pl]' })
  const people = { owner: 'lead', approvers: ['agent'], need: 1 }
  const with_ = (more: object): CharterDocument => ({ ...document, ...more })

  it('is nothing between a charter and itself', () => {
    expect(charterParts(document, document)).toEqual([])
  })

  it.each<[object, object, string[], object]>([
    [{ id: 'a' }, { id: 'b' }, ['charter changed: a → b'], { form: 'charter', before: 'a', after: 'b' }],
    [{ zone: 'UTC' }, { zone: 'Europe/Rome' }, ['zone changed: UTC → Europe/Rome'], { form: 'zone' }],
    [
      { languages: ['en'] },
      { languages: ['pl', 'en'] },
      ['master language changed: en → pl', 'languages added: pl'],
      { form: 'master-language', before: 'en', after: 'pl' },
    ],
    [
      {},
      { effective: { text: '2027-01-01' } },
      ['effective changed: none → 2027-01-01'],
      { form: 'effective', before: null, after: '2027-01-01' },
    ],
    [
      { people },
      {},
      ['owner changed: lead → none', 'approvers removed: agent', 'approvals needed changed: 1 → none'],
      { form: 'owner', before: 'lead', after: null },
    ],
    [
      { people },
      { people: { ...people, need: 2 } },
      ['approvals needed changed: 1 → 2'],
      { form: 'approvals-needed', data: {}, before: 1, after: 2 },
    ],
    [
      {},
      { people: { ...people, owner: '', approvers: [] } },
      ['approvals needed changed: none → 1'],
      { form: 'approvals-needed', data: {}, before: null, after: 1 },
    ],
  ])('from %j to %j is told', (old, fresh, told, data) => {
    const parts = charterParts(with_(old), with_(fresh))
    expect(texts(parts)).toEqual(told)
    expect(parts[0]?.says).toMatchObject(data)
  })

  it('is its title too', () => {
    const { document: other } = charterOf('title: { en: Theirs, pl: Ich }\n', { languages: '[en, pl]' })
    expect(says(charterParts(document, other))).toEqual([
      { form: 'words.title', data: { languages: ['en', 'pl'] }, before: 'Ours', after: 'Theirs' },
    ])
  })

  it('is its mission too', () => {
    const { document: old } = charterOf('mission: { en: Bread., pl: Chleb. }\n', { languages: '[en, pl]' })
    const { document: fresh } = charterOf('mission: { en: Good bread., pl: Chleb. }\n', { languages: '[en, pl]' })
    expect(says(charterParts(old, fresh))).toEqual([
      { form: 'words.mission', data: { languages: ['en'] }, before: 'Bread.', after: 'Good bread.' },
    ])
  })
})

describe('an event', () => {
  const between = (old: string, fresh: string) => {
    const charter = (words: string) => charterOf(`events: { manager.wanted: { words: ${words}, says: { en: Asks } } }`)
    const found = diffCharters(charter(old), charter(fresh), AS_OF).find(({ kind }) => kind === 'event')
    return found === undefined ? undefined : { customers: found.customers, texts: found.parts.map(({ text }) => text) }
  }

  it('D7: is told of the words by which it is heard, language by language: they may begin what customers get, or end it', () => {
    expect(between('{ en: [manager] }', '{ en: [manager] }')).toBeUndefined()
    expect(between('{ en: [manager], it: [capo] }', '{ en: [manager, boss], pl: szef }')).toEqual({
      customers: 'both',
      texts: [
        'words in en changed: manager → manager, boss',
        'words in it changed: capo → none',
        'words in pl changed: none → szef',
      ],
    })
  })
})
