export { type ConsequenceDue, consequenceDue } from './law-consequence.ts'
export { lawLimit } from './law-limit.ts'
export {
  JURISDICTIONS,
  type Jurisdiction,
  LAW_ENDS,
  LAW_STARTS,
  type LawConsequence,
  type LawEnd,
  type LawLimit,
  type LawRow,
  type LawStart,
  type LawTime,
  MATTERS,
  type Matter,
  SECTORS,
  type Sector,
} from './law-row.ts'
export { LAW_ROWS, lawRow, lawRowsFor } from './law-rows.ts'
export { lawTimeText } from './law-time-text.ts'
