/** Words by which a customer's message is an event of the charter (SPEC E14): lists that people wrote, and no guess. */
import type { EventDefinition } from './parts.ts'

/** So much of a message is looked at, in UTF-16 units. */
const MOST = 100_000

/**
 * Names of the events that a message of a customer is, in the order of the charter: those of which it has a word, whatever
 * language the word is listed for.
 */
export function eventsHeard(events: ReadonlyMap<string, EventDefinition>, message: string): readonly string[] {
  let said: string | undefined
  return [...events.values()].flatMap(({ name, words }) => {
    if (words === undefined) return []
    said ??= ` ${foldedWords(message.slice(0, MOST))} `
    const isHeard = [...words.values()].flat().some((word) => said?.includes(` ${foldedWords(word)} `) === true)
    return isHeard ? [name] : []
  })
}

/**
 * The words of a text with one space between them: letters and digits alone, without case, accents, vowel signs and ligatures.
 * What has none is the empty text.
 */
export function foldedWords(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
  const letters = plain.replaceAll('ς', 'σ').replaceAll('ł', 'l').replaceAll('ß', 'ss')
  return (letters.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
