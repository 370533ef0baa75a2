import {
  absorbMerged,
  type BacktestLine,
  backtest,
  type Commitment,
  type CompiledCharter,
  decide,
  type EventColumns,
  readEvent,
  type TicketEvent,
} from '@avow/core'
import { type GeneratedHistory, generateTickets } from './generate-history.ts'

/** Merged tickets are at most ten tickets from their survivors; chains of this many are followed. */
const BLOCK = 2000
const MARGIN = 200

export interface Comparison {
  /** Tickets judged both ways. */
  readonly tickets: number
  readonly commitments: number
  readonly differences: number
  /** The first difference. */
  readonly example: string
}

/**
 * Judges tickets of a generated history one by one with `decide`, and counts the commitments in which the backtest over the
 * columns read from the same lines says anything else. The columns have the tickets in the order of their creation. Of the
 * tickets, 2,000 in a row are taken and those of the next `every` − 1 blocks left out; 1 takes all.
 */
export function compareWithDecide(
  charter: CompiledCharter,
  columns: EventColumns,
  history: GeneratedHistory,
  now: number,
  every: number,
): Comparison {
  const decisions = decisionsOf(charter, history, now, every)
  const isTaken = (index: number) => Math.floor(index / BLOCK) % every === 0
  let tickets = 0
  let ticket = -1
  let expected: readonly Commitment[] = []
  let place = 0
  let [commitments, differences, example] = [0, 0, '']
  const differs = (what: string) => {
    differences++
    example ||= what
  }
  const goOnTo = (index: number) => {
    for (; ticket < index; ticket++) {
      if (place < expected.length)
        differs(`${columns.tickets[ticket]}: ${expected.length - place} commitments are missing`)
      expected = []
      place = 0
      if (ticket + 1 >= columns.tickets.length || !isTaken(ticket + 1)) continue
      tickets++
      const { value } = decisions.next()
      if (value !== undefined && value.ticket !== columns.tickets[ticket + 1])
        differs(`${value.ticket} stands elsewhere`)
      expected = value?.commitments ?? []
    }
  }
  backtest(charter, columns, {
    now,
    onCommitment: (line) => {
      goOnTo(line.ticketIndex)
      if (!isTaken(line.ticketIndex)) return
      commitments++
      const other = expected[place++]
      if (other === undefined || !isSame(line, other))
        differs(`${line.ticket}: ${line.promise}/${line.run} is ${JSON.stringify(other)}`)
    },
  })
  goOnTo(columns.tickets.length)
  return { tickets, commitments, differences, example }
}

function isSame(line: BacktestLine, other: Commitment): boolean {
  return (
    line.promise === other.promise &&
    line.run === other.run &&
    line.key === other.key &&
    line.state === other.state &&
    line.start === other.start &&
    line.due === other.due &&
    line.at === other.settled_at &&
    line.fulfilled === other.fulfilled_at &&
    line.reason === other.reason &&
    line.row === other.row &&
    line.putOff === other.put_off
  )
}

function* decisionsOf(
  charter: CompiledCharter,
  history: GeneratedHistory,
  now: number,
  every: number,
): Generator<{ readonly ticket: string; readonly commitments: readonly Commitment[] }> {
  let held: (readonly TicketEvent[])[] = []
  let done = 0
  let block = 0
  for (const lines of generateTickets(history)) {
    held.push(lines.flatMap(({ text }) => readEvent(JSON.parse(text)).event ?? []))
    if (held.length < done + BLOCK + MARGIN) continue
    if (block++ % every === 0) yield* judged(charter, held, done, done + BLOCK, now)
    held = held.slice(done + BLOCK - MARGIN)
    done = MARGIN
  }
  for (; done < held.length; done += BLOCK) {
    if (block++ % every === 0) yield* judged(charter, held, done, Math.min(done + BLOCK, held.length), now)
  }
}

function* judged(
  charter: CompiledCharter,
  held: readonly (readonly TicketEvent[])[],
  from: number,
  to: number,
  now: number,
): Generator<{ readonly ticket: string; readonly commitments: readonly Commitment[] }> {
  const byTicket = Map.groupBy(absorbMerged(held.flat()), ({ ticket }) => ticket)
  for (const [first] of held.slice(from, to)) {
    const ticket = first?.ticket ?? ''
    yield { ticket, commitments: decide(charter, byTicket.get(ticket) ?? [], now).commitments }
  }
}
