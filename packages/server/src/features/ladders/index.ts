export { ladderHandlers } from './ladder-handlers.ts'
