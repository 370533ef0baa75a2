export { type CheckOptions, checkCharter, checkQuickly } from './check.ts'
export { isOldBenchmark } from './clauses/check-benchmarks.ts'
export type { Holders } from './clauses/check-holders.ts'
export type { ComparedCharter } from './differences/compare-targets.ts'
export type { CustomersGet } from './differences/customers.ts'
export { diffCharters } from './differences/diff.ts'
export {
  type Change,
  type ClauseDifference,
  type DifferenceKind,
  type DifferencePart,
  type DifferenceWitness,
  differenceSentences,
  type Treatment,
} from './differences/difference.ts'
export {
  DIFFERENCE_FORMS,
  type DifferenceForm,
  type DifferenceSays,
  type DifferenceValue,
  type DifferenceValueKind,
} from './differences/difference-forms.ts'
export type { ExampleFailure } from './examples/example-failures.ts'
export { exampleInstant } from './examples/example-instant.ts'
export {
  type ExampleResult,
  type ExamplesReport,
  examplesSpan,
  runExamples,
  type UntriedRow,
} from './examples/examples.ts'
export { type OfferedExample, offerExamples } from './examples/offer-examples.ts'
export {
  type DeskState,
  HEALTH_CHECKS,
  type Health,
  type HealthCheck,
  type HealthGap,
  healthOf,
} from './health-check.ts'
export type { LadderFacts } from './ladder/ladder-ticket.ts'
export { type Ladder, type LadderStart, type NoLadder, type Rung, walkLadder } from './ladder/walk-ladder.ts'
export { diagramSizes } from './tables/check-tables.ts'
export type { WitnessValue } from './tables/witness.ts'
export { findingName } from './words/finding-name.ts'
export { type ToneHint, type ToneOf, toneHints } from './words/tone-hints.ts'
