/** Questions about a ticket after its i-th event, each answered by looking back through the events: there is no running state to get wrong. */
import { fits } from './conditions.ts'
import { instantAt, isDeclared } from './histories.ts'
import type { Interval, PlainCharter, PlainEvent } from './plain-data.ts'
import { joined } from './reckoning.ts'
import { dateAt } from './wall-clock.ts'

const OUT = ['new', 'open', 'waiting-for-customer', 'on-hold']

export type TicketQuestions = ReturnType<typeof askTicket>

/** `events` in order; `created` is the index of the creation that counts (E5). */
export function askTicket(charter: PlainCharter, events: readonly PlainEvent[], created: number) {
  const reasons = [
    ...(charter['no answer needed'] ?? []),
    ...charter.promises.flatMap((promise) => promise['no answer needed'] ?? []),
  ]
  const event = (i: number): PlainEvent => events[i] ?? never(i)
  const at = (i: number) => instantAt(event(i))
  const is = (i: number, type: string) => event(i).type === type
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)

  const states = new Map<number, string>()
  /** E7: the ticket's state after event i. */
  const state = (i: number): string => {
    const known = states.get(i)
    if (known !== undefined) return known
    const found = stateAfter(i)
    states.set(i, found)
    return found
  }
  const stateAfter = (i: number): string => {
    if (i < created) return ''
    if (i === created) return 'new'
    const before = state(i - 1)
    if (is(i, 'status.changed')) return event(i).to ?? before
    if (is(i, 'ticket.reopened')) return before === 'solved' || before === 'closed' ? 'open' : before
    if (isReceived(i)) return before === 'waiting-for-customer' || before === 'solved' ? 'open' : before
    return before
  }
  const party = (i: number) =>
    (
      event(i).by ??
      { 'ticket.created': 'customer', 'message.received': 'customer', 'message.sent': 'agent' }[event(i).type] ??
      'system'
    ).split(':')[0]

  /** E6, E7: a message of the customer that counts. */
  const isReceived = (i: number): boolean =>
    i > created && is(i, 'message.received') && event(i).automatic !== true && state(i - 1) !== 'closed'
  const isSent = (i: number) =>
    i > created && is(i, 'message.sent') && party(i) === 'agent' && event(i).automatic !== true
  const isByCustomer = party(created) !== 'agent' || event(created).for === 'customer'
  const isContact = (i: number) => (i === created ? isByCustomer : isReceived(i))
  /** P2: whether a person has sent a message since the customer's last one. */
  const isAnswered = (i: number): boolean => {
    const last = range(created, i + 1).findLast(isContact) ?? created
    return range(last + 1, i + 1).some(isSent)
  }
  const isSettled = (i: number) => state(i) === 'solved' || state(i) === 'closed'
  const needsNoAnswer = (i: number) => i > created && is(i, 'status.changed') && reasons.includes(event(i).reason ?? '')
  /** K7. */
  const isTrueSolve = (i: number) =>
    i > created &&
    is(i, 'status.changed') &&
    event(i).to === 'solved' &&
    !isSettled(i - 1) &&
    (needsNoAnswer(i) || isAnswered(i - 1))
  const isClosing = (i: number) => i > created && state(i) === 'closed' && state(i - 1) !== 'closed'
  /** K8. */
  const isSolveWithoutAnswer = (i: number) => needsNoAnswer(i) && (event(i).to === 'solved' || event(i).to === 'closed')
  /** E8. */
  const isReopening = (i: number) => i > created && isSettled(i - 1) && OUT.includes(state(i))
  /** K9: the reopening that event i undoes. */
  const undoes = (i: number): number | undefined => {
    if (!isSolveWithoutAnswer(i) || isSettled(i - 1)) return undefined
    const reopening = range(created, i).findLast(isReopening)
    return reopening !== undefined && !range(reopening + 1, i).some(isSent) ? reopening : undefined
  }
  /** P3: whether the on-hold that lasts at i names who is waited for. */
  const namesWhoIsWaitedFor = (i: number): boolean => {
    const entered =
      range(created, i + 1).findLast((j) => state(j) === 'on-hold' && (j === created || state(j - 1) !== 'on-hold')) ??
      i
    const last = range(created, i + 1).findLast(isContact) ?? created
    return range(Math.max(entered, last), i + 1).some(
      (j) =>
        is(j, 'status.changed') &&
        event(j).to === 'on-hold' &&
        ((event(j).third_party ?? '') !== '' || (event(j).reason ?? '') !== ''),
    )
  }
  const isPausing = (i: number, pauseStates: readonly string[]): boolean =>
    pauseStates.includes(state(i)) &&
    ((state(i) === 'waiting-for-customer' && isAnswered(i)) || (state(i) === 'on-hold' && namesWhoIsWaitedFor(i)))

  /** P1: when the ticket is in a pause that counts; what happens within one instant is no pause. */
  const pauses = (pauseStates: readonly string[]): Interval[] =>
    joined(
      range(created, events.length)
        .filter((i) => isPausing(i, pauseStates))
        .map((i) => ({ start: at(i), end: i + 1 < events.length ? at(i + 1) : Number.POSITIVE_INFINITY })),
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    )

  /** E11. */
  const contacts = (i: number): number => {
    const closesTurn = (j: number) => isSent(j) || isTrueSolve(j)
    const turns = range(created, i + 1).filter((j) => isContact(j) || closesTurn(j))
    return turns.filter((j, n) => isContact(j) && (n === 0 || closesTurn(turns[n - 1] ?? never(n)))).length
  }
  const messages = (i: number) => range(created, i + 1).filter(isReceived).length
  const unanswered = (i: number): number => {
    const answer = range(created, i + 1).findLast((j) => isSent(j) || isTrueSolve(j)) ?? created
    return range(answer, i + 1).filter(isReceived).length
  }
  const reopenings = (i: number) => {
    const undone = range(created, i + 1).map(undoes)
    return range(created, i + 1).filter((j) => isReopening(j) && !undone.includes(j)).length
  }
  /** F1: what is known after event i; a value that does not fit is unknown. */
  const known = (i: number) => {
    const facts = new Map<string, unknown>()
    for (const j of range(0, i + 1))
      if (j === created || is(j, 'facts.changed'))
        for (const [name, value] of Object.entries(event(j).facts ?? {})) {
          const type = charter.facts?.[name]
          facts.set(name, type !== undefined && fits(type, value) ? value : null)
        }
    facts
      .set('contacts', contacts(i))
      .set('messages', messages(i))
      .set('reopenings', reopenings(i))
      .set('unanswered', unanswered(i))
    return { facts, created: dateAt(charter.zone, at(created)) }
  }
  const isOf = (i: number, types: readonly string[]) =>
    i > created && isDeclared(charter, event(i)) && types.includes(event(i).type)
  const lastUntil = (t: number) => range(0, events.length).findLast((i) => at(i) <= t) ?? never(t)

  return {
    count: events.length,
    created,
    event,
    at,
    is,
    state,
    isByCustomer,
    isReceived,
    isSent,
    isTrueSolve,
    isClosing,
    isSolveWithoutAnswer,
    isReopening,
    undoes,
    pauses,
    known,
    isOf,
    lastUntil,
  }
}

function never(n: number): never {
  throw new Error(`no event ${n}`)
}
