export { procedureHandlers } from './procedure-handlers.ts'
