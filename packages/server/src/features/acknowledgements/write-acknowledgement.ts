import type { Day } from '@avow/core'
import type { WallClock } from '../../site/wall-clock.ts'
import { dayWords, dueWords } from './due-words.ts'

import type { FirstAnswer } from './first-answer.ts'
import type { HeldTickets } from './held-tickets.ts'
import type { MessageKey } from './messages/en.ts'
import type { Speak } from './messages/speak.ts'

export interface AcknowledgementWords {
  readonly language: string
  readonly say: Speak
  readonly number: number
  readonly answer: FirstAnswer
  /** By which the customer is told times. */
  readonly clock: WallClock
  /** What the charter says of the crises that amend its promises for this ticket, and until when each lasts (UTC ms). */
  readonly crises: readonly { readonly text: string; readonly until: number }[]
  /** That the way by which they wrote comes to its end, or has, and what to use in its place; left out where it stays. */
  readonly ends?:
    | {
        readonly channel: string
        readonly until: Day
        readonly isOver: boolean
        readonly next: { readonly channel: string; readonly address: string | undefined } | undefined
      }
    | undefined
  readonly held: HeldTickets
  /** Where the request can be followed; left out where there is no address. */
  readonly follow?: string | undefined
  /** The charter's title in this language, and where the charter is to be read. */
  readonly charter?: { readonly title: string; readonly address: string } | undefined
}

/** The text of an acknowledgement: paragraphs, in the words of the catalogue alone. Addresses stand on lines of their own. */
export function writeAcknowledgement(words: AcknowledgementWords): string {
  const { say, number, answer, clock, crises, ends, held, follow, charter } = words
  const at = (found: FirstAnswer, by: WallClock): string =>
    'due' in found ? dueWords(by, found.due, words.language) : ''
  const numbered = String(number)
  const others = held.named.map((ticket) =>
    say(HELD[ticket.answer.kind], { number: String(ticket.number), due: at(ticket.answer, ticket.clock) }),
  )
  const more = held.more > 0 ? [say('more', { count: held.more })] : []
  return [
    [say('received', { number: numbered }), say(answer.kind, { due: at(answer, clock) })].join('\n'),
    ...crises.map(({ text, until }) => say('crisis', { text, until: dueWords(clock, until, words.language) })),
    ...(ends === undefined ? [] : [endWords(ends, words)]),
    ...(others.length > 0 ? [[say('held', { count: others.length }), ...others, ...more].join('\n')] : []),
    ...(follow === undefined ? [] : [`${say('follow')}\n${follow}`]),
    say('add'),
    ...(charter === undefined ? [] : [`${say('charter', { title: charter.title })}\n${charter.address}`]),
  ].join('\n\n')
}

function endWords(ends: NonNullable<AcknowledgementWords['ends']>, { say, language }: AcknowledgementWords): string {
  const { channel, until, isOver, next } = ends
  const lines = [say(isOver ? 'ended' : 'ends', { channel, date: dayWords(until, language) })]
  if (next === undefined) return lines.join('\n')
  const { address } = next
  lines.push(say(address === undefined ? 'next' : 'next-at', { channel: next.channel }))
  return [...lines, ...(address === undefined ? [] : [address])].join('\n')
}

const HELD = {
  due: 'held.due',
  past: 'held.past',
  paused: 'held.paused',
  none: 'held.none',
} as const satisfies Record<FirstAnswer['kind'], MessageKey>
