export { directionHandlers } from './direction-handlers.ts'
