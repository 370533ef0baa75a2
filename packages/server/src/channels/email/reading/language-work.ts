/** What passes to the thread that tells languages. */
export interface LanguageWork {
  readonly id: number
  readonly text: string
  readonly languages: readonly string[]
}

/** What comes from it; null: it is not sure. */
export interface LanguageAnswer {
  readonly id: number
  readonly language: string | null
}

/** Characters by which a language is told: each sentence is looked at too, and all of this costs a millisecond. */
export const ENOUGH_TEXT = 1_500
