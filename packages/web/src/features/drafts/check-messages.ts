import type { ClauseDifference, ExampleResult, Finding } from '@avow/core'

/** An example with what came of it, in plain data. */
export type TriedExample = Omit<ExampleResult, 'given'> & { readonly given: Readonly<Record<string, unknown>> }

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

/** Answers to each, the most urgent first: the findings at once, the examples next, the differences when typing rests. */
export interface CheckAnswer {
  readonly number: number
  readonly text: string
  readonly findings?: readonly Finding[]
  readonly examples?: readonly TriedExample[]
  readonly differences?: readonly ClauseDifference[]
}
