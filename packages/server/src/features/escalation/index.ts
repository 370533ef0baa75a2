export { type Holders, raiseEmptyPositions, readHolders } from './holders.ts'
export { type SweepOptions, type Swept, sweepBatch } from './sweep-batch.ts'
