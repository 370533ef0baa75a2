import type { Words } from '../../messages/make-words.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import { type Fields, fieldsOf } from './charter-data.ts'

const CLOCKS = ['first-response', 'next-response', 'update-every', 'resolution'] as const

/** `First answer`, by the clock of a promise as the draft writes it; undefined where nothing can be read of it. */
export function clockName(clause: Fields, of: CharterWords, words: Words): string | undefined {
  const preset = CLOCKS.find((clock) => clock === clause['clock'])
  const { from, until } = { from: undefined, until: undefined, ...fieldsOf(clause['clock']) }
  if (preset !== undefined) return words.say(`clock.${preset}`)
  return from === undefined
    ? undefined
    : words.say('clock.declared', { from: of.event(String(from)), until: of.event(String(until)) })
}
