import type {
  CharterDraftTable,
  CharterVersionTable,
  ClauseNoticeTable,
  DraftApprovalTable,
  DraftEditTable,
  DraftSubmissionTable,
  DraftTickTable,
  ImprovementTable,
  ObservedWaitTable,
  OpinionTable,
  SuggestionTable,
  TrialTable,
} from './tables/charters.ts'
import type { ControlTables } from './tables/control.ts'
import type {
  BlobTable,
  EventContentTable,
  EventTable,
  PersonKeyTable,
  TicketNumberTable,
  TicketTable,
} from './tables/log.ts'
import type {
  AttachmentTable,
  AutomaticMailTable,
  IdempotentAnswerTable,
  InboundMailTable,
  MailAccountTable,
  MailboxTable,
  MailConsentAskedTable,
  MailConsentTable,
  MailFolderTable,
  MailKeyTable,
  MailReferenceTable,
  MailSenderTable,
  OutboxTable,
  TicketPreviewTable,
  UploadTable,
} from './tables/messages.ts'
import type {
  AbsenceTable,
  AccessLinkTable,
  AttentionTable,
  NoticeTable,
  PersonTable,
  PositionHolderTable,
  ScorecardTable,
  TeamTable,
} from './tables/people.ts'
import type {
  BreachTable,
  CommitmentTable,
  FigureCorrectionTable,
  FigurePeriodTable,
  StepTable,
} from './tables/promises.ts'
import type { AuditTable, BudgetSpentTable, RemedyGrantTable } from './tables/remedies.ts'

export type * from './tables/charters.ts'
export type { JsonObject, JsonValue } from './tables/columns.ts'
export type * from './tables/control.ts'
export type * from './tables/log.ts'
export type * from './tables/messages.ts'
export type * from './tables/people.ts'
export type * from './tables/promises.ts'
export type * from './tables/remedies.ts'

/** Sharded by workspace; seen one workspace at a time. */
export interface TenantTables {
  ticket_number: TicketNumberTable
  ticket: TicketTable
  event: EventTable
  person_key: PersonKeyTable
  event_content: EventContentTable
  commitment: CommitmentTable
  step: StepTable
  outbox: OutboxTable
  blob: BlobTable
  person: PersonTable
  position_holder: PositionHolderTable
  absence: AbsenceTable
  scorecard: ScorecardTable
  team: TeamTable
  mailbox: MailboxTable
  mail_account: MailAccountTable
  mail_folder: MailFolderTable
  mail_sender: MailSenderTable
  mail_key: MailKeyTable
  mail_consent: MailConsentTable
  mail_consent_asked: MailConsentAskedTable
  charter_version: CharterVersionTable
  ticket_preview: TicketPreviewTable
  attachment: AttachmentTable
  upload: UploadTable
  inbound_mail: InboundMailTable
  mail_reference: MailReferenceTable
  automatic_mail: AutomaticMailTable
  attention: AttentionTable
  notice: NoticeTable
  access_link: AccessLinkTable
  idempotent_answer: IdempotentAnswerTable
  charter_draft: CharterDraftTable
  draft_edit: DraftEditTable
  draft_submission: DraftSubmissionTable
  draft_approval: DraftApprovalTable
  draft_tick: DraftTickTable
  trial: TrialTable
  clause_notice: ClauseNoticeTable
  suggestion: SuggestionTable
  opinion: OpinionTable
  observed_wait: ObservedWaitTable
  improvement: ImprovementTable
  remedy_grant: RemedyGrantTable
  budget_spent: BudgetSpentTable
  audit: AuditTable
  breach: BreachTable
  figure_period: FigurePeriodTable
  figure_correction: FigureCorrectionTable
}

export type Tables = TenantTables & ControlTables
