import { describe, expect, it } from 'vitest'
import { HolidayError } from './holiday.ts'
import { MOST_ICAL_CHARACTERS, readIcal } from './read-ical.ts'

const calendar = (...events: readonly string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines, n) => ['BEGIN:VEVENT', `UID:${n}`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
const read = (text: string, withinMs?: number) =>
  readIcal({
    text,
    name: 'closed.ics',
    years: { from: 2026, to: 2027 },
    today: '2026-11-22',
    ...(withinMs === undefined ? {} : { withinMs }),
  })
const datesIn = async (...events: readonly string[][]) =>
  (await read(calendar(...events))).holidays.map(({ date }) => date)

describe('a calendar file', () => {
  it('gives its whole days within the years, each with its name, and says what was passed over', async () => {
    const list = await read(
      calendar(
        ['SUMMARY:Works outing', 'DTSTART;VALUE=DATE:20260903', 'DTEND;VALUE=DATE:20260905'],
        ['SUMMARY:Long ago', 'DTSTART;VALUE=DATE:20200101'],
        ['SUMMARY:A meeting', 'DTSTART:20260910T090000Z', 'DTEND:20260910T100000Z'],
        ['SUMMARY:Called off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260911'],
        ['SUMMARY:Open # house\\n- 2026-01-01: yes \u202e', 'DTSTART;VALUE=DATE:20270101'],
      ),
    )
    expect(list).toEqual({
      holidays: [
        { date: '2026-09-03', name: 'Works outing', isTentative: false },
        { date: '2026-09-04', name: 'Works outing', isTentative: false },
        { date: '2027-01-01', name: 'Open # house - 2026-01-01: yes', isTentative: false },
      ],
      passedOver: 2,
      source: 'iCal file closed.ics, read 2026-11-22',
      until: '2027-12-31',
    })
  })

  it('that repeats is walked through the years alone, without what is taken out or moved', async () => {
    expect(await datesIn(['DTSTART;VALUE=DATE:19991224', 'RRULE:FREQ=YEARLY'])).toEqual(['2026-12-24', '2027-12-24'])
    expect(
      await datesIn(['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=YEARLY;COUNT=5', 'EXDATE;VALUE=DATE:20271224']),
    ).toEqual(['2026-12-24'])
    const moved = calendar(
      ['DTSTART;VALUE=DATE:20260301', 'RRULE:FREQ=YEARLY;COUNT=2'],
      ['DTSTART;VALUE=DATE:20270305', 'RECURRENCE-ID;VALUE=DATE:20270301'],
    ).replace('UID:1', 'UID:0')
    expect((await read(moved)).holidays.map(({ date }) => date)).toEqual(['2026-03-01', '2027-03-05'])
  })

  it.each([
    ['no calendar', 'hello'],
    ['nothing', ''],
    ['one that is cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'],
    ['one too large', 'x'.repeat(MOST_ICAL_CHARACTERS + 1)],
    ['too many events', calendar(...Array.from({ length: 5001 }, () => ['DTSTART;VALUE=DATE:20260101']))],
    ['a repetition by the second', calendar(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=SECONDLY'])],
    [
      'repetitions without end',
      calendar(...Array.from({ length: 200 }, () => ['DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=DAILY'])),
    ],
  ])('that is %s is refused', { timeout: 60_000 }, async (_, text) => {
    await expect(read(text)).rejects.toThrow(HolidayError)
  })

  it('whose rule never comes true ends, one way or the other', { timeout: 60_000 }, async () => {
    const never = calendar(['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'])
    const answer = await read(never, 3000).catch((error: unknown) => error)
    if (!(answer instanceof HolidayError)) expect(answer).toMatchObject({ holidays: expect.any(Array), passedOver: 0 })
  })
})
