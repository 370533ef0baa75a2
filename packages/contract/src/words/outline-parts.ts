/** What the outline of a handbook is made of. Every text is in words already; `undefined` as a language: the reader’s own. */
import type { StepLine } from './step-lines.ts'

export interface OutlineTerm {
  readonly label: string
  readonly text: string
  readonly language?: string
}

export type OutlineBlock =
  | { readonly kind: 'says' | 'because'; readonly text: string; readonly language: string }
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'steps'; readonly steps: readonly StepLine[]; readonly only: string; readonly next: string }
  | { readonly kind: 'terms'; readonly terms: readonly OutlineTerm[] }

/** One clause, or one calendar. */
export interface OutlineEntry {
  /** Its anchor. */
  readonly id: string
  /** The id of a clause, as it is written. */
  readonly mark: string | undefined
  readonly name: string | undefined
  /** Kind, and for whom it is. */
  readonly note: readonly string[]
  readonly blocks: readonly OutlineBlock[]
}

export interface OutlineSection {
  readonly id: string
  readonly title: string
  readonly entries: readonly OutlineEntry[]
}
