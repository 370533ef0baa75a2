import { eld } from 'eld/small'

const FEWEST_LETTERS = 20
/** Between the likeliest language and the next, on eld's scale of 0 to 1. */
const LEAST_LEAD = 0.01

eld.enableTextCleanup(true)

/**
 * The one of `languages` (tags like `ar` or `ar-EG`) that a text is written in; undefined where that is not sure, where
 * the text has fewer than 20 letters, or where it is another language.
 */
export function detectLanguage(text: string, languages: readonly string[]): string | undefined {
  if ((text.slice(0, 2000).match(/\p{L}/gu) ?? []).length < FEWEST_LETTERS) return undefined
  const found = eld.detect(text)
  const [first = 0, second = 0] = Object.values(found.getScores())
  if (!found.isReliable() || first - second < LEAST_LEAD) return undefined
  return languages.find((tag) => tag.toLowerCase().split('-')[0] === found.language)
}
