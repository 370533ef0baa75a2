/** Translations that still say what the original said before. */
import type { CharterDocument, Finding, Texts } from '../../charter/index.ts'
import { found } from '../words/found.ts'
import { ownTexts } from './check-texts.ts'

/**
 * Of each text that a charter says otherwise in its master language than it did `before`, the translations that did not change
 * with it. Nothing is told where the master language itself is another one than before: there is no original to compare.
 */
export function checkTranslations(document: CharterDocument, before: CharterDocument): Finding[] {
  const [master = '', ...others] = document.languages
  if (before.languages[0] !== master) return []
  const old = new Map<string, Texts[]>()
  for (const [part, texts] of ownTexts(before)) {
    const those = old.get(nameOf(part)) ?? []
    old.set(nameOf(part), [...those, texts])
  }
  return ownTexts(document).flatMap(([part, texts]) => {
    const original = texts.by.get(master)
    if (original === undefined) return []
    const was = old.get(nameOf(part)) ?? []
    const languages = others.filter((language) => isOlder(texts.by.get(language), original, was, { master, language }))
    return languages.length === 0
      ? []
      : [found('translation-older', texts.place, { part, language: master, languages })]
  })
}

/**
 * It was there before, beside another original, and never beside this one. The steps of a procedure share a name: one that only
 * moved is found among the others.
 */
function isOlder(
  translation: string | undefined,
  original: string,
  was: readonly Texts[],
  { master, language }: { readonly master: string; readonly language: string },
): boolean {
  const same = was.filter(({ by }) => translation !== undefined && by.get(language) === translation)
  return same.some(({ by }) => by.has(master)) && same.every(({ by }) => by.get(master) !== original)
}

function nameOf(part: readonly string[]): string {
  return JSON.stringify(part)
}
