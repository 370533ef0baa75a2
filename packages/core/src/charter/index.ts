export { amendmentAt, rowsUnder, targetsUnder } from './amendments.ts'
export { type AtomSpace, acceptedAtoms, atomOfAge, atomOfNumber, atomSpace, reachedOn } from './atoms.ts'
export { audienceName, customersWritten, isToldToCustomers } from './audience.ts'
export { canonicalForm, canonicalJson } from './canonical.ts'
export {
  type CaseColumn,
  type CaseMistake,
  type CaseNames,
  type CasesReading,
  caseColumns,
  caseNames,
  caseSeparator,
  exampleOfCase,
  readCases,
} from './case-table.ts'
export type { CharterLaw, LawRowOff } from './charter-law.ts'
export { CHECK_CODES, type CheckCode } from './check-codes.ts'
export {
  CLAUSE_KINDS,
  type Clause,
  type ClauseKind,
  SECTION_OF_KIND,
  STANCES,
  STATED_KINDS,
  type Stance,
  type StatedKind,
} from './clause.ts'
export {
  type AnyClause,
  clausesOf,
  isPlainClause,
  isStatedClause,
  type StatedClause,
  textsOfClauses,
} from './clause-texts.ts'
export { type CharterSource, compileDraft, compileVersion, type DraftOptions, zonesOf } from './compile.ts'
export {
  type CompiledAmendment,
  type CompiledAuthority,
  type CompiledCharter,
  type CompiledCrisis,
  type CompiledEscalation,
  type CompiledProcedure,
  type CompiledPromise,
  type CompiledRemedy,
  PAUSE,
  type Target,
} from './compiled.ts'
export { decimalsOf } from './condition/currency.ts'
export { compareCuts } from './condition/cut-order.ts'
export { type Conversion, convertCharter } from './convert.ts'
export { type DefinedCharter, type DefinitionCoverage, definedBy, definitionCoverage } from './definition-coverage.ts'
export {
  type CharterDirection,
  type DirectionLink,
  type DirectionLinkKind,
  type DirectionNode,
  type DirectionTrace,
  directionOf,
  MISSION,
  servedBy,
  serving,
} from './direction.ts'
export type {
  Amendment,
  AmendmentChange,
  AuthorityClause,
  AuthorityRow,
  CharterDocument,
  CrisisClause,
  EscalationClause,
  EscalationStep,
  Example,
  ExampleOfPromise,
  ExampleOfRemedy,
  LocalTime,
  PromiseClause,
  PromiseRow,
  RemedyClause,
  RemedyRow,
} from './document.ts'
export {
  applySplices,
  areApart,
  dataAt,
  type EditedText,
  type EditPath,
  editSource,
  editText,
  invertSplices,
  movedOver,
  type OpenSource,
  oneLine,
  openSource,
  type Patch,
  type PlainValue,
  patched,
  patchesOf,
  placeAt,
  type SourceEdit,
  type Splice,
  setDayHours,
  setText,
  sourceData,
  splicesOf,
  typedValue,
  weekOf,
  writtenValue,
} from './edit/index.ts'
export { type Finding, type FindingCode, type Severity, zoneOfFinding } from './finding.ts'
export {
  codeOfForm,
  FINDING_FORMS,
  type FindingCase,
  type FindingData,
  type FindingForm,
  type FindingKind,
  type FindingLimit,
  type FindingSays,
  type FindingValue,
} from './finding-forms.ts'
export { foldedWords } from './folded-words.ts'
export { followingStep, stepsBehind } from './following-step.ts'
export { eventsHeard } from './heard-words.ts'
export { charterJsonSchema } from './json-schema.ts'
export { DEFINITION_PROMPTS, type DefinitionLine, type DefinitionPrompt } from './kinds/definition.ts'
export type { ExclusionClause } from './kinds/exclusions.ts'
export {
  declaredOf,
  fieldsOfClause,
  isPlainKind,
  type PlainClause,
  type PlainKind,
  spokenByFields,
} from './kinds/plain-kinds.ts'
export type { ToneClause } from './kinds/tone.ts'
export { EVENT_TYPES } from './log-events.ts'
export type {
  Alternative,
  Audience,
  CalendarDefinition,
  Cell,
  ClockDefinition,
  Condition,
  Cut,
  Duration,
  EventDefinition,
  FactDefinition,
  FactType,
  HitPolicy,
  Limit,
  Measure,
  MeasurePeriod,
  Money,
  PauseState,
  Place,
  RepeatedContact,
  Texts,
} from './parts.ts'
export { formatMoney, parseFixedDuration, parseMoney } from './quantity.ts'
export { COMMON as COMMON_FIELDS } from './read/common.ts'
export { nearest } from './read/nearest.ts'
export type { PlainField } from './read/plain-field.ts'
export type { FieldType } from './read/plain-shapes.ts'
export { type CharterReading, type ReadOptions, readCharter } from './read-charter.ts'
export { READ_CODES, type ReadCode } from './read-codes.ts'
export { READ_DETAILS, type ReadDetails } from './read-details.ts'
export { type HoldersReading, readHolders } from './read-holders.ts'
export { eventsRepeated, LONGEST_REPEATED, MOST_REPEATED } from './repeated-contact.ts'
export { type ReviewDue, type ReviewsAsked, reviewsDue } from './reviews-due.ts'
export { hashOf } from './sha256.ts'
export type { SourceFormat } from './source/read-source.ts'
export { SOURCE_CAUSES, type SourceCause } from './source/source-causes.ts'
export type { Spoken } from './spoken.ts'
export type {
  AgreementClause,
  AgreementRow,
  Benchmark,
  ChannelClause,
  ChannelState,
  ObjectiveClause,
  ObjectiveFigure,
  ObjectiveMeasure,
  ProcedureClause,
  ProcedureStep,
  RoutingClause,
  RoutingRow,
  StepAction,
} from './stated-clauses.ts'
export {
  acceptedOf,
  compileTable,
  hitOf,
  hitRow,
  NO_ROW,
  rowsHit,
  SEVERAL_ROWS,
  type Table,
  type TableColumn,
} from './table.ts'
export type { ClauseView } from './view/clause-view.ts'
export { viewClause, viewClauses } from './view/view-clauses.ts'
export { measureText } from './view/view-stated-clauses.ts'
