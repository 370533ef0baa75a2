/**
 * The opposite witness of the package's one judge: written from SPEC.md alone, importing nothing of the package.
 * Slow on purpose. Every question about a ticket is answered by looking back through its events, every due instant by
 * walking forward from its origin; nothing is summed, indexed or carried along.
 */
import { historiesOf } from './histories.ts'
import type { OracleCommitment, PlainCharter, PlainEvent, PlainPromise } from './plain-data.ts'
import { type Act, type Clock, liveThrough, type RunLife, type RunStart } from './run-life.ts'
import { askTicket, type TicketQuestions } from './ticket-questions.ts'

/** The commitments of every ticket named in `events` at `now` (UTC ms), by ticket, in the order of the charter's promises and their runs. */
export function judgeAllBySpec(
  charter: PlainCharter,
  events: readonly PlainEvent[],
  now: number,
): Map<string, OracleCommitment[]> {
  return new Map(
    [...historiesOf(charter, events, now)].map(([ticket, history]) => [ticket, judgeHistory(charter, history, now)]),
  )
}

/** The same for the lines of a single ticket. */
export function judgeBySpec(charter: PlainCharter, events: readonly PlainEvent[], now: number): OracleCommitment[] {
  return [...judgeAllBySpec(charter, events, now).values()].flat()
}

function judgeHistory(charter: PlainCharter, history: readonly PlainEvent[], now: number): OracleCommitment[] {
  const created = history.findIndex((event) => event.type === 'ticket.created')
  if (created < 0) return []
  const ticket = askTicket(charter, history, created)
  return charter.promises.flatMap((promise) => {
    const clock = clockOf(ticket, promise)
    const lives = runsOf(ticket, promise, (run) => liveThrough(charter, ticket, clock, run, now))
    // K10: by start, then key; runs of one start and key stay in the order of the events that began them.
    const numbered = lives
      .filter((life) => life.row !== null)
      .sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
    return numbered.map((life, n) => commitmentOf(promise, life, n + 1))
  })
}

function commitmentOf(promise: PlainPromise, life: RunLife, run: number): OracleCommitment {
  if (life.row === null || life.state === 'without row') throw new Error('a run without a row is no commitment')
  return {
    promise: promise.id,
    run,
    key: life.key,
    state: life.state,
    start: life.start,
    due: life.due,
    settled_at: life.settled,
    fulfilled_at: life.fulfilled,
    reason: life.reason,
    row: life.row,
    put_off: life.putOff,
    passed_over: life.passedOver,
  }
}

function presetOf(promise: PlainPromise): string {
  if (typeof promise.clock === 'string') return promise.clock
  return 'preset' in promise.clock ? promise.clock.preset : 'declared'
}

function clockOf(ticket: TicketQuestions, promise: PlainPromise): Clock {
  const preset = presetOf(promise)
  const own = typeof promise.clock === 'object' && 'from' in promise.clock ? promise.clock.pauses : undefined
  const pauseStates = preset === 'first-response' ? [] : [...(promise.pauses ?? []), ...(own ?? [])]
  return {
    promise,
    pauses: ticket.pauses(pauseStates),
    reopens: preset === 'resolution',
    staysOpen: preset !== 'update-every',
    act: (i, key) => actOf(ticket, promise, preset, i, key),
  }
}

const FULFIL: Act = { does: 'fulfil' }

function actOf(ticket: TicketQuestions, promise: PlainPromise, preset: string, i: number, key: string): Act {
  const noAnswer = (endsBroken: boolean): Act =>
    ticket.isSolveWithoutAnswer(i) ? { does: 'cancel', reason: ticket.event(i).reason ?? '', endsBroken } : undefined
  if (preset === 'first-response') return ticket.isSent(i) ? FULFIL : noAnswer(false)
  if (preset === 'next-response') return ticket.isSent(i) ? FULFIL : noAnswer(true)
  if (preset === 'update-every') return ticket.isSent(i) || ticket.isTrueSolve(i) ? FULFIL : undefined
  if (preset === 'resolution') {
    const untilClosed =
      promise.until === 'closed' || (typeof promise.clock === 'object' && promise.clock.until === 'closed')
    return (untilClosed ? ticket.isClosing(i) : ticket.isTrueSolve(i)) ? FULFIL : undefined
  }
  const clock = promise.clock
  if (typeof clock === 'string' || !('from' in clock) || (ticket.event(i).key ?? '') !== key) return undefined
  if (ticket.isOf(i, [clock.until])) return FULFIL
  return ticket.isOf(i, [clock['given up'] ?? []].flat())
    ? { does: 'cancel', reason: 'given-up', endsBroken: true }
    : undefined
}

/** Where runs begin. `live` follows one to its end, since some clocks begin again only then. */
function runsOf(ticket: TicketQuestions, promise: PlainPromise, live: (run: RunStart) => RunLife): RunLife[] {
  const begin = (i: number, key = ''): RunStart => ({ key, start: ticket.at(i), index: i, byEvent: true })
  const later = Array.from({ length: ticket.count - ticket.created - 1 }, (_, n) => ticket.created + 1 + n)
  const preset = presetOf(promise)
  if (preset === 'resolution') return [live(begin(ticket.created))]
  if (preset === 'first-response') {
    const at = ticket.isByCustomer ? ticket.created : later.find(ticket.isReceived)
    return at === undefined ? [] : [live(begin(at))]
  }
  if (preset === 'next-response') {
    const ends = (i: number) => ticket.isSent(i) || ticket.isSolveWithoutAnswer(i)
    const begins = (i: number) => {
      const mark = later.findLast((j) => j < i && ends(j))
      return ticket.isReceived(i) && mark !== undefined && !later.some((j) => mark < j && j < i && ticket.isReceived(j))
    }
    return later.filter(begins).map((i) => live(begin(i)))
  }
  if (preset === 'update-every')
    return later
      .filter((i) => ticket.isSent(i) && isUnsettled(ticket, i))
      .flatMap((i) => chainOf(ticket, live(begin(i)), live))
  return declaredRuns(ticket, promise, later, live, begin)
}

function isUnsettled(ticket: TicketQuestions, i: number): boolean {
  return ['new', 'open', 'on-hold'].includes(ticket.state(i))
}

/** K3: a run that broke is followed by one that starts at its due instant. */
function chainOf(ticket: TicketQuestions, head: RunLife, live: (run: RunStart) => RunLife): RunLife[] {
  const lives = [head]
  for (let last: RunLife | undefined = head; last !== undefined; ) {
    const due: number | null = last.state === 'broken' ? last.due : null
    const index: number = due === null ? -1 : ticket.lastUntil(due)
    last = due !== null && isUnsettled(ticket, index) ? live({ key: '', start: due, index, byEvent: false }) : undefined
    if (last !== undefined) lives.push(last)
  }
  return lives
}

/** K5: per key, a run begins at a `from` while none of that key is open. */
function declaredRuns(
  ticket: TicketQuestions,
  promise: PlainPromise,
  later: readonly number[],
  live: (run: RunStart) => RunLife,
  begin: (i: number, key: string) => RunStart,
): RunLife[] {
  const clock = promise.clock
  if (typeof clock === 'string' || !('from' in clock)) throw new Error(`no clock: ${JSON.stringify(clock)}`)
  const keyOf = (i: number) => ticket.event(i).key ?? ''
  const starts = later.filter((i) => ticket.isOf(i, [clock.from]))
  const lives: RunLife[] = []
  for (const i of starts) {
    const earlier = lives.filter((life) => life.key === keyOf(i))
    if (earlier.length > 0 && clock.each === 'once') continue
    if (earlier.every((life) => life.closedBy < i)) lives.push(live(begin(i, keyOf(i))))
  }
  return lives
}
