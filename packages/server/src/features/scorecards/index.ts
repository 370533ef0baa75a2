export { countScorecards, type ShownOfValue } from './count-scorecards.ts'
export { scorecardHandlers } from './scorecard-handlers.ts'
