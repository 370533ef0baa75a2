import type { ClauseDifference, ExampleResult, Finding, OfferedExample } from '@avow/core'

/** An example with what came of it, in plain data. */
export type TriedExample = Omit<ExampleResult, 'given'> & { readonly given: Readonly<Record<string, unknown>> }

/** A row that no example tries, with one that would; left out where none could. */
export interface UntriedRow {
  readonly clause: string
  /** From 1. */
  readonly row: number
  readonly offer: OfferedExample | undefined
}

/** Which rows of promises and remedies the examples try. */
export interface Coverage {
  readonly rows: number
  readonly untried: readonly UntriedRow[]
}

/** What the page asks of its worker. */
export interface CheckRequest {
  readonly number: number
  readonly text: string
  /** The published version to compare with. */
  readonly base: string | undefined
  readonly asOf: number
  /** How many people of the desk hold each position. */
  readonly holders: Readonly<Record<string, number>>
}

/** Answers to each, the most urgent first: the findings at once, the examples next, the differences and what the examples leave out when typing rests. */
export interface CheckAnswer {
  readonly number: number
  readonly text: string
  readonly findings?: readonly Finding[]
  readonly examples?: readonly TriedExample[]
  readonly differences?: readonly ClauseDifference[]
  readonly coverage?: Coverage
}
