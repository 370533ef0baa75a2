import { describe, expect, it } from 'vitest'
import { at, charterOf, historyOf } from '../../test/small-charter.ts'
import { backtest } from '../backtest/index.ts'
import { formatDate } from '../calendar/index.ts'
import { ColumnsBuilder } from '../ticket/index.ts'
import { Figures } from './figures.ts'
import { SEGMENT_KINDS } from './segments.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

function figuresOf(body: string, tickets: readonly string[], now: string): Figures {
  const charter = charterOf(body)
  const builder = new ColumnsBuilder([...charter.document.events.keys()])
  tickets.forEach((lines, index) => {
    for (const event of historyOf(lines)) builder.add({ ...event, ticket: `T${index}` })
  })
  const columns = builder.finish()
  const figures = new Figures(charter, columns, at(now))
  backtest(charter, columns, { now: at(now), onCommitment: (line) => void figures.add(line) })
  return figures
}

function only(figures: Figures) {
  const [promise] = figures.promises
  if (promise === undefined) throw new Error('there is no promise')
  return promise
}

const ANSWER = `promises: [{ id: P1, audience: public, clock: first-response, measured: [each, share: 95% a month, mean: "<= 60 min a month"], table: [
  { channel: chat, target: 30 min of office }, { target: 2 h of office } ] }]`
const ticket = (day: string, answer: string, channel = 'email') =>
  `${day} 10:00 ticket.created {"facts":{"channel":"${channel}"}}${answer === '' ? '' : `\n${day} ${answer} message.sent`}`

describe('the figures of a promise', () => {
  const tickets = [
    ticket('2026-12-21', '11:00'),
    ticket('2026-12-21', '13:00'),
    ticket('2026-12-22', '10:15', 'chat'),
    ticket('2026-12-22', '10:45', 'chat'),
    // Due in the new year, in the last week of the old ISO year.
    '2026-12-31 16:00 ticket.created {"facts":{"channel":"phone"}}\n2026-12-31 16:30 message.sent',
    ticket('2027-01-04', ''),
    `${ticket('2027-01-04', '')}\n2027-01-04 10:30 ticket.spam`,
  ]
  const figures = figuresOf(ANSWER, tickets, '2027-01-04 11:00')
  const promise = only(figures)

  it('M1: the share is of kept and broken; the others stand beside it', () => {
    const { kept, broken, running, cancelled, share, cancelledBy } = promise.all
    expect({ kept, broken, running, cancelled, share }).toEqual({
      kept: 3,
      broken: 2,
      running: 1,
      cancelled: 1,
      share: 0.6,
    })
    expect([...cancelledBy]).toEqual([['spam', 1]])
  })

  it('M1: a commitment belongs to the week and the month in which it fell due', () => {
    const weeks = [...promise.weeks].map(([monday, { judged, running }]) => [formatDate(monday), judged, running])
    expect(weeks).toEqual([
      ['2026-12-21', 4, 0],
      ['2026-12-28', 1, 0],
      ['2027-01-04', 0, 1],
    ])
    const months = [...(promise.periods.get('month') ?? [])].map(([first, { judged }]) => [formatDate(first), judged])
    expect(months).toEqual([
      ['2026-12-01', 4],
      ['2027-01-01', 1],
    ])
  })

  it('counts by row, and by the value of the channel', () => {
    expect(promise.rows.map(({ kept, broken }) => [kept, broken])).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect(promise.fact).toBe('channel')
    expect([...promise.values].map(([value, { judged }]) => [value, judged])).toEqual([
      ['email', 2],
      ['chat', 2],
      ['phone', 1],
    ])
  })

  it('M2: mean and median are of the time counted', () => {
    expect(promise.all.times.mean).toBe((60 + 180 + 15 + 45 + 30) * (MINUTE / 5))
    expect(promise.all.times.percentile(50)).toBe(45 * MINUTE)
    expect(promise.all.unfulfilled).toBe(0)
  })

  it('puts each along its line, and the time of the broken ones into segments', () => {
    // 50 % twice (an hour of two, a quarter of a half), 25 %, and 150 % twice.
    expect([...promise.spread.counts].flatMap((count, bucket) => (count > 0 ? [[bucket, count]] : []))).toEqual([
      [5, 1],
      [10, 2],
      [30, 2],
    ])
    expect(promise.lost[SEGMENT_KINDS.indexOf('waiting')]).toBe(3 * HOUR + 45 * MINUTE)
  })

  it('a period closes 14 days after its end', () => {
    const [december] = [...(promise.periods.get('month') ?? []).keys()]
    expect(figures.isClosed('month', december ?? 0)).toBe(false)
    expect(figuresOf(ANSWER, tickets, '2027-01-15 00:00').isClosed('month', december ?? 0)).toBe(true)
  })
})

describe('means', () => {
  const CALLS = `promises: [{ id: P1, audience: public, clock: { from: repair.booked, until: repair.done, given up: [repair.dropped] },
    measured: [mean: "<= 3 h a month"], table: [{ target: 2 h of office }] }]`
  const start = '2026-12-21 09:00 ticket.created\n2026-12-21 09:00 repair.booked'

  it('M2: those given up count with the time they waited, before and after the due time; those not yet done with the time so far', () => {
    const early = `${start}\n2026-12-21 10:00 repair.dropped`
    const late = `${start}\n2026-12-21 13:00 repair.dropped`
    const done = `${start}\n2026-12-21 10:00 repair.done`
    const { all } = only(figuresOf(CALLS, [early, late, done, start], '2026-12-21 17:00'))
    expect([all.kept, all.broken, all.cancelled, all.unfulfilled]).toEqual([1, 2, 1, 3])
    expect(all.times.mean).toBe(((1 + 4 + 1 + 8) * HOUR) / 4)
  })

  it('M2: a promise in dates counts all time less pauses', () => {
    const body =
      'promises: [{ id: P1, audience: public, clock: resolution, pauses: [waiting-for-customer], table: [{ target: 14 days }] }]'
    const lines = `2026-12-18 12:00 ticket.created
      2026-12-18 13:00 message.sent
      2026-12-18 13:00 status.changed {"to":"waiting-for-customer"}
      2026-12-20 13:00 message.received
      2026-12-20 14:00 message.sent
      2026-12-20 15:00 status.changed {"to":"solved"}`
    expect(only(figuresOf(body, [lines], '2026-12-21 09:00')).all.times.mean).toBe(3 * HOUR)
  })
})

describe('the public figure', () => {
  const many = (count: number, day: string) => Array.from({ length: count }, () => ticket(day, '10:30'))

  it('M3: under 30 commitments no share is shown', () => {
    expect(only(figuresOf(ANSWER, many(29, '2026-12-21'), '2026-12-31 12:00')).lastDays.share).toBeNull()
    const { lastDays } = only(
      figuresOf(ANSWER, [...many(30, '2026-12-21'), ticket('2026-12-21', '')], '2026-12-31 12:00'),
    )
    expect([lastDays.group.kept, lastDays.group.broken]).toEqual([30, 1])
    expect(lastDays.share).toBe(30 / 31)
  })

  it('M1: it is of what fell due in the last 30 dates, up to now', () => {
    const now = '2026-12-31 12:00'
    const inWindow = (day: string, time: string) =>
      only(figuresOf(ANSWER, [`${day} ${time} ticket.created\n${day} ${time} message.sent`], now)).lastDays.group.kept
    expect([inWindow('2026-12-01', '14:00'), inWindow('2026-12-01', '15:30')]).toEqual([0, 1])
    // Answered already, but due only after now.
    expect([inWindow('2026-12-31', '09:30'), inWindow('2026-12-31', '11:00')]).toEqual([1, 0])
  })

  const SETTLE = `promises: [{ id: P1, audience: public, clock: resolution, pauses: [waiting-for-customer], table: [{ target: 1 h of office }] }]`
  const asked = (day: string) => `${day} 09:00 ticket.created\n${day} 09:30 message.sent\n${day} 09:30 status.changed`

  it('counts beside it what is paused for more than 30 days', () => {
    const paused = `${asked('2026-12-01')} {"to":"waiting-for-customer"}`
    expect(only(figuresOf(SETTLE, [paused], '2026-12-31 09:00')).lastDays.pausedLong).toBe(0)
    const { lastDays } = only(figuresOf(SETTLE, [paused], '2026-12-31 09:31'))
    expect([lastDays.pausedLong, lastDays.group.total]).toEqual([1, 0])
  })

  it('a resolution may change until it is closed, or 7 days after it was solved', () => {
    const solved = `${asked('2026-12-21')} {"to":"solved"}`
    const provisional = (lines: string, now: string) => only(figuresOf(SETTLE, [lines], now)).lastDays.provisional
    expect(provisional(solved, '2026-12-28 09:29')).toBe(1)
    expect(provisional(solved, '2026-12-28 09:30')).toBe(0)
    expect(provisional(`${solved}\n2026-12-22 09:00 status.changed {"to":"closed"}`, '2026-12-23 09:00')).toBe(0)
  })
})
