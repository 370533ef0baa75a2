export { type SweepOptions, type Swept, sweepBatch } from './sweep-batch.ts'
