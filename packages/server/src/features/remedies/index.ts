export { remedyHandlers } from './remedy-handlers.ts'
