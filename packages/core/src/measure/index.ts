export { type Arrivals, type Arrived, arrivalWindows, isSurge, type Window, type Windows } from './arrivals.ts'
export { aimWithoutAsking, type GivenRemedies, shareWithoutAsking } from './asked-share.ts'
export { type Amount, benchmarkGap, type Gap, isReached, percentOf, timeOfMs } from './benchmark-gap.ts'
export { CAUSES, type Cause, type Explained, explain } from './causes.ts'
export {
  type ClosedPeriod,
  closedPeriods,
  isPeriodClosed,
  type ListedCommitment,
  listOfPeriod,
  periodsMeasured,
} from './closed-periods.ts'
export { type CommitmentRow, takeRow } from './figure-of-rows.ts'
export { Figures, PromiseFigures } from './figures.ts'
export { Group } from './group.ts'
export {
  type ClauseToImprove,
  EFFORTS,
  type Effort,
  type Improvement,
  LOW_RATING,
  type MeasuredClause,
  measuredClauses,
  rankImprovements,
  type TouchedTickets,
} from './improvements.ts'
export { medianWait, type ObservedWait } from './observed-waits.ts'
export { type DatePeriod, isoWeek, periodOf, weekStart } from './periods.ts'
export { FEWEST_FOR_A_SHARE, type FigureLine, firstOfLastDates, PublicFigure } from './public-figure.ts'
export { Retelling, type RetellingOptions, type Retold } from './retelling.ts'
export { roundedParts } from './rounded-parts.ts'
export { SEGMENT_KINDS, type Segment, type SegmentKind, segmentLengths, segmentsOf } from './segments.ts'
export { SPREAD_BUCKETS, SPREAD_STEP, Spread } from './spread.ts'
