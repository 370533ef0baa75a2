/** What an answer says otherwise than the charter wants of its language: words never used, and another form of address. */
import { foldedWords, type ToneClause } from '../../charter/index.ts'

export interface ToneHint {
  /** `never`: the charter does not want the word. `address`: it speaks to the customer in another form than the charter wants. */
  readonly kind: 'never' | 'address'
  /** As the charter writes it; of an address, as it was typed. */
  readonly words: string
}

/** What of a tone is looked at here. */
export type ToneOf = Pick<ToneClause, 'language' | 'never'> & { readonly address?: string | null | undefined }

/**
 * Of the tones of a charter, what a text in `language` goes against; each word once, in the order of the charter. Whole words
 * count, in small or large letters; lines that quote the customer (`> …`) do not. A hint and no more: whoever writes decides.
 */
export function toneHints(text: string, language: string, tones: readonly ToneOf[]): readonly ToneHint[] {
  const code = codeOf(language)
  const own = text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n')
  const plain = ` ${foldedWords(own, code)} `
  const has = (words: string): boolean => {
    const wanted = foldedWords(words, code)
    return wanted !== '' && plain.includes(` ${wanted} `)
  }
  const those = tones.filter((tone) => codeOf(tone.language) === code)
  const never = new Set(those.flatMap((tone) => tone.never.filter(has)))
  const address = new Set(those.flatMap((tone) => wordsAgainst(code, tone.address ?? '').filter(has)))
  return [
    ...[...never].map((words): ToneHint => ({ kind: 'never', words })),
    ...[...address].filter((words) => !never.has(words)).map((words): ToneHint => ({ kind: 'address', words })),
  ]
}

/**
 * The familiar words that a formal address leaves out, by language. Only words that mean nothing else: Polish “ci” and
 * Greek “σε” are not among them, nor what is both “you” and “she”.
 */
const FAMILIAR: Readonly<Record<string, { readonly formal: readonly string[]; readonly words: readonly string[] }>> = {
  it: { formal: ['lei', 'voi'], words: ['tu', 'te', 'ti', 'tuo', 'tua', 'tuoi', 'tue'] },
  pl: {
    formal: ['pan', 'pani', 'państwo'],
    words: ['ty', 'ciebie', 'cię', 'tobie', 'tobą', 'twój', 'twoja', 'twoje', 'twojego', 'twojej', 'twoją', 'twoich'],
  },
  el: { formal: ['εσείς'], words: ['εσύ', 'εσένα', 'σου'] },
  ar: { formal: ['أنتم', 'حضرتكم'], words: ['أنت', 'لديك', 'منك'] },
}

function wordsAgainst(code: string, address: string): readonly string[] {
  const known = FAMILIAR[code]
  if (known === undefined) return []
  const wanted = foldedWords(address, code).split(' ')
  const isFormal = known.formal.some((word) => wanted.includes(foldedWords(word, code)))
  return isFormal ? known.words : []
}

function codeOf(language: string): string {
  return (language.split('-')[0] ?? '').toLowerCase()
}
