export { type Holders, raiseUnmanned, readHolders } from './holders.ts'
export { type SweepOptions, type Swept, sweepBatch } from './sweep-batch.ts'
