import { ar, parts as arParts } from '../src/messages/ar/index.ts'
import { el, parts as elParts } from '../src/messages/el/index.ts'
import { en, parts as enParts } from '../src/messages/en/index.ts'
import { it, parts as itParts } from '../src/messages/it/index.ts'
import type { Language } from '../src/messages/languages.ts'
import { pl, parts as plParts } from '../src/messages/pl/index.ts'

const SPOKEN = {
  en: { first: en, parts: enParts },
  it: { first: it, parts: itParts },
  pl: { first: pl, parts: plParts },
  el: { first: el, parts: elParts },
  ar: { first: ar, parts: arParts },
}

/** All words of a language, those that come with screens too. */
export async function everyWord(language: Language): Promise<{
  readonly words: Readonly<Record<string, string>>
  /** What the first screen needs stands under `first`. */
  readonly keysOfParts: Readonly<Record<string, readonly string[]>>
}> {
  const { first, parts } = SPOKEN[language]
  const brought = await Promise.all(Object.entries(parts).map(async ([name, load]) => [name, await load()] as const))
  const all: readonly (readonly [string, Readonly<Record<string, string>>])[] = [['first', first], ...brought]
  return {
    words: Object.assign({}, ...all.map(([, words]) => words)),
    keysOfParts: Object.fromEntries(all.map(([name, words]) => [name, Object.keys(words).sort()])),
  }
}
