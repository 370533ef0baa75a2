import { describe, expect, it } from 'vitest'
import { type Appointment, appointmentsOf } from './appointments.ts'
import { readMail } from './read-mail.ts'

const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

const calendar = (event: readonly string[], { method = 'REQUEST', zone = ZONE } = {}): Buffer =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      `METHOD:${method}`,
      ...zone,
      'BEGIN:VEVENT',
      'UID:1',
      ...event,
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n'),
  )

const only = (...given: Parameters<typeof calendar>): Appointment | undefined => appointmentsOf(calendar(...given))[0]

describe('a calendar part', () => {
  it('is told with what, when and where', () => {
    const event = [
      'SUMMARY:Delivery of the sofa\\, with a\\nline',
      'DTSTART;TZID=W. Europe Standard Time:20260703T100000',
      'DURATION:PT90M',
      'LOCATION:Strandgade 5',
    ]
    expect(appointmentsOf(calendar(event))).toEqual([
      {
        what: 'invitation',
        summary: 'Delivery of the sofa, with a line',
        start: '2026-07-03T08:00:00.000Z',
        end: '2026-07-03T09:30:00.000Z',
        place: 'Strandgade 5',
        repeats: false,
      },
    ])
  })

  it.each([
    ['DTSTART:20260703T100000Z', '2026-07-03T10:00:00.000Z'],
    ['DTSTART;TZID=Europe/Rome:20260703T100000', '2026-07-03T08:00:00.000Z'],
    ['DTSTART;TZID=America/New_York:20261224T100000', '2026-12-24T15:00:00.000Z'],
    ['DTSTART;TZID=Nowhere/Else:20260703T100000', '2026-07-03T10:00'],
    ['DTSTART:20260703T100000', '2026-07-03T10:00'],
    ['DTSTART;VALUE=DATE:20260703', '2026-07-03'],
  ])('%s is %s, whatever zone this machine is in', (start, expected) => {
    expect(only([start])?.start).toBe(expected)
  })

  it('of whole days ends with the last of them', () => {
    const days = ['DTSTART;VALUE=DATE:20260703', 'DTEND;VALUE=DATE:20260706', 'RRULE:FREQ=YEARLY']
    expect(only(days)).toMatchObject({ start: '2026-07-03', end: '2026-07-05', repeats: true })
    expect(only(['DTSTART;VALUE=DATE:20260703', 'DTEND;VALUE=DATE:20260704'])).toMatchObject({ end: null })
  })

  it.each([
    ['REQUEST', ['SEQUENCE:2'], 'change'],
    ['CANCEL', [], 'cancellation'],
    ['REQUEST', ['STATUS:CANCELLED'], 'cancellation'],
    ['COUNTER', [], 'change'],
    ['REPLY', ['ATTENDEE;PARTSTAT=DECLINED:mailto:a@example.com'], 'declined'],
    ['REPLY', ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com'], 'accepted'],
    ['PUBLISH', [], 'appointment'],
  ])('of the method %s with %j is a %s', (method, event, what) => {
    expect(only(event, { method })?.what).toBe(what)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no calendar', Buffer.from('hello')],
    ['an open end', Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x')],
    ['too much', Buffer.alloc(300_000, 'x')],
    ['no event', Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR')],
  ])('that holds %s tells nothing', (_, bytes) => {
    expect(appointmentsOf(bytes)).toEqual([])
  })

  it('does not let a zone that changes each second keep anybody', () => {
    const zone = ZONE.map((each) => each.replace('FREQ=YEARLY', 'FREQ=SECONDLY'))
    const start = 'DTSTART;TZID=W. Europe Standard Time:20260703T100000'
    expect(only([start], { zone })?.start).toBe('2026-07-03T10:00')
  })
})

it('an invitation in a mail is told, and its part stays an attachment', async () => {
  const raw = [
    'From: a@example.com',
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Please come.',
    '--b',
    'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
    'Content-Transfer-Encoding: base64',
    '',
    calendar(['SUMMARY:Παράδοση', 'DTSTART:20260703T100000Z']).toString('base64'),
    '--b--',
  ]
  const mail = await readMail(new TextEncoder().encode(raw.join('\r\n')))
  expect(mail.text.trim()).toBe('Please come.')
  expect(mail.appointments).toMatchObject([{ what: 'invitation', summary: 'Παράδοση' }])
  expect(mail.attachments.map(({ type }) => type)).toEqual(['text/calendar'])
})
