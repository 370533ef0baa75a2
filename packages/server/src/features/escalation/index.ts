export {
  ASSIGNEE,
  actingFor,
  type Held,
  type Holders,
  holdersAmong,
  ladderOf,
  positionsAmong,
  raiseUnmanned,
  readHeld,
  readHolders,
} from './holders.ts'
export { settleUnattendedWaits } from './overdue-waits.ts'
export { type SweepOptions, type Swept, sweepBatch } from './sweep-batch.ts'
