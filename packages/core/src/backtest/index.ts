export { type BacktestOptions, backtest } from './backtest.ts'
export type { BacktestLine } from './backtest-line.ts'
export type { BacktestResult, FactMisfits, PromiseCounts } from './backtest-result.ts'
export {
  type ComparedState,
  type ComparisonOptions,
  compareBacktests,
  type PromiseComparison,
  type StateChange,
} from './compare-backtests.ts'
export { type PairedCommitment, type PairedSide, type PairOptions, pairBacktests } from './pair-backtests.ts'
export { otherRemedies, touchedTickets } from './touched-tickets.ts'
