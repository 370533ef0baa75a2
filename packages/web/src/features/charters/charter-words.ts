import {
  type CharterInForce,
  type CharterNames,
  type CharterTexts,
  dayWords,
  type Said,
  targetWords,
} from '@avow/contract'
import { isolated } from '../../messages/isolates.ts'
import type { Words } from '../../messages/make-words.ts'
import { type Money, moneyWords } from './money.ts'

type Texts = Readonly<Record<string, string>> | null | undefined

/** What a version of the charter calls its own things, in the reader's language where it has it. */
export interface CharterWords extends CharterNames, CharterTexts {
  /** `First answer`, by the promise's clock. */
  promiseName(promise: string): string
  /** The promise’s text with its target in words; without a target: “the time promised”. */
  promiseText(promise: string, target: string | undefined): Said | undefined
  target(written: string): string
  /** Of a ticket too, as the API carries it. */
  factValue(fact: string, value: unknown): string
}

const CLOCKS = ['first-response', 'next-response', 'update-every', 'resolution'] as const

export function charterWords(charter: CharterInForce | undefined, words: Words): CharterWords {
  const text = (texts: Texts): Said | undefined => {
    if (texts === null || texts === undefined) return undefined
    const order = [words.language, ...(charter?.languages ?? []), ...Object.keys(texts)]
    for (const language of order) {
      const found = texts[language]
      if (found !== undefined) return { text: found, language }
    }
    return undefined
  }
  const named = (things: readonly { readonly name: string; readonly says: Texts }[] | undefined, name: string) =>
    text(things?.find((thing) => thing.name === name)?.says)?.text ?? name
  const calendar = (name: string) => named(charter?.calendars, name)
  const event = (name: string) => named(charter?.events, name)

  const target = (written: string): string => targetWords(written, { words, of })
  const of: CharterWords = {
    text,
    target,
    calendar,
    event,
    promiseName(id) {
      const clock = charter?.promises.find((promise) => promise.id === id)?.clock
      const preset = CLOCKS.find((name) => name === clock)
      if (preset !== undefined) return words.say(`clock.${preset}`)
      const [from, until] = clock?.split(/ until | … |^from /).filter(Boolean) ?? []
      return from === undefined || until === undefined
        ? id
        : words.say('clock.declared', { from: event(from), until: event(until) })
    },
    promiseText(id, written) {
      const said = text(charter?.promises.find((promise) => promise.id === id)?.says)
      if (said === undefined) return undefined
      const inWords = written === undefined ? words.say('policy.target') : target(written)
      return { ...said, text: said.text.replaceAll('{target}', isolated(inWords)) }
    },
    fact: (name) => named(charter?.facts, name),
    factValue(fact, value) {
      if (value === null || value === undefined) return words.say('unknown')
      if (typeof value === 'boolean') return words.say(value ? 'yes' : 'no')
      if (typeof value === 'number') return words.number(value)
      if (typeof value === 'object') return isMoney(value) ? moneyWords(value, words.locale) : ''
      const declared = charter?.facts.find(({ name }) => name === fact)
      if (declared?.kind === 'age' && typeof value === 'string') return dayWords(words.locale, value)
      return text(declared?.values.find((one) => one.value === value)?.says)?.text ?? String(value)
    },
    position: (name) => (name === 'assignee' ? words.say('policy.step-assignee') : named(charter?.positions, name)),
  }
  return of
}

function isMoney(value: object): value is Money {
  return (
    'minor' in value && typeof value.minor === 'number' && 'currency' in value && typeof value.currency === 'string'
  )
}
