export { type AtomSpace, acceptedAtoms, atomOfAge, atomOfNumber, atomSpace } from './atoms.ts'
export { canonicalForm, canonicalJson } from './canonical.ts'
export { CHECK_CODES, type CheckCode } from './check-codes.ts'
export { type CharterSource, compileDraft, compileVersion, type DraftOptions, zonesOf } from './compile.ts'
export {
  type CompiledAuthority,
  type CompiledCharter,
  type CompiledEscalation,
  type CompiledPromise,
  type CompiledRemedy,
  PAUSE,
  type Target,
} from './compiled.ts'
export type {
  Alternative,
  Audience,
  AuthorityClause,
  AuthorityRow,
  CalendarDefinition,
  Cell,
  CharterDocument,
  ClockDefinition,
  Condition,
  Cut,
  Duration,
  EscalationClause,
  EscalationStep,
  EventDefinition,
  Example,
  ExampleOfPromise,
  ExampleOfRemedy,
  FactDefinition,
  FactType,
  HitPolicy,
  Limit,
  Measure,
  MeasurePeriod,
  Money,
  PauseState,
  Place,
  PromiseClause,
  PromiseRow,
  RemedyClause,
  RemedyRow,
  Texts,
} from './document.ts'
export type { Finding, FindingCode, Severity } from './finding.ts'
export { formatMoney, parseFixedDuration, parseMoney } from './quantity.ts'
export { excludes, type FieldsRead, field, fields, required } from './read/fields.ts'
export { nearest } from './read/nearest.ts'
export { Reading } from './read/reading.ts'
export { quoted } from './read/report.ts'
export { expected, type JsonSchema, refine, type Shape } from './read/shape.ts'
export { flag, oneOf, oneOrMore, text } from './read/words.ts'
export { readCharter } from './read-charter.ts'
export { READ_CODES, type ReadCode } from './read-codes.ts'
export { hashOf } from './sha256.ts'
export { type SourceNode, textOf } from './source/node.ts'
export { readSource } from './source/read-source.ts'
export { acceptedOf, compileTable, hitRow, NO_ROW, SEVERAL_ROWS, type Table, type TableColumn } from './table.ts'
