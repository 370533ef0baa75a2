export { improvementHandlers } from './improvement-handlers.ts'
