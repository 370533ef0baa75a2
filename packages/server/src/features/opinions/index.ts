export { forgetVisitors } from './forget-visitors.ts'
export { opinionHandlers } from './opinion-handlers.ts'
export { QUESTIONS, type Question, takeOpinion } from './take-opinion.ts'
