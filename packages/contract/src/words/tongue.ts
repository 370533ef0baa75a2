import type { CharterMessageKey } from './messages/messages.ts'

type Values = Readonly<Record<string, string | number>>

/** What says the words for a charter in one language. The page and the server each have theirs. */
export interface CharterTongue {
  /** BCP 47, for numbers, lists and dates. */
  readonly locale: string
  say(key: CharterMessageKey, values?: Values): string
  /** The same for a key that is put together from a code; undefined where there is none. */
  sayCode(key: string, values?: Values): string | undefined
  number(value: number): string
  list(items: readonly string[]): string
}

/** What a charter calls its own things in one language; what it has no name for is called as it is written. */
export interface CharterNames {
  calendar(name: string): string
  event(name: string): string
  fact(name: string): string
  factValue(fact: string, value: string | number): string
  position(name: string): string
}

/** A text and the language that it is in. */
export interface Said {
  readonly text: string
  readonly language: string
}

/** Reads texts of a charter: in the reader's language, else in the charter's first, else in any; undefined where there is none. */
export interface CharterTexts {
  text(texts: Readonly<Record<string, string>> | null | undefined): Said | undefined
}

/** What conditions, times and limits of a charter are said with. */
export interface TableWords {
  readonly words: CharterTongue
  readonly of: CharterNames
}

/** The same, and what reads the charter's own texts. */
export interface ClauseWording extends TableWords {
  readonly of: CharterNames & CharterTexts
}
