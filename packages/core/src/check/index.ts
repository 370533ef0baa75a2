export { type CheckOptions, checkCharter, checkQuickly } from './check.ts'
export {
  type ExampleFailure,
  type ExampleResult,
  type ExamplesReport,
  examplesSpan,
  runExamples,
  type UntriedRow,
} from './examples.ts'
