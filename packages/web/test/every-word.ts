import { ar, parts as arParts } from '../src/messages/ar/index.ts'
import { en, parts as enParts } from '../src/messages/en/index.ts'
import type { Language } from '../src/messages/languages.ts'

/** All words of a language, those that come with screens too. */
export async function everyWord(language: Language): Promise<{
  readonly words: Readonly<Record<string, string>>
  /** What the first screen needs stands under `first`. */
  readonly keysOfParts: Readonly<Record<string, readonly string[]>>
}> {
  const { first, parts } = language === 'ar' ? { first: ar, parts: arParts } : { first: en, parts: enParts }
  const brought = await Promise.all(Object.entries(parts).map(async ([name, load]) => [name, await load()] as const))
  const all: readonly (readonly [string, Readonly<Record<string, string>>])[] = [['first', first], ...brought]
  return {
    words: Object.assign({}, ...all.map(([, words]) => words)),
    keysOfParts: Object.fromEntries(all.map(([name, words]) => [name, Object.keys(words).sort()])),
  }
}
