/** A link by which an answer is rated with one press. */
export interface RatingLink {
  /** From 1, not at all well, to 5, very well. */
  readonly score: number
  readonly url: string
}

interface Words {
  readonly ask: string
  readonly worst: string
  readonly best: string
}

const WORDS = {
  en: { ask: 'How did we do?', worst: 'not at all well', best: 'very well' },
  ar: { ask: 'كيف كانت خدمتنا؟', worst: 'سيئة جدًّا', best: 'جيدة جدًّا' },
  it: { ask: 'Come è andata?', worst: 'per niente bene', best: 'molto bene' },
  pl: { ask: 'Jak nam poszło?', worst: 'bardzo źle', best: 'bardzo dobrze' },
  el: { ask: 'Πώς τα πήγαμε;', worst: 'καθόλου καλά', best: 'πολύ καλά' },
} as const satisfies Record<string, Words>

const LANGUAGES: ReadonlyMap<string, Words> = new Map(Object.entries(WORDS))

/** The paragraph of an answer that asks for a rating, in its language or else in English. Addresses stand at line ends. */
export function ratingWords(links: readonly RatingLink[], language: string): string {
  const { ask, worst, best } = LANGUAGES.get(language.toLowerCase().split('-')[0] ?? '') ?? WORDS.en
  const last = links.length - 1
  const named = (index: number): string => (index === 0 ? ` (${worst})` : index === last ? ` (${best})` : '')
  return [ask, ...links.map(({ score, url }, index) => `${score}${named(index)} ${url}`)].join('\n')
}
