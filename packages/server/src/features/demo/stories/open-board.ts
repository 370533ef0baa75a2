/**
 * The tickets that are open now, in every state that a desk shows: placed backwards from now in opening time, so that the
 * board is alive at any hour, and on a Sunday shows what Friday left.
 */
import { elapsed, isOpen } from '@avow/core'
import type { Chance } from '../chance.ts'
import type { Wished } from '../choose-opening.ts'
import type { Conversation, Opening } from '../conversation.ts'
import { before, type DeskHours, HOUR, MINUTE } from '../desk-hours.ts'
import { acknowledgedDue, answerFirst, bounce, promisedMinutes } from '../first-answer.ts'
import { NOTES } from '../notes.ts'
import { DUTY_MANAGER } from '../staff.ts'
import { TEXTS } from '../texts/index.ts'
import { agentTexts, moreOf, nextAnswerMinutes, solve } from './steps.ts'

/** One place on the board: what is wished of the ticket, when it came in, and how far it is. */
export interface Place {
  readonly wished: Wished
  readonly createdAt: (opening: Opening, now: number, hours: DeskHours, chance: Chance) => number
  readonly tell: (c: Conversation, now: number) => void
}

const BROKEN: Wished = { channel: 'email', reason: 'damaged', shows: true }
const QUESTION: Wished = { channel: 'email', reason: 'question' }
const FORM: Wished = { channel: 'form', reason: 'change-of-mind' }

/** So many places, in an order in which the first ones already show every state. The chat has some while it is open. */
export function boardAt(now: number, { chat }: DeskHours, count: number): Place[] {
  const places =
    isOpen(chat, now - 2 * MINUTE) && isOpen(chat, now)
      ? BOARD
      : BOARD.filter(({ wished }) => wished.channel !== 'chat')
  return places.slice(0, count)
}

const BOARD: readonly Place[] = dealt([
  [11, waiting({ channel: 'email' }, 0.02, 0.3, 'new')],
  [4, waiting(FORM, 0.05, 0.4, 'new')],
  [1, waiting({ channel: 'letter', reason: 'other' }, 0.1, 0.6, 'new')],
  [7, waiting(QUESTION, 0.2, 0.6, 'assigned')],
  [5, waiting({ channel: 'email', reason: 'damaged' }, 0.77, 0.95, 'assigned')],
  [3, waiting(FORM, 0.78, 0.97, 'new')],
  [3, waiting({ channel: 'form', reason: 'late' }, 1.08, 1.4, 'new')],
  [2, waiting(QUESTION, 1.1, 1.4, 'bounced')],
  [1, waiting({ channel: 'form', reason: 'damaged' }, 1.6, 2.1, 'escalated')],
  [8, { wished: BROKEN, createdAt: daysAgo(0.8, 2.2), tell: waitsForPhoto }],
  [6, { wished: { channel: 'email', reason: 'late' }, createdAt: daysAgo(0.6, 1.9), tell: waitsForCarrier }],
  [5, { wished: { ...BROKEN, channel: 'form' }, createdAt: daysAgo(1.5, 2.4), tell: wroteAgain(0.05, 0.6) }],
  [3, { wished: BROKEN, createdAt: daysAgo(2, 2.6), tell: wroteAgain(0.78, 0.96) }],
  [3, { wished: BROKEN, createdAt: daysAgo(2.6, 3.4), tell: wroteAgain(1.05, 1.5) }],
  [3, { wished: QUESTION, createdAt: daysAgo(2, 3), tell: reopened }],
  [2, { wished: { channel: 'chat', reason: 'question' }, createdAt: justNow, tell: (c) => c.begin(undefined) }],
])

function dealt(counts: readonly (readonly [number, Place])[]): Place[] {
  const most = Math.max(...counts.map(([count]) => count))
  return Array.from({ length: most }, (_, round) =>
    counts.flatMap(([count, place]) => (round < count ? [place] : [])),
  ).flat()
}

type How = 'new' | 'assigned' | 'bounced' | 'escalated'

/** Unanswered for a part of what P1 promises. */
function waiting(wished: Wished, low: number, high: number, how: How): Place {
  return {
    wished,
    createdAt({ channel, customer }, now, { office }, chance) {
      const minutes = promisedMinutes(channel, customer) * chance.between(low, high)
      const opened = before(office, now, minutes)
      // What is fresh while the desk is closed came in since then.
      if (high > 0.5 || isOpen(office, now)) return opened
      const closed = before(office, now, 0.01)
      return Math.floor(chance.between(Math.max(closed, now - 20 * HOUR), now - 2 * MINUTE))
    },
    tell(c, now) {
      c.begin(acknowledgedDue(c))
      const target = promisedMinutes(c.opening.channel, c.opening.customer)
      if (how === 'bounced') bounce(c, target)
      if (how === 'escalated') {
        c.work(target + 120)
        c.assign(DUTY_MANAGER, 'care', 'system')
      }
      if (how === 'assigned') {
        c.work((elapsed(c.hours.office, c.at, now) / MINUTE) * c.chance.between(0.2, 0.7))
        c.assign(c.agent)
      }
    },
  }
}

/** So many office days of eight hours ago. */
function daysAgo(low: number, high: number): Place['createdAt'] {
  return (_, now, { office }, chance) => before(office, now, chance.between(low, high) * 480)
}

function justNow(_: Opening, now: number, { chat }: DeskHours, chance: Chance): number {
  return before(chat, now, chance.between(0.3, 1.2))
}

function waitsForPhoto(c: Conversation): void {
  c.begin(acknowledgedDue(c))
  answerFirst(c, agentTexts(c).askPhoto[c.opening.topic.ask.old ? 1 : 0], { inTime: true })
  c.wait(1)
  c.status('waiting-for-customer')
}

function waitsForCarrier(c: Conversation): void {
  c.begin(acknowledgedDue(c))
  answerFirst(c, c.chance.one(agentTexts(c).checking), { inTime: true })
  c.note(c.chance.one(NOTES.carrier))
  c.wait(1)
  c.status('on-hold', { third_party: 'carrier' })
}

/** Answered, and then the customer wrote again: for a part of what P2 promises. */
function wroteAgain(low: number, high: number): Place['tell'] {
  return (c, now) => {
    waitsForPhoto(c)
    const { chance, opening } = c
    const target = opening.customer.tier === 'gold' ? 240 : 480
    c.at = Math.max(c.at + MINUTE, before(c.hours.office, now, target * chance.between(low, high)))
    c.hear(chance.one(TEXTS[opening.matter.language].photo))
  }
}

function reopened(c: Conversation, now: number): void {
  c.begin(acknowledgedDue(c))
  answerFirst(c, c.opening.topic.answer ?? '', { inTime: true })
  solve(c)
  c.at = Math.max(c.at + MINUTE, before(c.hours.office, now, Math.min(300, nextAnswerMinutes(c))))
  c.hear(c.chance.one(moreOf(c.opening)).ask)
}
