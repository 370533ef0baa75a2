export { lawHandlers } from './law-handlers.ts'
