/** Words by which a customer's message is an event of the charter (SPEC E14): lists that people wrote, and no guess. */
import { foldedWords } from './folded-words.ts'
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
