export { stopTrials } from './run-trial.ts'
export { trialHandlers } from './trial-handlers.ts'
