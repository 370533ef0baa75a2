import { shortened } from './open-questions.ts'
import type { Told } from './thread.ts'

/** One message in a line. */
export interface DigestLine extends Told {
  /** Its first line with words, without what is quoted; empty where it has none. */
  readonly first: string
}

/** From here on a conversation is too long to be looked through. */
export const LONG_THREAD = 8
const MOST_CHARACTERS = 160

/** What people said to each other; what the desk writes by itself says nothing new. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'message.received',
  'message.sent',
  'note.added',
  'ticket.forwarded',
  'note.received',
])

/** Each message of a conversation with its first line, in their order. */
export function digestOf(thread: readonly Told[]): readonly DigestLine[] {
  return thread
    .filter(({ entry }) => OF_PEOPLE.has(entry.type) && entry.moved_to === null)
    .map((told) => ({ ...told, first: firstLine(told.entry.text ?? '') }))
}

function firstLine(text: string): string {
  const lines = text.split('\n').filter((line) => !/^\s?>/u.test(line) && /[\p{L}\p{N}]/u.test(line))
  // A greeting says nothing, where more follows.
  const [first = '', second] = lines.map((line) => line.trim())
  return shortened(second !== undefined && /^.{1,40}[,،!:]$/u.test(first) ? second : first, MOST_CHARACTERS)
}
