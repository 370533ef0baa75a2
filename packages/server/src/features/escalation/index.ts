export { type Holders, raiseUnmanned, readHolders } from './holders.ts'
export { settleUnattendedWaits } from './overdue-waits.ts'
export { type SweepOptions, type Swept, sweepBatch } from './sweep-batch.ts'
