/** What a text tells of its language, whichever a desk speaks. Languages are codes of ISO 639-1. */
export interface ToldLanguages {
  /** The language of the whole; null where that is not sure. */
  readonly whole: string | null
  /** Letters of those sentences that tell their language, by language. */
  readonly letters: Readonly<Record<string, number>>
}

export const NOTHING_TOLD: ToldLanguages = { whole: null, letters: {} }

/** Characters by which a language is told: each sentence is looked at too, and all of this costs a millisecond. */
export const ENOUGH_TEXT = 1_500

/** Of the letters of sentences in languages of the desk, in the language of the whole. */
const LEAST_SHARE = 0.6

/**
 * The one of `languages` (tags like `ar` or `ar-EG`) that a text is written in; undefined where that is not sure: where the
 * text has fewer than 20 letters, is another language, or changes from one language of the desk to another, so that no
 * answer in one of them would be right for certain.
 */
export function languageOf({ whole, letters }: ToldLanguages, languages: readonly string[]): string | undefined {
  const tag = languages.find((each) => codeOf(each) === whole)
  // A desk of one language has none to change to.
  if (whole === null || tag === undefined || languages.length === 1) return tag
  let all = 0
  for (const code of new Set(languages.map(codeOf))) all += letters[code] ?? 0
  return (letters[whole] ?? 0) >= all * LEAST_SHARE ? tag : undefined
}

function codeOf(tag: string): string {
  return tag.toLowerCase().replace(/-.*$/u, '')
}
