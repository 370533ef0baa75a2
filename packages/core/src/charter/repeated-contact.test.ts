import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, findingsIn, HEAD } from '../../test/charter-fixtures.ts'
import { at, charterOf } from '../../test/small-charter.ts'
import { eventsRepeated } from './repeated-contact.ts'

const withEvent = (says: string): string => HEAD.replace('repair.done: {}', `repair.done: {}, back.again: ${says}`)
const refused = (says: string) => findingsIn(withEvent(says)).map((finding) => finding.replace(/^\d+:\d+ /, ''))
const head = (events: string) =>
  `avow: 1\ncharter: test\nlanguages: [en]\nzone: Europe/Warsaw\nevents: ${events}\ncalendars: { office: { open: always } }\n`
const charter = charterOf(
  'promises: []\n',
  head('{ back.again: { tickets: 3, within: 14 days }, back.soon: { tickets: 2, within: 1 day }, repair.done: {} }'),
)
const repeated = (created: string, ...before: readonly string[]) => eventsRepeated(charter, at(created), before.map(at))

describe('a customer who comes again', () => {
  it('E15: is an event with the n-th ticket within so many dates, and with each one after it', () => {
    expect(repeated('2026-12-14 09:00', '2026-12-01 23:59', '2026-12-05 10:00')).toEqual(['back.again'])
    expect(repeated('2026-12-15 00:00', '2026-12-01 23:59', '2026-12-05 10:00')).toEqual([])
    expect(repeated('2026-12-14 09:00', '2026-12-05 10:00')).toEqual([])
    expect(repeated('2026-12-14 09:00', '2026-12-05 10:00', '2026-12-06 10:00', '2026-12-07 10:00')).toEqual([
      'back.again',
    ])
    expect(repeated('2026-12-14 09:00', '2026-12-14 00:01')).toEqual(['back.soon'])
    expect(repeated('2026-12-14 00:01', '2026-12-13 23:59')).toEqual([])
  })

  it('E15: tickets of a later date do not count, nor what lies before all that the version knows', () => {
    expect(repeated('2026-12-14 23:59', '2026-12-15 00:00', '2026-12-15 10:00')).toEqual([])
    expect(eventsRepeated(charter, at('2026-12-14 09:00'), [0, -1])).toEqual([])
  })

  it('E15: is counted as one would on a calendar on the wall, whatever the instants', () => {
    const DAY = 86_400_000
    const WARSAW = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' })
    const dateOf = (instant: number) => Date.parse(WARSAW.format(instant)) / DAY
    const start = Date.UTC(2026, 9, 1)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 1440 }),
        fc.array(fc.integer({ min: 0, max: 60 * 1440 }), { maxLength: 8 }),
        (minute, others) => {
          const [now, before] = [start + minute * 60_000, others.map((other) => start + other * 60_000)]
          const within = (days: number) =>
            before.map((instant) => dateOf(now) - dateOf(instant)).filter((passed) => passed >= 0 && passed < days)
              .length
          expect(eventsRepeated(charter, now, before)).toEqual([
            ...(within(14) >= 2 ? ['back.again'] : []),
            ...(within(1) >= 1 ? ['back.soon'] : []),
          ])
        },
      ),
    )
  })

  it('E15: is declared with both, how many tickets and within which time, or refused in plain words', () => {
    expect(documentOf(withEvent('{ tickets: 3, within: 14 days }')).events.get('back.again')?.repeated).toEqual({
      tickets: 3,
      within: { unit: 'day', count: 14 },
    })
    for (const [says, finding] of [
      ['{ tickets: 1, within: 14 days }', 'expected a whole number from 2 to 100, found “1”'],
      ['{ tickets: 3, within: 0 days }', 'expected a time from 1 day to 1 year, such as 14 days'],
      ['{ tickets: 3, within: 2 years }', 'expected a time from 1 day to 1 year, such as 14 days'],
      ['{ tickets: 3, within: 2 h of office }', 'expected a span such as 12 months'],
      ['{ tickets: 3 }', '“tickets” needs “within”, the time in which they are counted, as in within: 14 days'],
      ['{ within: 14 days }', '“within” needs “tickets”, how many of one customer make it, as in tickets: 3'],
      ['{ tickets: 3, within: 14 days, words: { en: [again] } }', '“words” and “tickets” exclude each other'],
    ] as const)
      expect([says, refused(says)]).toEqual([says, [expect.stringContaining(finding)]])
  })
})
