import { type BacktestLine, backtest, compareBacktests, type EventColumns, HistoryReader } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { at, charterOf } from '../small-charter.ts'

const DECLARED = ['repair.booked', 'repair.done', 'repair.dropped']

/** Events as `A 2026-12-21 09:00 ticket.created {…}`: Warsaw winter time. */
function columnsOf(text: string): EventColumns {
  const reader = new HistoryReader(DECLARED)
  const lines = text
    .trim()
    .split('\n')
    .map((line) => {
      const [ticket = '', date = '', time = '', type = '', ...rest] = line.trim().split(' ')
      const fields: object = JSON.parse(rest.join(' ') || '{}')
      return JSON.stringify({ ticket, at: `${date}T${time}:00+01:00`, type, ...fields })
    })
  reader.push(new TextEncoder().encode(lines.join('\n')))
  return reader.finish().columns
}

function linesOf(body: string, text: string, now: string): string[] {
  const lines: string[] = []
  backtest(charterOf(body), columnsOf(text), {
    now: at(now),
    onCommitment: ({ ticket, promise, run, key, state, row }) =>
      lines.push(`${ticket} ${promise}/${run}${key && ` ${key}`} ${state} row ${row}`),
  })
  return lines
}

const ANSWER = `promises:
  - id: P1
    audience: public
    clock: first-response
    no answer needed: [thanks, spam]
    table:
      - { tier: gold, target: 1 h of office }
      - { channel: [email, chat], target: 4 h of office }
`
const REPAIRS = `promises:
  - id: P7
    audience: public
    clock: { from: repair.booked, until: repair.done, given up: repair.dropped }
    table: [ { target: 2 working days of office } ]
`

describe('backtest', () => {
  it('counts the commitments of each promise by state, and the cancelled by reason', () => {
    const text = `
      A 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}
      A 2026-12-21 09:30 message.sent
      B 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}
      B 2026-12-21 10:30 message.sent
      C 2026-12-21 09:00 ticket.created {"facts":{"channel":"email"}}
      D 2026-12-21 09:00 ticket.created {"facts":{"channel":"email"}}
      D 2026-12-21 09:10 status.changed {"to":"solved","reason":"thanks"}
      E 2026-12-21 09:00 ticket.created {"facts":{"channel":"email"}}
      E 2026-12-21 09:10 ticket.spam
      F 2026-12-21 09:00 ticket.created {"facts":{"channel":"phone"}}
      G 2026-12-21 09:00 message.sent`
    const result = backtest(charterOf(ANSWER), columnsOf(text), { now: at('2026-12-21 12:00') })
    expect(result).toEqual({
      tickets: 7,
      events: 11,
      promises: new Map([
        [
          'P1',
          {
            kept: 1,
            broken: 1,
            running: 1,
            paused: 0,
            cancelled: 2,
            cancelledBy: new Map([
              ['thanks', 1],
              ['spam', 1],
            ]),
            putOff: 0,
          },
        ],
      ]),
      withoutCreation: 1,
      unjudged: new Map(),
      ambiguous: new Map(),
      misfits: new Map(),
    })
  })

  it('K10: numbers the runs of a promise by their starts, then by their keys', () => {
    const text = `
      A 2026-12-21 09:00 ticket.created
      A 2026-12-22 09:00 repair.booked {"key":"b"}
      A 2026-12-22 09:00 repair.booked {"key":"a"}
      A 2026-12-21 10:00 repair.booked {"key":"c"}
      A 2026-12-22 10:00 repair.done {"key":"c"}
      A 2026-12-22 11:00 repair.dropped {"key":"b"}`
    expect(linesOf(REPAIRS, text, '2026-12-22 12:00')).toEqual([
      'A P7/1 c kept row 1',
      'A P7/2 a running row 1',
      'A P7/3 b cancelled row 1',
    ])
  })

  it('hands out one line over and over', () => {
    const text =
      'A 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}\nB 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}'
    const lines = new Set<BacktestLine>()
    backtest(charterOf(ANSWER), columnsOf(text), {
      now: at('2026-12-21 12:00'),
      onCommitment: (line) => lines.add(line),
    })
    expect([...lines].map(({ ticket, ticketIndex }) => [ticket, ticketIndex])).toEqual([['B', 1]])
  })

  it('T8: counts runs past the horizon by their code; they are no commitments and leave a gap in the numbers', () => {
    const text = `
      A 2026-12-21 09:00 ticket.created
      A 1999-12-21 09:00 ticket.created
      A 2000-12-21 09:00 repair.booked {"key":"a"}
      A 2026-12-21 09:00 repair.booked {"key":"b"}`
    const result = backtest(charterOf(REPAIRS), columnsOf(text), { now: at('2026-12-21 12:00') })
    expect([result.promises.get('P7')?.running, result.unjudged]).toEqual([1, new Map([['past-horizon', 1]])])
    expect(linesOf(REPAIRS, text, '2026-12-21 12:00')).toEqual(['A P7/2 b running row 1'])
  })

  it('C6: counts tickets on which several rows matched under hit: unique', () => {
    const unique = ANSWER.replace('    table:', '    hit: unique\n    table:')
    const text =
      'A 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold","channel":"chat"}}\nB 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}'
    const result = backtest(charterOf(unique), columnsOf(text), { now: at('2026-12-21 12:00') })
    expect([result.ambiguous, result.promises.get('P1')?.broken]).toEqual([new Map([['P1', 1]]), 1])
  })

  it('F1: shows the values that do not fit their facts, and on how many events they stand', () => {
    const facts = (value: unknown) => JSON.stringify({ facts: { tier: value, channel: 'email' } })
    const values = ['bronze', 'bronze', 'gold', 1, 2, 3, 4, 5, null]
    const text = values.map((value, index) => `T${index} 2026-12-21 09:00 ticket.created ${facts(value)}`).join('\n')
    const { misfits } = backtest(charterOf(ANSWER), columnsOf(text), { now: at('2026-12-21 12:00') })
    expect(misfits).toEqual(new Map([['tier', { events: 7, values: ['bronze', 1, 2, 3, 4] }]]))
  })

  it('tells its progress, at the end at the latest', () => {
    const text = Array.from({ length: 9000 }, (_, index) => `T${index} 2026-12-21 09:00 ticket.created`).join('\n')
    const told: [number, number][] = []
    backtest(charterOf(ANSWER), columnsOf(text), {
      now: at('2026-12-21 12:00'),
      onProgress: (done, total) => told.push([done, total]),
    })
    expect(told).toEqual([
      [8192, 9000],
      [9000, 9000],
    ])
  })

  it('says nothing of an empty history', () => {
    const result = backtest(charterOf(ANSWER), new HistoryReader([]).finish().columns, { now: 0 })
    expect([result.tickets, result.events, result.promises.get('P1')?.kept]).toEqual([0, 0, 0])
  })
})

describe('compareBacktests', () => {
  const text = `
    A 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}
    A 2026-12-21 09:30 message.sent
    B 2026-12-21 09:00 ticket.created {"facts":{"tier":"gold"}}
    B 2026-12-21 10:30 message.sent
    C 2026-12-21 09:00 ticket.created {"facts":{"channel":"phone"}}
    D 2026-12-21 09:00 ticket.created {"facts":{"channel":"email"}}`
  const compared = (before: string, after: string) =>
    compareBacktests(charterOf(before), charterOf(after), columnsOf(text), { now: at('2026-12-21 12:00') })

  it('tells how many commitments changed their state, with tickets', () => {
    const looser = ANSWER.replace('1 h of', '3 h of').replace('[email, chat]', 'phone')
    expect(compared(ANSWER, looser)).toEqual(
      new Map([
        [
          'P1',
          {
            same: 1,
            moved: 1,
            changes: [
              { from: 'broken', to: 'kept', count: 1, tickets: ['B'] },
              { from: 'none', to: 'running', count: 1, tickets: ['C'] },
              { from: 'running', to: 'none', count: 1, tickets: ['D'] },
            ],
          },
        ],
      ]),
    )
  })

  it('finds nothing between a charter and itself', () => {
    expect(compared(ANSWER, ANSWER)).toEqual(new Map([['P1', { same: 3, moved: 0, changes: [] }]]))
  })

  it('compares promises that only one charter makes with none', () => {
    const renamed = ANSWER.replace('id: P1', 'id: P9')
    const changes = (from: string, to: string) =>
      [...compared(ANSWER, renamed)].flatMap(([id, { changes }]) =>
        changes.filter((one) => one.from === from || one.to === to).map(({ count }) => [id, count]),
      )
    expect([...compared(ANSWER, renamed).keys()]).toEqual(['P9', 'P1'])
    expect([changes('none', '-'), changes('-', 'none')]).toEqual([
      [
        ['P9', 1],
        ['P9', 1],
        ['P9', 1],
      ],
      [
        ['P1', 1],
        ['P1', 1],
        ['P1', 1],
      ],
    ])
  })
})
