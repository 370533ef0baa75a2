import {
  type CharterInForce,
  type ClauseView,
  cellWords,
  conditionColumns,
  differenceWords,
  givenColumns,
  givenWords,
  stepLines,
  termWords,
  whenWords,
} from '@avow/contract'
import { describe, expect, test } from 'vitest'
import { everyWord } from '../../../test/every-word.ts'
import { isolated } from '../../messages/isolates.ts'
import { makeWords } from '../../messages/make-words.ts'
import { charterWords } from '../charters/charter-words.ts'

const charter: CharterInForce = {
  id: 'x',
  version: 1,
  hash: '0'.repeat(64),
  effective: '2026-01-01T00:00:00.000Z',
  languages: ['en', 'ar'],
  zone: 'Europe/Warsaw',
  title: null,
  promises: [],
  clauses: [],
  facts: [
    {
      name: 'channel',
      kind: 'choice',
      currency: null,
      says: { en: 'Channel' },
      values: [
        { value: 'email', says: { en: 'e-mail' } },
        { value: 'form', says: { en: 'web form' } },
      ],
      derived: false,
    },
    { name: 'price', kind: 'money', currency: 'EUR', says: { en: 'Purchase price' }, values: [], derived: false },
  ],
  calendars: [{ name: 'office', zone: 'Europe/Warsaw', says: { en: 'office hours' } }],
  positions: [{ name: 'team-lead', says: { en: 'team lead' } }],
  events: [
    { name: 'repair.booked', says: { en: 'repair booked' } },
    { name: 'repair.done', says: { en: 'repair done' } },
  ],
  no_answer_needed: [],
  tone: [],
}
const { words: catalogue } = await everyWord('en')
const words = makeWords('en', 'en-GB', catalogue)
const context = { words, of: charterWords(charter, words) }
/** Without the fences of values. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

describe('a condition', () => {
  test.each([
    ['channel', 'email', 'e-mail'],
    ['channel', 'email, form', 'e-mail or web form'],
    ['channel', 'not [email, form]', 'not e-mail or web form'],
    ['channel', 'unknown', 'unknown'],
    ['price', '> 100 EUR', 'over €100.00'],
    ['price', '10 EUR .. 50.50 EUR', '€10.00 to under €50.50'],
    ['bought', '< 30 days', 'under 30 days'],
    ['bought', '30 days .. 2 years', '30 days to under 2 years'],
    ['contacts', '>= 3', 'at least 3'],
    ['vip', 'yes', 'yes'],
    ['waited', '<= 90 min', 'at most 1 hour 30 minutes'],
    ['weight', 'heavy as lead', 'heavy as lead'],
  ])('on %s: %s', (fact, written, said) => {
    expect(plain(cellWords(fact, written, context))).toBe(said)
  })

  test('of a step is a time', () => {
    expect(plain(whenWords('at', '75%', context))).toBe('at 75% of the time')
    expect(plain(whenWords('after', '2 h of office', context))).toBe('2 hours of office hours after the due time')
  })
})

describe('what a row gives', () => {
  test.each([
    ['target', '1 h of office', '1 hour of office hours'],
    ['allow', 'refund, voucher', 'Refund and voucher'],
    ['up to', 'price', 'Purchase price'],
    ['up to', '10 EUR', '€10.00'],
    ['per day', '500 EUR', '€500.00'],
    ['bend', '200 EUR a month', '€200.00 a month'],
    ['tell', 'assignee, team-lead', 'the assignee and team lead'],
    ['audience', 'position:team-lead', 'team lead'],
  ])('%s: %s', (name, written, said) => {
    expect(plain(givenWords(name, written, context))).toBe(said)
  })
})

describe('a term', () => {
  test.each([
    ['clock', 'first-response', 'First answer'],
    ['clock', 'repair.booked … repair.done, once', 'repair booked to repair done, once'],
    ['measured', 'each, 95% a month', 'each one and 95% a month'],
    ['measured', '<= 3 min a quarter', 'at most 3 minutes on average in a quarter'],
    ['when', 'channel: email, form, contacts: >= 3', 'Channel: e-mail or web form and Contacts: at least 3'],
    ['pauses', 'waiting-for-customer', 'Waiting for customer'],
    ['if broken', 'apologise, R2', 'we apologise and R2'],
    ['hit', 'unique', 'unique'],
  ])('%s: %s', (name, written, said) => {
    expect(plain(termWords(name, written, context))).toBe(said)
  })
})

describe('the columns of a clause', () => {
  const clause: ClauseView = {
    id: 'E1',
    kind: 'escalation',
    audience: 'staff',
    says: null,
    because: null,
    terms: [],
    texts: [],
    rows: [
      { when: { at: '75%' }, gives: { tell: 'assignee' }, says: null },
      { when: { after: '2 h of office' }, gives: { 'give to': 'team-lead', tell: 'assignee' }, says: null },
    ],
  }

  test('are one for the time of a step, whichever way it is counted', () => {
    const [when, ...others] = conditionColumns(clause, context)
    expect(others).toEqual([])
    expect(clause.rows.map((row) => plain(when?.text(row) ?? ''))).toEqual([
      'at 75% of the time',
      '2 hours of office hours after the due time',
    ])
  })

  test('stand in the order of the document, though a store has lost it', () => {
    const rows = [{ when: {}, gives: { 'per ticket': '100 EUR', bend: '1 EUR a month', may: 'refund' }, says: null }]
    expect(givenColumns({ ...clause, kind: 'authority', rows }, context).map(({ label }) => label)).toEqual([
      'May give',
      'On a ticket',
      'For kindness',
    ])
  })
})

describe('what a comparison says', () => {
  const sides = { before: ['gives', '1 h of office'], after: ['gives', '2 h of office', 'opens', 'narrower'] }
  const cases = [[{ fact: 'channel', accepts: ['email', 'form'] }], [{ fact: 'price', accepts: ['> 100 EUR'] }]]

  test('is said with the names of the charter', () => {
    const said = differenceWords({ form: 'rows.some', data: { cases, more: 2 }, ...sides }, context)
    expect(plain(said?.heading ?? '')).toBe(
      'For Channel: e-mail or web form; or Purchase price: over €100.00; or 2 more kinds of case',
    )
    expect(said?.sides && [said.sides.before, said.sides.after].map(plain)).toEqual([
      '1 hour of office hours',
      '2 hours of office hours (which now opens less)',
    ])
  })

  test('has words for nothing, and knows the texts of the charter itself', () => {
    const said = differenceWords(
      { form: 'words.says', data: { languages: ['en'] }, before: null, after: 'Hi' },
      context,
    )
    expect(said).toMatchObject({ sides: { before: 'none', after: 'Hi' }, isQuoted: true })
    expect(differenceWords({ form: 'rows.all', data: {}, ...sides }, context)?.isQuoted).toBe(false)
  })

  test('is not said where its form is not known', () => {
    expect(differenceWords({ form: 'of-tomorrow', data: {} }, context)).toBeUndefined()
  })
})

test('values are fenced in, so that their direction harms nothing', () => {
  expect(cellWords('price', '> 100 EUR', context)).toContain(isolated('€100.00'))
})

describe('what changed of a clause that says how we work', () => {
  test('is a field in words', () => {
    const said = { form: 'term', data: { field: 'state' }, before: ['state', 'open'], after: ['state', 'retiring'] }
    const told = differenceWords(said, context)
    expect(plain(told?.heading ?? '')).toBe('State')
    expect(told?.sides).toEqual({ before: 'open', after: 'coming to its end' })
  })

  test('is a row in words', () => {
    const before = ['when', 'channel', 'email, form', 'gives', 'to', 'letters']
    const said = differenceWords({ form: 'row', data: { row: 2 }, before, after: null }, context)
    expect(said?.heading).toBe('Row 2')
    expect(plain(said?.sides?.before ?? '')).toBe('Channel: e-mail or web form, Team: letters')
    expect(said?.sides?.after).toBe('none')
  })
})

describe('the steps of a procedure', () => {
  const clause: ClauseView = {
    id: 'D1',
    kind: 'procedure',
    audience: 'staff',
    says: null,
    because: null,
    terms: [],
    texts: [],
    rows: [
      { when: {}, gives: { ask: 'price' }, says: null },
      {
        when: { channel: 'email' },
        gives: { name: 'look', 'hand over': 'team-lead', needs: 'price, photo', next: 'end' },
        says: null,
      },
      { when: {}, gives: {}, says: { en: 'Ring the workshop.', ar: 'اتصل بالورشة.' } },
    ],
  }

  test('say what is done, for which tickets, and what follows', () => {
    const [ask, look, ring] = stepLines(clause, context)
    expect(ask).toEqual({
      name: undefined,
      does: [{ label: 'Ask for', text: 'Purchase price' }],
      only: [],
      next: undefined,
    })
    expect(look).toMatchObject({ name: 'look', next: 'it is over' })
    expect(look?.does.map(({ label, text }) => [label, plain(text)])).toEqual([
      ['Hand over to', 'team lead'],
      ['With', 'Purchase price and photo'],
    ])
    expect(look?.only.map(plain)).toEqual(['Channel: e-mail'])
    expect(ring?.does).toEqual([{ text: 'Ring the workshop.', language: 'en' }])
  })
})
