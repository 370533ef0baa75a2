import { expect, test } from 'vitest'
import { everyWord } from '../../../test/every-word.ts'
import { makeWords } from '../../messages/make-words.ts'
import { remedyEventWords } from './remedy-event.ts'

const { words: catalogue } = await everyWord('en')
const words = makeWords('en', 'en-GB', catalogue)
const amount = { minor: 4500, currency: 'EUR' }
const said = (type: string, fields: Parameters<typeof remedyEventWords>[1], reason: string | null = null) =>
  remedyEventWords(type, fields, reason, words)?.replace(/[\u2066-\u2069]/g, '')

test('the record of a remedy says what it stands on, and why', () => {
  const fields = { remedy: 'refund', amount, clause: 'R1', backed_by: ['A1'] }
  expect(said('remedy.granted', fields)).toBe('Granted: Refund, €45.00, backed by R1 and A1')
  expect(said('remedy.asked', { remedy: 'refund', amount, clause: 'R1' }, 'Twice.')).toBe(
    'Asked for: Refund, €45.00: Twice.',
  )
  expect(said('remedy.granted', { remedy: 'credit', amount, clause: 'A1', backed_by: ['A1'], bend: true })).toBe(
    'Granted out of kindness: Credit, €45.00, backed by A1',
  )
})

test('words alone have no amount; a remedy of the charter’s own is called as it is there', () => {
  expect(said('remedy.done', { remedy: 'apology' })).toBe('Carried out: Apology')
  expect(said('remedy.done', { remedy: 'flowers' })).toBe('Carried out: flowers')
})

test('an event that the desk does not know is left to others', () => {
  expect(said('remedy.framed', { remedy: 'apology' })).toBeUndefined()
})
