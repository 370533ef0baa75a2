export { objectiveHandlers } from './objective-handlers.ts'
