import {
  absorbMerged,
  ColumnsBuilder,
  type EventColumns,
  type HistoryAccount,
  HistoryReader,
  KIND,
  readEvent,
  type TicketEvent,
} from '@avow/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { historyLines } from './arbitrary-lines.ts'

const DECLARED = ['repair.booked', 'repair.done']
const encoder = new TextEncoder()

/** Reads a text in pieces of the given lengths, taken in turn. */
function read(text: string, pieces: readonly number[] = [1 << 20]): { columns: EventColumns; account: HistoryAccount } {
  const reader = new HistoryReader(DECLARED)
  const bytes = encoder.encode(text)
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const end = start + Math.max(1, pieces[turn % pieces.length] ?? 1)
    // The memory of a piece may be used again.
    const piece = bytes.slice(start, end)
    reader.push(piece)
    piece.fill(0x21)
    start = end
  }
  return reader.finish()
}

/** The same with JSON.parse and the builder alone. */
function builtFrom(lines: readonly string[]): { columns: EventColumns; taken: number; repeated: number } {
  const builder = new ColumnsBuilder(DECLARED)
  const outcomes = lines.flatMap(eventOf).map((event) => builder.add(event))
  const count = (outcome: string) => outcomes.filter((found) => found === outcome).length
  return { columns: builder.finish(), taken: count('taken'), repeated: count('repeated') }
}

function eventOf(line: string): TicketEvent[] {
  try {
    const { event } = readEvent(JSON.parse(line))
    return event === undefined ? [] : [event]
  } catch {
    return []
  }
}

const added = (account: HistoryAccount): number =>
  account.blank +
  account.events +
  account.repeated +
  [...account.unknownTypes.values()].reduce((sum, count) => sum + count, 0) +
  account.unreadable.count

const event = (ticket: string, time: string, type: string, more: object = {}): string =>
  JSON.stringify({ ticket, at: `2026-01-05T${time}Z`, type, ...more })

describe('HistoryReader', () => {
  it('reads every way of writing a line as JSON.parse does, in pieces of any size', () => {
    fc.assert(
      fc.property(
        historyLines(80),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 }),
        (lines, end, pieces) => {
          // The first time JSON.parse reads a line, the second the scanner, the third it is known by its layout.
          const often = [...lines, ...lines.toReversed()]
          const { columns, account } = read(often.join(end), pieces)
          const built = builtFrom(often)
          expect(columns).toEqual(built.columns)
          expect([account.events, account.repeated]).toEqual([built.taken, built.repeated])
          expect(added(account)).toBe(account.lines)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('accounts for every line', () => {
    const lines = [
      event('A', '10:00:00', 'ticket.created', { facts: { tier: 'gold' } }),
      event('A', '10:05:00', 'message.sent', { id: 'e1', colour: 'red', shape: 1 }),
      event('A', '10:05:00', 'message.sent', { id: 'e1', colour: 'red', shape: 1 }),
      event('A', '10:06:00', 'parcel.lost', { recorded: '2026-01-07T00:00:00Z' }),
      event('B', '10:06:00', 'parcel.lost'),
      event('B', '10:06:00', 'message.sent', { seq: 'first' }),
      '',
      '   ',
      'no JSON',
      '{"ticket":"A","type":"message.sent"}',
    ]
    const { account } = read(`\ufeff${lines.join('\r\n')}\r\n`)
    expect(account).toEqual({
      lines: 10,
      blank: 2,
      events: 3,
      repeated: 1,
      unknownTypes: new Map([['parcel.lost', 2]]),
      unknownFields: new Map([
        ['colour', 2],
        ['shape', 2],
      ]),
      badFields: new Map([['seq', 1]]),
      droppedFacts: 0,
      notUtf8: 0,
      unreadable: {
        count: 2,
        first: [
          { file: 1, line: 9, code: 'not-json', message: expect.stringContaining('JSON') },
          { file: 1, line: 10, code: 'bad-instant', message: expect.stringContaining('instant') },
        ],
      },
      from: Date.UTC(2026, 0, 5, 10),
      until: Date.UTC(2026, 0, 7),
      tickets: 2,
    })
  })

  it('counts lines by file, and ends a file that lacks its last line feed', () => {
    const reader = new HistoryReader(DECLARED)
    for (const text of [
      `${event('A', '10:00:00', 'ticket.created')}\nno`,
      `\ufeff${event('B', '10:00:00', 'ticket.created')}`,
      'no',
    ]) {
      reader.push(encoder.encode(text))
      reader.endOfFile()
    }
    const { account } = reader.finish()
    expect([account.lines, account.events]).toEqual([4, 2])
    expect(account.unreadable.first.map(({ file, line }) => [file, line])).toEqual([
      [1, 2],
      [3, 1],
    ])
  })

  it('shows twenty unreadable lines and counts all', () => {
    const { account } = read('x\n'.repeat(50))
    expect([account.unreadable.count, account.unreadable.first.length]).toEqual([50, 20])
  })

  it('gives up lines of more than a mebibyte, whole or in pieces, and goes on behind them', () => {
    const long = event('A', '10:00:00', 'message.sent', { subject: 'x'.repeat(1 << 20) })
    const text = [event('A', '09:00:00', 'ticket.created'), long, event('A', '11:00:00', 'message.sent'), long].join(
      '\n',
    )
    for (const pieces of [[1 << 22], [1 << 16]]) {
      const { account } = read(text, pieces)
      expect([account.lines, account.events]).toEqual([4, 2])
      expect(account.unreadable.first.map(({ line, code }) => [line, code])).toEqual([
        [2, 'line-too-long'],
        [4, 'line-too-long'],
      ])
    }
  })

  it('takes a line of just a mebibyte', () => {
    const frame = event('A', '10:00:00', 'message.sent', { subject: '' })
    const line = event('A', '10:00:00', 'message.sent', { subject: 'x'.repeat((1 << 20) - frame.length) })
    expect(read(`${line}\n${line}\n${line}\n${line}x`).account.events).toBe(3)
  })

  it('reads bytes that are no UTF-8 with a mark in their place, and counts the lines', () => {
    const reader = new HistoryReader(DECLARED)
    const line = (name: number) =>
      [...encoder.encode(event('X', '10:00:00', 'ticket.created', { facts: { team: '?' } }))].map((byte) =>
        byte === 0x3f ? name : byte,
      )
    for (const name of [0xe9, 0xff, 0x41]) reader.push(Uint8Array.from([...line(name), 0x0a]))
    const { columns, account } = reader.finish()
    expect(columns.facts[0]?.values).toEqual(['\ufffd', 'A'])
    expect([account.events, account.notUtf8]).toEqual([3, 2])
  })

  it('looks closer at bytes that are no UTF-8 in lines of a known layout', () => {
    const reader = new HistoryReader(DECLARED)
    const line = encoder.encode(`${event('X?', '10:00:00', 'ticket.created')}\n`)
    for (const name of [0x41, 0x41, 0x41, 0xff, 0x41]) reader.push(line.map((byte) => (byte === 0x3f ? name : byte)))
    const { columns, account } = reader.finish()
    expect([columns.tickets, account.notUtf8]).toEqual([['XA', 'X\ufffd'], 1])
  })

  it('E2: the order of lines does not matter', () => {
    const lines = historyLines(30)
    fc.assert(
      fc.property(
        lines.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(ticketsOf(read(shuffled.join('\n')).columns)).toEqual(ticketsOf(read(given.join('\n')).columns))
        },
      ),
    )
  })

  it('E2: a long history of one ticket is put in order', () => {
    const times = Array.from({ length: 500 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1) + ((index * 7919) % 500) * 60_000).toISOString(),
    )
    const { columns } = read(times.map((at) => JSON.stringify({ ticket: 'A', at, type: 'message.sent' })).join('\n'))
    expect([...columns.at]).toEqual(times.map((at) => Date.parse(at)).sort((a, b) => a - b))
  })

  it('E3: of events with one id the one recorded first stays; other tickets may use the id too', () => {
    const early = event('A', '10:00:00', 'message.sent', { id: 'e', recorded: '2026-01-05T12:00:00Z' })
    const late = event('A', '09:00:00', 'message.received', { id: 'e', recorded: '2026-01-05T13:00:00Z' })
    const other = event('B', '09:00:00', 'message.received', { id: 'e' })
    for (const lines of [
      [early, late, other, other],
      [late, other, early, other],
      [other, other, late, early],
    ]) {
      const { columns, account } = read(lines.join('\n'))
      expect(ticketsOf(columns).get('A')).toMatchObject([{ at: Date.UTC(2026, 0, 5, 10) }])
      expect([account.events, account.repeated]).toEqual([2, 2])
    }
  })

  it('E10: messages of merged tickets join the survivors as absorbMerged has it', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D')
    const line = fc
      .record({
        ticket: name,
        minute: fc.nat(9),
        type: fc.constantFrom(
          'ticket.created',
          'message.received',
          'message.sent',
          'message.sent',
          'ticket.merged',
          'ticket.absorbed',
        ),
        other: name,
        hasId: fc.boolean(),
        seq: fc.option(fc.nat(2), { nil: undefined }),
      })
      .map(({ ticket, minute, type, other, hasId, seq }) => {
        const merge = { [type === 'ticket.merged' ? 'into' : 'from']: other }
        const id = hasId ? JSON.stringify([minute, type, other, seq]) : undefined
        return event(ticket, `10:0${minute}:00`, type, { id, seq, ...merge })
      })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
        const { columns } = read(lines.join('\n'))
        const builder = new ColumnsBuilder(DECLARED)
        for (const one of absorbMerged(lines.flatMap(eventOf)))
          if (columns.tickets.includes(one.ticket)) builder.add(one)
        expect(ticketsOf(columns)).toEqual(ticketsOf(builder.finish()))
      }),
      { numRuns: 300 },
    )
  })

  it('E13: a message that was moved away judges nothing, here and where it joined, as absorbMerged has it', () => {
    const name = fc.constantFrom('A', 'B', 'C')
    const line = fc
      .record({ ticket: name, minute: fc.nat(9), id: fc.nat(5), into: name, what: fc.nat(5) })
      .map(({ ticket, minute, id, into, what }) => {
        if (what === 0) return event(ticket, `10:0${minute}:00`, 'ticket.merged', { into })
        if (what <= 2) return event(ticket, `10:0${minute}:00`, 'message.moved', { message: `m${id}`, into })
        // Which of two events of one id and one instant counts is not said anywhere: an id has one type here.
        if (what === 3) return event(ticket, `10:0${minute}:00`, 'message.sent', { id: `s${id}` })
        return event(ticket, `10:0${minute}:00`, 'message.received', { id: `m${id}` })
      })
    const judged = (columns: EventColumns) =>
      [...ticketsOf(columns)].map(([ticket, events]) => [
        ticket,
        events.filter((one) => !('kind' in one && one.kind === KIND.other)),
      ])
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
        const { columns } = read(lines.join('\n'))
        const builder = new ColumnsBuilder(DECLARED)
        for (const one of absorbMerged(lines.flatMap(eventOf)))
          if (columns.tickets.includes(one.ticket)) builder.add(one)
        builder.leaveOutMoved(Number.POSITIVE_INFINITY)
        expect(judged(columns)).toEqual(judged(builder.finish()))
      }),
      { numRuns: 300 },
    )
  })

  it('takes events from other sources, each as a line', () => {
    const reader = new HistoryReader(DECLARED)
    for (const line of [event('A', '10:00:00', 'ticket.created'), event('A', '11:00:00', 'parcel.lost')]) {
      for (const one of eventOf(line)) reader.pushEvent(one)
    }
    const { account, columns } = reader.finish()
    expect([account.lines, account.events, account.unknownTypes.get('parcel.lost')]).toEqual([2, 1, 1])
    expect(columns.tickets).toEqual(['A'])
  })

  it('keeps no more facts than a hostile file may cost', () => {
    const facts = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, index]))
    const { columns, account } = read(event('A', '10:00:00', 'ticket.created', { facts }))
    expect([columns.facts.length, account.droppedFacts]).toEqual([256, 44])
  })
})

/** Each ticket's events with all that the judge sees of them. */
function ticketsOf(columns: EventColumns): ReadonlyMap<string, readonly object[]> {
  return new Map(
    columns.tickets.map((ticket, index) => {
      const [first, end] = [columns.first[index] ?? 0, columns.first[index + 1] ?? 0]
      return [ticket, Array.from({ length: end - first }, (_, place) => eventAt(columns, first + place))]
    }),
  )
}

function eventAt(columns: EventColumns, row: number): object {
  const detail = columns.detail[row] ?? -1
  const hasFacts = columns.kind[row] === 0 || columns.kind[row] === 1
  const facts = columns.facts.map(({ name, values, rows }) => [name, values[rows[detail] ?? -1]])
  return {
    at: columns.at[row],
    recorded: columns.recorded?.[row] ?? columns.at[row],
    kind: columns.kind[row],
    actor: columns.actor[row],
    about: hasFacts
      ? detail < 0
        ? null
        : Object.fromEntries(facts.filter(([, value]) => value !== undefined))
      : columns.details[detail],
  }
}
