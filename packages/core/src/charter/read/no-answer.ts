import { distinct, listOf, text } from './words.ts'

/** Reasons that a charter accepts for solving without an answer (SPEC K8), as they stand in a ticket's history. */
export const noAnswerWords = distinct(
  listOf('reasons', text('a reason such as thanks', { type: 'string', minLength: 1 })),
)
