export { isDatabaseAway } from './is-database-away.ts'
export { problemOf } from './problem-of.ts'
export { PROBLEM_TYPE, sendProblem } from './send-problem.ts'
