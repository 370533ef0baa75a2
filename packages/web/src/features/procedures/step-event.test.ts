import type { Entry } from '@avow/contract'
import { expect, test } from 'vitest'
import { everyWord } from '../../../test/every-word.ts'
import { makeWords } from '../../messages/make-words.ts'
import { charterWords } from '../charters/charter-words.ts'
import { stepEventWords } from './step-event.ts'

const { words: catalogue } = await everyWord('en')
const words = makeWords('en', 'en-GB', catalogue)
const of = charterWords(undefined, words)
const anna = { id: '0', name: 'Anna', email: null }

function said(type: string, fields: Entry['fields'], text: string | null = null, person: Entry['person'] = anna) {
  const entry: Entry = {
    seq: 7,
    id: 'e7',
    type,
    at: '2026-11-23T09:00:00.000Z',
    by: 'agent',
    person,
    text,
    quoted: null,
    html: null,
    has_remote_images: false,
    remote_images: [],
    from: null,
    doubt: null,
    language: null,
    attachments: [],
    appointments: [],
    delivery: null,
    trace: null,
    moved_to: null,
    forwarded: null,
    direction: null,
    mentions: [],
    fields,
  }
  return stepEventWords(entry, words, of)?.replace(/[\u2066-\u2069]/g, '')
}

const STEP = { procedure: 'D1', step: 2, round: 1, action: 'do' }

test('a step on the log says who did it, and why it was skipped', () => {
  expect(said('step.done', STEP)).toBe('Anna: step 2 of D1 done')
  expect(said('step.skipped', STEP, 'They rang.')).toBe('Anna: step 2 of D1 skipped: They rang.')
  expect(said('step.done', STEP, null, null)).toBe('Avow: step 2 of D1 done')
})

test('a wait that lasted as long as it may says so, of nobody', () => {
  const fields = { ...STEP, action: 'wait', due: '2026-11-23T08:00:00.000Z', late: false }
  expect(said('step.overdue', fields, null, null)).toBe('Step 2 of D1: the wait lasted as long as it may')
})

test('a hand-over says to whom and with what', () => {
  const fields = {
    ...STEP,
    position: 'team-lead',
    known: { price: { minor: 4500, currency: 'EUR' } },
    handed: { tried: 'A new lid.' },
  }
  expect(said('step.handed-over', fields)).toBe(
    'Anna: handed over to team-lead, step 2 of D1: price: €45.00 and tried: A new lid.',
  )
})

test('an event of this name that the charter declares is left to it', () => {
  expect(said('step.done', { key: '7' })).toBeUndefined()
  expect(said('step.framed', STEP)).toBeUndefined()
})
