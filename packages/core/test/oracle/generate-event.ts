/** What random events say: facts that fit or not, states with and without reasons, due times told and withdrawn. */
import { boughtNear, DECLARED, PROMISES, REASONS, type Setting } from './generate-charter.ts'
import { type Move, many } from './history-plan.ts'
import type { PlainEvent } from './plain-data.ts'

const STATES = [
  ...many('solved', 6),
  ...many('waiting-for-customer', 5),
  ...many('on-hold', 4),
  ...many('open', 4),
  ...many('closed', 3),
  'new',
] as const

export function factsBy(setting: Setting, a: number, b: number): Record<string, unknown> {
  const values: Record<string, readonly unknown[]> = {
    channel: ['email', 'chat', 'phone', null, 'pigeon'],
    tier: ['free', 'standard', 'gold', 'gold', null],
    vip: [true, false, null, 'perhaps'],
    size: [2, 3, 4, 5, 6, null, 'big'],
    bought: [boughtNear(setting, a), boughtNear(setting, b), boughtNear(setting, a + b), null, '2026-02-30'],
  }
  const entries = Object.entries(values).map(
    ([name, list], n) => [name, list[(a + b * (n + 1)) % list.length]] as const,
  )
  return Object.fromEntries(entries.filter((_, n) => ((a >> n) & 1) === 1 || n === b % 5))
}

export function eventOf(
  setting: Setting,
  ticket: string,
  n: number,
  { what, a, b }: Move,
): Partial<PlainEvent> | undefined {
  switch (what) {
    case 'received':
      return { type: 'message.received', ...(a % 6 === 0 ? { automatic: true } : {}) }
    case 'sent':
      return {
        type: 'message.sent',
        ...(a % 7 === 0 ? { by: a % 2 === 0 ? 'bot:answers' : 'system' } : {}),
        ...says(a, b),
      }
    case 'auto':
      return { type: 'message.auto', ...says(a, b % 3) }
    case 'status':
      return statusBy(a, b)
    case 'reopened':
      return { type: 'ticket.reopened' }
    case 'facts':
      return { type: 'facts.changed', facts: factsBy(setting, a, b) }
    case 'declared':
      return {
        type: DECLARED[a % 5 < 2 ? 0 : a % 5 < 4 ? 1 : 2],
        ...(b % 3 === 0 ? {} : { key: b % 3 === 1 ? 'a' : 'b' }),
      }
    case 'note':
      return { type: 'note.added', reason: 'thanks' }
    case 'assigned':
      return { type: 'ticket.assigned', to: 'agent:anna', team: 'one' }
    case 'spam':
      return { type: 'ticket.spam' }
    case 'undo':
      return { type: 'ticket.spam', undo: true }
    case 'merged':
      return n === 0 ? undefined : { type: 'ticket.merged', into: `T${(a % n) + 1}` }
    case 'absorbed':
      return { type: 'ticket.absorbed' }
    default:
      return { type: 'weather.changed', reason: ticket }
  }
}

/** What some messages tell of one promise or of all, or withdraw. */
export function says(a: number, b: number): Partial<PlainEvent> {
  const one = PROMISES[a % 2] ?? 'P1'
  return [{ tells: [one] }, { tells: [...PROMISES] }, { withdraws: [one] }, {}, {}, {}][b % 6] ?? {}
}

function statusBy(a: number, b: number): Partial<PlainEvent> {
  const to = STATES[a % STATES.length] ?? 'open'
  const isSettling = to === 'solved' || to === 'closed'
  if (to === 'on-hold')
    return {
      type: 'status.changed',
      to,
      ...(b % 3 === 0 ? {} : b % 3 === 1 ? { third_party: 'maker' } : { reason: 'parts' }),
    }
  return {
    type: 'status.changed',
    to,
    ...(isSettling && b % 3 === 0
      ? { reason: b % 2 === 0 ? REASONS[0] : REASONS[1] }
      : b % 11 === 0
        ? { reason: 'done' }
        : {}),
  }
}
