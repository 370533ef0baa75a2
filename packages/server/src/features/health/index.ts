export { healthHandlers } from './health-handlers.ts'
