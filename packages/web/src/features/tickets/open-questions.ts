import type { Entry } from '@avow/contract'
import type { Told } from './thread.ts'

/** A question of the customer that nobody has answered since. */
export interface OpenQuestion extends Told {
  /** The sentence, shortened where it is long. */
  readonly text: string
}

const MOST_CHARACTERS = 240

/** A blank line, or a line that begins with the mark or the number of a list, begins a new thought; other breaks are wrapping. */
const BREAK = /\n\s*\n|\n(?=\s*(?:[-*•–]|\p{Nd}{1,2}[.)])\s)/u
/**
 * Where a sentence ends: at its mark before a space. The semicolon is a mark in Greek alone, where it asks (also written
 * U+037E); behind the Arabic question mark the space is often left out.
 */
const END = /(?:[.!…?？\u037e]|(?<=\p{Script=Greek}\p{M}*["'”’»)]{0,3});)+["'”’»)\]]*(?=\s|$)|؟[?!؟]*["'”’»)\]]*/gu
const ASKS = /[?？؟;\u037e]/u

/** The sentences of a text that end in a question mark of its script, in their order, each once. Lines quoted with `>` are left out. */
export function questionsIn(text: string): readonly string[] {
  const own = text
    .split('\n')
    .filter((line) => !/^\s?>/u.test(line))
    .join('\n')
  const questions = own.split(BREAK).flatMap((thought) => {
    const line = thought.replace(/\s+/gu, ' ').trim()
    let from = 0
    return [...line.matchAll(END)].flatMap(({ 0: mark, index }) => {
      const sentence = line.slice(from, index + mark.length).trim()
      from = index + mark.length
      return ASKS.test(mark) && /\p{L}/u.test(sentence) ? [shortened(sentence)] : []
    })
  })
  return [...new Set(questions)]
}

/**
 * What customers asked since a person of ours last answered them, in its order. By marks alone: a question without one is not
 * found, and one that was answered by telephone still stands here.
 */
export function openQuestions(thread: readonly Told[]): readonly OpenQuestion[] {
  const answered = thread.findLastIndex(({ entry }) => entry.type === 'message.sent')
  return thread
    .slice(answered + 1)
    .filter(({ entry }) => isOfCustomer(entry))
    .flatMap(({ entry, ticket }) => questionsIn(entry.text ?? '').map((text) => ({ entry, ticket, text })))
}

/** Written by a person outside, and still on this ticket. */
function isOfCustomer({ type, fields, moved_to }: Entry): boolean {
  return type === 'message.received' && fields['automatic'] !== true && moved_to === null
}

/** By whole characters. */
export function shortened(text: string, most = MOST_CHARACTERS): string {
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
