export { type ConsequenceDue, consequenceDue } from './law-consequence.ts'
export { LETTER_DAYS, lawLimit, letterInstant } from './law-limit.ts'
export {
  DAY_KINDS,
  type DayKind,
  JURISDICTIONS,
  type Jurisdiction,
  LAW_ENDS,
  LAW_KINDS,
  LAW_STARTS,
  type LawAge,
  type LawConsequence,
  type LawEnd,
  type LawKind,
  type LawLimit,
  type LawPlace,
  type LawRow,
  type LawStart,
  type LawTime,
  MATTERS,
  type Matter,
  SECTORS,
  type Sector,
} from './law-row.ts'
export { LAW_ROWS, type LawGap, lawGaps, lawRow, lawRowsFor } from './law-rows.ts'
export { lawTimeText } from './law-time-text.ts'
