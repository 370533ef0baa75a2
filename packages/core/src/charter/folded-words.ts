/**
 * Languages in which a mark over a letter tells words apart: Italian “te” and “tè”. In Greek capitals have none, and Arabic is
 * seldom written with its vowel signs; of any other language nothing is known, so its marks count.
 */
const MARKLESS: ReadonlySet<string> = new Set(['el', 'ar'])

/**
 * The words of a text with one space between them, to be compared with others: letters and digits alone, in small letters.
 * Accents, vowel signs and ligatures are left out, as strangers do who type; with a `language` (`it`, without a region) they
 * stay where they tell its words apart. What has no letter and no digit is the empty text.
 */
export function foldedWords(text: string, language?: string): string {
  const keepsMarks = language !== undefined && !MARKLESS.has(language)
  const small = keepsMarks ? text.normalize('NFC').toLowerCase() : withoutMarks(text)
  return (small.replaceAll('ς', 'σ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}

function withoutMarks(text: string): string {
  const bare = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
  return bare.replaceAll('ł', 'l').replaceAll('ß', 'ss')
}
