import type { Entry, Ticket } from '@avow/contract'
import { describe, expect, it } from 'vitest'
import { openQuestions, questionsIn } from './open-questions.ts'
import { digestOf } from './thread-digest.ts'

describe('questions', () => {
  it.each([
    ['en', 'Good day,\n\nmy lamp is dark. Where\nis the new one? I wait.', ['Where is the new one?']],
    [
      'it',
      'La lampada non funziona. Quando arriva quella nuova? E chi paga?!',
      ['Quando arriva quella nuova?', 'E chi paga?!'],
    ],
    ['pl', 'Dzień dobry. Czy paczka już wyszła? Dziękuję.', ['Czy paczka już wyszła?']],
    [
      'el',
      'Το δέμα δεν ήρθε. Πού βρίσκεται; Περιμένω· πότε θα έρθει\u037e',
      ['Πού βρίσκεται;', 'Περιμένω· πότε θα έρθει\u037e'],
    ],
    ['ar', 'لم يصل الطرد. أين هو الآن؟متى يصل؟ شكرًا', ['أين هو الآن؟', 'متى يصل؟']],
  ])('are found by their mark in %s', (_, text, questions) => {
    expect(questionsIn(text)).toEqual(questions)
  })

  it.each([
    ['a semicolon that is not Greek', 'I came; nobody was there; I left.'],
    ['an address', 'See https://shop.example/find?order=12 and tell me.'],
    ['a line that is quoted', '> Where is it?\nIt is here.'],
    ['a mark alone', '???'],
  ])('are not seen in %s', (_, text) => {
    expect(questionsIn(text)).toEqual([])
  })

  it('are one each in a list, once where they are repeated, and shortened where they are long', () => {
    expect(questionsIn('I ask:\n- When?\n- By whom?\n\nWhen? No, truly: When?')).toEqual([
      '- When?',
      '- By whom?',
      'When?',
      'No, truly: When?',
    ])
    const [long = ''] = questionsIn(`${'Is it '.repeat(100)}so?`)
    expect([[...long].length, long.endsWith('…')]).toEqual([240, true])
  })
})

const ticket = { number: 7 } as unknown as Ticket
const told = (type: string, text: string, more: Partial<Entry> = {}) => ({
  ticket,
  entry: { id: text, type, text, fields: {}, moved_to: null, ...more } as unknown as Entry,
})

describe('what is still open', () => {
  it('are the questions since a person of ours last answered, whoever wrote notes or acknowledged since', () => {
    const thread = [
      told('message.received', 'Is this old?'),
      told('message.sent', 'It was. Is that all?'),
      told('message.received', 'No. Is this open?'),
      told('message.auto', 'We have it. Do you read our charter?'),
      told('note.added', 'Who takes this?'),
      told('message.received', 'And this?'),
      told('message.received', 'Out of office. Urgent?', { fields: { automatic: true } }),
      told('message.received', 'Elsewhere?', { moved_to: 9 }),
    ]
    expect(openQuestions(thread).map(({ text, entry }) => [text, entry.id])).toEqual([
      ['Is this open?', 'No. Is this open?'],
      ['And this?', 'And this?'],
    ])
    expect(openQuestions(thread.slice(0, 2))).toEqual([])
    expect(openQuestions(thread.slice(0, 1)).map(({ text }) => text)).toEqual(['Is this old?'])
  })
})

it('a digest has a line for each message of a person: its first that says something', () => {
  const thread = [
    told('message.received', 'Hello,\n\nthe lamp is dark.'),
    told('message.auto', 'We have it.'),
    told('message.sent', '> the lamp is dark\n---\nWe send another.\nGoodbye'),
    told('facts.changed', ''),
    told('message.received', 'Gone', { moved_to: 9 }),
    told('note.added', 'Hello,'),
  ]
  expect(digestOf(thread).map(({ first }) => first)).toEqual(['the lamp is dark.', 'We send another.', 'Hello,'])
})
