export { answerNotFound } from './answer-problem.ts'
export { registerSite } from './register-site.ts'
export { registerSetUp } from './set-up/register-set-up.ts'
