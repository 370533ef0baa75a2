import { describe, expect, it } from 'vitest'
import type { FormFact } from './form-facts.ts'
import { readForm } from './read-form.ts'

const PLACE = { path: '', line: 1, column: 1 }
const REASON: FormFact = {
  definition: {
    name: 'reason',
    type: { kind: 'choice', values: ['damaged', 'late'], ordered: false },
    derived: false,
    place: PLACE,
  },
  values: ['damaged', 'late'],
}
const GOOD = {
  name: 'Zofia',
  email: 'zofia@customer.example',
  subject: 'The kettle',
  message: 'It leaks.',
  once: '0123456789abcdef0123456789abcdef',
}
const errors = (sent: unknown) => readForm(sent, [REASON]).errors.map(({ field, error }) => `${field}: ${error}`)

describe('a form', () => {
  it('is read, with its facts; what was left open is absent', () => {
    expect(errors(GOOD)).toEqual([])
    expect(readForm({ ...GOOD, 'fact.reason': 'late' }, [REASON]).fields.facts).toEqual({ reason: 'late' })
    expect(readForm({ ...GOOD, 'fact.reason': '' }, [REASON]).fields.facts).toEqual({})
  })

  it('names all that is wrong in the order of its fields, and keeps what was typed', () => {
    const sent = { name: '  ', email: 'zofia at home', 'fact.reason': 'gold', subject: '', message: 'x'.repeat(20_001) }
    expect(errors(sent)).toEqual([
      'name: name',
      'email: email',
      'fact.reason: fact',
      'subject: subject',
      'message: too-long',
    ])
    expect(readForm(sent, [REASON]).fields).toMatchObject({ email: 'zofia at home', message: 'x'.repeat(20_001) })
  })

  it('tells a person of the field that only machines see, and loses nothing', () => {
    expect(errors({ ...GOOD, website: 'https://spam.example' })).toEqual(['website: trap'])
  })

  it('wants the mark that its page was made with', () => {
    expect(errors({ ...GOOD, once: 'x' })).toEqual(['message: stale'])
  })

  it('takes no fact that it does not ask for', () => {
    expect(readForm({ ...GOOD, 'fact.tier': 'gold', tier: 'gold' }, [REASON]).fields.facts).toEqual({})
  })

  it.each([undefined, null, 7, 'text', [], { name: { a: 1 }, email: ['a@b.example', 'c@d.example'] }])(
    'is not surprised by %j',
    (sent) => {
      expect(errors(sent).length).toBeGreaterThan(0)
    },
  )

  it('has lines without breaks where one line was asked for', () => {
    const { fields } = readForm({ ...GOOD, subject: 'one\r\nBcc: two', name: 'a\u202eb' }, [])
    expect([fields.subject, fields.name]).toEqual(['one Bcc: two', 'ab'])
  })
})
