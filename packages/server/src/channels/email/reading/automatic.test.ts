import { describe, expect, it } from 'vitest'
import { automaticReason } from './automatic.ts'

type Given = Partial<Parameters<typeof automaticReason>[0]>

const reason = (headers: Readonly<Record<string, string>>, given: Given = {}) =>
  automaticReason({
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    from: { address: 'ada@example.com', name: '' },
    subject: 'Where is my parcel?',
    types: [],
    envelopeFrom: 'ada@example.com',
    ...given,
  })

it.each([
  ['auto-submitted', { 'auto-submitted': 'auto-replied' }],
  ['auto-submitted', { 'auto-submitted': 'auto-generated (rejected)' }],
  ['precedence', { precedence: 'Bulk' }],
  ['precedence', { precedence: 'junk' }],
  ['precedence', { precedence: 'auto_reply' }],
  ['list', { 'list-id': '<news.example.com>' }],
  ['list', { 'list-unsubscribe': '<mailto:x@example.com>' }],
  ['suppresses-responses', { 'x-auto-response-suppress': 'DR, OOF, AutoReply' }],
  ['auto-response-header', { 'x-autoreply': 'yes' }],
  ['auto-response-header', { 'x-autorespond': '' }],
  ['delivery-report', { 'content-type': 'multipart/report; report-type=delivery-status' }],
  ['delivery-report', { 'x-failed-recipients': 'x@example.com' }],
  ['null-return-path', { 'return-path': '<>' }],
  ['robot-sender', { from: 'MAILER-DAEMON <>' }],
] as const)('sees %s in %j', (expected, headers) => {
  expect(reason(headers)).toBe(expected)
})

it.each([
  { 'auto-submitted': 'no' },
  { 'auto-submitted': 'No ; a comment' },
  { precedence: 'first-class' },
  { 'x-auto-response-suppress': 'None' },
  { 'x-auto-response-suppress': 'DR, RN' },
  { 'return-path': '<ada@example.com>' },
])('sees a person behind %j', (headers) => {
  expect(reason(headers)).toBeNull()
})

it('sees the null return path of the envelope, and no envelope at all', () => {
  expect(reason({}, { envelopeFrom: '' })).toBe('null-return-path')
  expect(reason({}, { envelopeFrom: undefined })).toBeNull()
})

it('sees a report among the parts', () => {
  expect(reason({}, { types: ['image/png', 'message/delivery-status'] })).toBe('delivery-report')
})

it.each(['mailer-daemon', 'POSTMASTER', 'no-reply', 'noreply', 'do_not_reply', 'noreply+12', 'bounces-12=x'])(
  'sees a robot in %s',
  (local) => {
    expect(reason({}, { from: { address: `${local}@example.com`, name: '' } })).toBe('robot-sender')
  },
)

it.each(['noreen', 'bouncer', 'postmasters'])('sees a person in %s', (local) => {
  expect(reason({}, { from: { address: `${local}@example.com`, name: '' } })).toBeNull()
})

describe('the subject of a vacation', () => {
  const subjects = [
    'Automatic reply: your ticket',
    'Out of office',
    'Risposta automatica: ordine',
    'Odpowiedź automatyczna: zamówienie',
    'Αυτόματη απάντηση: παραγγελία',
    'رد تلقائي: الطلب',
  ]

  it.each(subjects)('is believed with another sign: %s', (subject) => {
    expect(reason({ 'in-reply-to': '<1@shop.example>' }, { subject })).toBe('vacation-subject')
  })

  it.each(subjects)('is not believed alone: %s', (subject) => {
    expect(reason({}, { subject })).toBeNull()
  })

  it('is none where it is answered or asked about', () => {
    expect(reason({ 'in-reply-to': '<1@shop.example>' }, { subject: 'Re: Out of office' })).toBeNull()
    expect(reason({ 'in-reply-to': '<1@shop.example>' }, { subject: 'Set up an out of office reply' })).toBeNull()
  })
})
