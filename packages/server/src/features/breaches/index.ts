export { breachHandlers } from './breach-handlers.ts'
export { rebuildBreaches, rebuiltBreaches, refreshBreaches } from './rebuild-breaches.ts'
export { recordBreaches } from './record-breaches.ts'
