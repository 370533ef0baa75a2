/** The wire format of Avow: what routes take and give, and the codes of what can go wrong. */

export {
  type Breach,
  type BreachTotal,
  breach,
  breachRoutes,
  breachTotal,
  CAUSES,
  type Cause,
  cause,
  segment,
} from './breaches.ts'
export {
  type CharterDirectionJson,
  charterDirection,
  directionLink,
  directionRoutes,
  type PillarJson,
  pillar,
} from './charter-direction.ts'
export { type CharterInForce, charterInForce, charterRoutes } from './charters.ts'
export { type Commitment, commitment, commitmentState, type Reason, reason, step } from './commitments.ts'
export {
  type Draft,
  type DraftEdit,
  type DraftRow,
  draft,
  draftEdit,
  draftRoutes,
  draftRow,
  draftState,
  type Splice,
  type Submission,
  splice,
  submission,
} from './drafts.ts'
export {
  type Appointment,
  type Attachment,
  appointment,
  attachment,
  type DeliveryState,
  type Direction,
  direction,
  type Entry,
  entry,
} from './entries.ts'
export { FILE_LIMITS, type FileFault, faultOfFile, faultOfFiles } from './file-limits.ts'
export { type Forwarding, forwarding, forwardRoutes, MOST_FORWARDED_TO } from './forwards.ts'
export { healthRoutes } from './health.ts'
export {
  type HolidayCountry,
  type Holidays,
  holidayCountry,
  holidayRoutes,
  holidays,
} from './holidays.ts'
export {
  effort,
  IMPROVEMENT_STATES,
  type Improvement,
  type Improvements,
  improvement,
  improvementRoutes,
  improvementState,
  improvements,
} from './improvements.ts'
export { LADDER_TROUBLES, type Ladder, type LadderTrouble, ladder, ladderRoutes } from './ladders.ts'
export {
  COMPLAINT_STAGES,
  type Complaint,
  complaint,
  type LawGapOfCharter,
  type LawRowOfCharter,
  lawRoutes,
  lawRowOfCharter,
} from './law.ts'
export { isLoopback } from './loopback.ts'
export {
  type InboundMail,
  type Intake,
  inboundMail,
  intake,
  type MailContent,
  type MailVerification,
  mailContent,
  mailOutcome,
  mailRoutes,
  type OutgoingMail,
  outgoingMail,
} from './mail.ts'
export {
  type LackingKey,
  type MailboxHealth,
  mailboxHealth,
  mailHealthRoutes,
  type OutgoingCount,
} from './mail-health.ts'
export {
  KEY_FINDINGS,
  type KeyFinding,
  type MailDomain,
  type MailDomainRecords,
  type MailKey,
  mailDomain,
  mailDomainRecords,
  mailKey,
  mailKeyRoutes,
} from './mail-keys.ts'
export {
  MAIL_SERVER_FAILURES,
  type MailServerFailure,
  type MailServerFailureCode,
  mailServerFailure,
} from './mail-server-failure.ts'
export { MAIL_TRACES, type MailTrace, mailTrace } from './mail-trace.ts'
export {
  type Amount,
  type BenchmarkGap,
  type Comparison,
  comparison,
  type MarkedClause,
  type Measured,
  markedClause,
  type Objective,
  type ObservedWait,
  objective,
  objectiveRoutes,
  observedWait,
  type Stance,
} from './objectives.ts'
export {
  facts,
  factValue,
  instant,
  LANGUAGES,
  language,
  listOf,
  mailAddress,
  money,
  type PersonRef,
  page,
  personRef,
  properName,
  texts,
} from './parts.ts'
export {
  type Absence,
  absence,
  apiKey,
  type Me,
  me,
  type Notice,
  notice,
  peopleRoutes,
  permission,
  role,
  type StaffPerson,
  staffPerson,
  workspace,
} from './people.ts'
export {
  mayGive,
  PERMISSIONS,
  PERMISSIONS_OF,
  type Permission,
  permissionsOf,
  ROLES,
  type Role,
  rolesOf,
} from './permissions.ts'
export { pictureRoutes } from './pictures.ts'
export { PROBLEMS, type Problem, type ProblemCode, type ProblemPlace, problem } from './problem.ts'
export {
  type ProcedureOnTicket,
  type ProceduresOfTicket,
  procedureOnTicket,
  procedureRoutes,
  proceduresOfTicket,
  type SettledStep,
  type SkippedStep,
  settledStep,
  type WalkedStepJson,
  walkedStep,
} from './procedures.ts'
export { remedyRoutes } from './remedies.ts'
export {
  type AuditEntry,
  auditEntry,
  type Grant,
  type GrantShare,
  grant,
  grantMonth,
  grantShare,
  grantState,
  needsAmount,
  type Offer,
  offer,
  type RemediesOfTicket,
  remediesOfTicket,
  reviewOutcome,
  similarDecision,
} from './remedy.ts'
export { type Caller, type Method, type Route, route } from './route.ts'
export { ROUTES } from './routes.ts'
export { type Scorecard, SHOWN, scorecard, scorecardRoutes, shown } from './scorecards.ts'
export {
  type Company,
  type CompanyAddress,
  company,
  companyAddress,
  type MailAccount,
  type MailSender,
  mailAccount,
  mailSender,
  settingsRoutes,
} from './settings.ts'
export {
  type OpinionCount,
  opinionCount,
  type Suggestion,
  type SuggestionCredit,
  suggestion,
  suggestionCredit,
  suggestionRoutes,
} from './suggestions.ts'
export { SIGNATURE_PLACEHOLDERS, type Team, team, teamRoutes } from './teams.ts'
export { type Template, template, templateRoutes } from './templates.ts'
export {
  type Answering,
  answering,
  type Ticket,
  type TicketRow,
  type TicketState,
  ticket,
  ticketRow,
  ticketState,
  type ViewName,
  viewName,
} from './ticket.ts'
export { ticketRoutes } from './tickets.ts'
export { type Trial, type TrialLine, type TrialTicket, trial, trialLine, trialRoutes, trialTicket } from './trials.ts'
export { type FileToSend, fileToSend, uploadRoutes } from './uploads.ts'
export {
  type ClauseDifferenceJson,
  type ClauseNotice,
  type ClauseView,
  clauseDifference,
  clauseNotice,
  clauseView,
  type VersionRow,
  versionRoutes,
  versionRow,
} from './versions.ts'
export type { DraftWarning } from './warnings.ts'
export { casesWords } from './words/case-words.ts'
export { cellWords, factName, moneyIn } from './words/cell-words.ts'
export { type ClauseRow, type Column, conditionColumns, givenColumns } from './words/clause-columns.ts'
export { clauseName } from './words/clause-name.ts'
export { type ClauseSentence, clauseSentence } from './words/clause-sentence.ts'
export { type DifferenceWords, differenceWords, type SaidDifference } from './words/difference-words.ts'
export { dayWords, languageName, listFormat, moneyFormat } from './words/formats.ts'
export { audienceWords, givenWords, remedyName, whenWords } from './words/given-words.ts'
export { bothWords, givesWords } from './words/gives-words.ts'
export {
  type Edition,
  type HandbookOutline,
  type HandbookParts,
  handbookOutline,
} from './words/handbook-outline.ts'
export { ar as charterAr } from './words/messages/ar.ts'
export { el as charterEl } from './words/messages/el.ts'
export { en as charterEn } from './words/messages/en.ts'
export { it as charterIt } from './words/messages/it.ts'
export type { CharterMessageKey, CharterMessages } from './words/messages/messages.ts'
export { pl as charterPl } from './words/messages/pl.ts'
export type { OutlineBlock, OutlineEntry, OutlineSection, OutlineTerm } from './words/outline-parts.ts'
export { type StepLine, stepLines } from './words/step-lines.ts'
export { stepTimeWords, stepWords } from './words/step-words.ts'
export { lengthWords, readTarget, type Target, targetWords } from './words/target-words.ts'
export { termWords } from './words/term-words.ts'
export type { CharterNames, CharterTexts, CharterTongue, ClauseWording, Said, TableWords } from './words/tongue.ts'
export { isAlwaysOpen, type WeekLine, weekLines } from './words/week-lines.ts'
export {
  type Attention,
  attention,
  charterPublished,
  draftChanged,
  type TicketChanged,
  ticketChanged,
  workspaceRoutes,
} from './workspaces.ts'
