export { answerNotFound } from './answer-problem.ts'
export { registerSite } from './register-site.ts'
