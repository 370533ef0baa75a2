export { absorbMerged, survivors } from './absorb.ts'
export { ACTOR, type EventColumns, type EventDetail, type FactColumn, FIRST_DECLARED, KIND, STATE } from './columns.ts'
export { ColumnsBuilder } from './columns-builder.ts'
export { type Actor, type FactValue, TICKET_STATES, type TicketEvent, type TicketState } from './event.ts'
export { factNumber } from './fact-value.ts'
export { formatInstant } from './format-instant.ts'
export type { HistoryAccount, UnreadableLine } from './history/history-account.ts'
export { HistoryReader } from './history/history-reader.ts'
export {
  type BoundHeader,
  bindHeader,
  type ColumnProblem,
  type MappedEvent,
  type MappedFact,
  type Mapping,
  type MappingReading,
  mappingJsonSchema,
  ROW_NOTES,
  type RowAccount,
  type RowCount,
  RowHistories,
  type RowNote,
  readMapping,
  SKIP_REASONS,
  type SkipReason,
  type TimeFormat,
  timeFormat,
} from './mapping/index.ts'
export { kindOf, rankOf } from './order.ts'
export { type EventProblem, type EventReading, parseInstant, readEvent } from './read-event.ts'
