import type { Entry } from '@avow/contract'
import { withoutTurning } from '../../messages/isolates.ts'
import type { Words } from '../../messages/make-words.ts'
import type { CharterWords } from '../charters/charter-words.ts'

/** A step that was done, skipped, handed over or waited out: who, which, and why or with what; undefined for what the desk does not know. */
export function stepEventWords(entry: Entry, words: Words, of: CharterWords): string | undefined {
  const { type, fields, text: reason, person } = entry
  const { procedure, step, position } = fields
  if (typeof procedure !== 'string' || typeof step !== 'number') return undefined
  const what = words.sayCode(`event.${type}`, {
    who: withoutTurning(person?.name ?? words.say('conversation.us')),
    procedure,
    step: words.number(step),
    position: typeof position === 'string' ? of.position(position) : '',
  })
  const why = reason ?? handedWords(fields, words, of)
  return what === undefined || why === '' ? what : words.say('event.step.because', { what, reason: why })
}

function handedWords(fields: Entry['fields'], words: Words, of: CharterWords): string {
  const named = (one: unknown) => (typeof one === 'object' && one !== null ? Object.entries(one) : [])
  const all = [...named(fields['known']), ...named(fields['handed'])]
  return words.list(all.map(([field, value]) => `${of.fact(field)}: ${of.factValue(field, value)}`))
}
