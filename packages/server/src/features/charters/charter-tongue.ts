import type { CharterNames, CharterTexts, CharterTongue, ClauseWording } from '@avow/contract'
import type { CharterDocument, Texts } from '@avow/core'
import { IntlMessageFormat } from 'intl-messageformat'
import { CHARTER_WORDS } from '../../site/charter-words.ts'
import { isLanguage, type Language, LOCALES } from '../../site/languages.ts'

/** What conditions, times, limits and changes of a charter are said with in a language; in English where there is none. */
export function charterTongue(
  document: CharterDocument,
  language: string,
): ClauseWording & { readonly language: string } {
  const base = language.toLowerCase().split('-')[0] ?? ''
  const words = tongueOf(isLanguage(base) ? base : 'en')
  return { language, words, of: namesOf(document, language, words) }
}

const tongues = new Map<Language, CharterTongue>()

/** Made once: reading a message takes longer than saying it. */
function tongueOf(language: Language): CharterTongue {
  const known = tongues.get(language)
  if (known !== undefined) return known
  const catalogue: Readonly<Record<string, string>> = CHARTER_WORDS[language]
  const locale = LOCALES[language]
  const messages = new Map<string, IntlMessageFormat>()
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const numbers = new Intl.NumberFormat(locale)
  const sayCode: CharterTongue['sayCode'] = (key, values = {}) => {
    if (!Object.hasOwn(catalogue, key)) return undefined
    const message = messages.get(key) ?? new IntlMessageFormat(catalogue[key] ?? '', locale)
    messages.set(key, message)
    return String(message.format(values))
  }
  const tongue: CharterTongue = {
    locale,
    sayCode,
    say: (key, values) => sayCode(key, values) ?? key,
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
  }
  tongues.set(language, tongue)
  return tongue
}

/** A charter’s own names: in the language, else in its master, else as they are written. */
function namesOf(
  { facts, calendars, events, positions }: CharterDocument,
  language: string,
  words: CharterTongue,
): CharterNames & CharterTexts {
  const named = (texts: Texts | undefined, name: string) =>
    texts?.by.get(language) ?? texts?.by.get(language.split('-')[0] ?? '') ?? texts?.by.values().next().value ?? name
  return {
    calendar: (name) => named(calendars.get(name)?.says, name),
    event: (name) => named(events.get(name)?.says, name),
    fact: (name) => named(facts.get(name)?.says, name),
    factValue: (fact, value) =>
      typeof value === 'number' ? words.number(value) : named(facts.get(fact)?.valuesSay?.get(value), value),
    position: (name) =>
      name === 'assignee'
        ? words.say('policy.step-assignee')
        : named(positions.find((position) => position.name === name)?.says, name),
    text(texts) {
      const [first] = [language, language.split('-')[0] ?? '', ...Object.keys(texts ?? {})].filter(
        (each) => texts?.[each] !== undefined,
      )
      return first === undefined ? undefined : { text: texts?.[first] ?? '', language: first }
    },
  }
}
