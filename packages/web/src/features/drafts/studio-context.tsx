import type { CharterInForce } from '@avow/contract'
import type { ClauseDifference, EditPath, Finding, SourceEdit } from '@avow/core'
import { createContext, use } from 'react'
import type { CharterWords } from '../charters/charter-words.ts'
import type { Fact, Fields } from './charter-data.ts'
import type { Coverage, TriedExample } from './check-messages.ts'

/** What every part of the studio needs: the draft as it stands, its words, and how to change it. */
export interface Studio {
  readonly data: Fields
  /** Id of the draft. */
  readonly draft: string
  /** Waits until the server has the draft as it stands; answers whether it does. */
  flush(): Promise<boolean>
  /** The whole draft at the time of asking: `data` is what its part was drawn from. */
  readData(): Fields
  readonly languages: readonly string[]
  readonly facts: readonly Fact[]
  readonly positions: readonly string[]
  readonly calendars: readonly string[]
  readonly events: readonly string[]
  /** Ids of the promises and of the remedies. */
  readonly promises: readonly string[]
  readonly remedies: readonly string[]
  /** Ids of all clauses, by their section. */
  readonly clauseIds: Readonly<Record<string, readonly string[]>>
  readonly words: CharterInForce
  readonly of: CharterWords
  readonly findings: readonly Finding[]
  readonly examples: readonly TriedExample[]
  readonly differences: readonly ClauseDifference[]
  /** Which rows the examples try; undefined until it is known. */
  readonly coverage: Coverage | undefined
  /** Another one when what the parts have in common changed: facts, positions, calendars, languages, ids. */
  readonly shared: unknown
  readonly mayWrite: boolean
  /** Makes changes; those of one `key` that follow each other are one, as typing is. */
  edit(edits: readonly SourceEdit[], key?: string): void
  /** Shows a place in the text view. */
  showInText(line: number, column: number): void
  /** Shows a part where it begins in the text view. */
  showPart(path: EditPath): void
}

/** What words need, and nothing that a key changes: who reads no more than this is not drawn anew with each. */
export type StudioWords = Pick<Studio, 'of' | 'showInText'> & {
  /** Of the charter. */
  readonly zone: string
}

const StudioContext = createContext<Studio | undefined>(undefined)
const WordsContext = createContext<StudioWords | undefined>(undefined)

export const StudioProvider = StudioContext.Provider
export const StudioWordsProvider = WordsContext.Provider

export function useStudioWords(): StudioWords {
  const words = use(WordsContext)
  if (words === undefined) throw new Error('no studio here')
  return words
}

export function useStudio(): Studio {
  const studio = use(StudioContext)
  if (studio === undefined) throw new Error('no studio here')
  return studio
}

/** The name of a path for typing on, and for ids in the page. */
export function keyOf(path: EditPath): string {
  return path.join('/')
}
