export { type BoundHeader, bindHeader, type ColumnProblem } from './bind-header.ts'
export type { MappedEvent, MappedFact, Mapping } from './mapping.ts'
export { type MappingReading, mappingJsonSchema, readMapping } from './read-mapping.ts'
export {
  ROW_NOTES,
  type RowAccount,
  type RowCount,
  type RowNote,
  SKIP_REASONS,
  type SkipReason,
} from './row-account.ts'
export { RowHistories } from './row-histories.ts'
export { type TimeFormat, timeFormat } from './time-format.ts'
