export { slipHandlers } from './slip-handlers.ts'
export { renderSlip } from './slip-page.ts'
