export { type CheckOptions, checkCharter, checkQuickly } from './check.ts'
export type { Holders } from './check-holders.ts'
export { diagramSizes } from './check-tables.ts'
export type { ComparedCharter } from './compare-targets.ts'
export type { CustomersGet } from './customers.ts'
export { diffCharters } from './diff.ts'
export {
  type Change,
  type ClauseDifference,
  type DifferenceKind,
  type DifferencePart,
  type DifferenceWitness,
  differenceSentences,
  type Treatment,
} from './difference.ts'
export {
  DIFFERENCE_FORMS,
  type DifferenceForm,
  type DifferenceSays,
  type DifferenceValue,
  type DifferenceValueKind,
} from './difference-forms.ts'
export type { ExampleFailure } from './example-failures.ts'
export {
  type ExampleResult,
  type ExamplesReport,
  examplesSpan,
  runExamples,
  type UntriedRow,
} from './examples.ts'
export { findingName } from './finding-name.ts'
export {
  type DeskState,
  HEALTH_CHECKS,
  type Health,
  type HealthCheck,
  type HealthGap,
  healthOf,
} from './health-check.ts'
export { type OfferedExample, offerExamples } from './offer-examples.ts'
export { type ToneHint, type ToneOf, toneHints } from './tone-hints.ts'
export type { WitnessValue } from './witness.ts'
