import { slipHandlers } from './channels/counter/index.ts'
import { apiKeyHandlers } from './features/api-keys/index.ts'
import { attentionHandlers } from './features/attention/index.ts'
import { auditHandlers } from './features/audit/index.ts'
import { breachHandlers } from './features/breaches/index.ts'
import { charterHandlers } from './features/charters/index.ts'
import { clauseNoticeHandlers } from './features/clause-notices/index.ts'
import { demoHandlers } from './features/demo/index.ts'
import { directionHandlers } from './features/direction/index.ts'
import { draftHandlers } from './features/drafts/index.ts'
import { exportHandlers } from './features/export/index.ts'
import { forwardHandlers } from './features/forwards/index.ts'
import { handbookHandlers } from './features/handbook/index.ts'
import { healthHandlers } from './features/health/index.ts'
import { holidayHandlers } from './features/holidays/index.ts'
import { improvementHandlers } from './features/improvements/index.ts'
import { ladderHandlers } from './features/ladders/index.ts'
import { lawHandlers } from './features/law/index.ts'
import { mailHandlers } from './features/mail/index.ts'
import { mailHealthHandlers } from './features/mail-health/index.ts'
import { mailKeyHandlers } from './features/mail-keys/index.ts'
import { addressHandlers, consentHandlers, senderHandlers } from './features/mailboxes/index.ts'
import { objectiveHandlers } from './features/objectives/index.ts'
import { opinionHandlers } from './features/opinions/index.ts'
import { peopleHandlers } from './features/people/index.ts'
import { pictureHandlers } from './features/pictures/index.ts'
import { procedureHandlers } from './features/procedures/index.ts'
import { remedyHandlers } from './features/remedies/index.ts'
import { scorecardHandlers } from './features/scorecards/index.ts'
import { suggestionHandlers } from './features/suggestions/index.ts'
import { teamHandlers } from './features/teams/index.ts'
import { templateHandlers } from './features/templates/index.ts'
import { ticketHandlers } from './features/tickets/index.ts'
import { trialHandlers } from './features/trials/index.ts'
import { uploadHandlers } from './features/uploads/index.ts'
import { companyHandlers, workspaceHandlers } from './features/workspaces/index.ts'
import type { ApiHandlers } from './http/index.ts'

/** Who answers each route of the contract. */
export const HANDLERS: ApiHandlers = {
  ...apiKeyHandlers,
  ...attentionHandlers,
  ...auditHandlers,
  ...breachHandlers,
  ...charterHandlers,
  ...clauseNoticeHandlers,
  ...demoHandlers,
  ...directionHandlers,
  ...draftHandlers,
  ...exportHandlers,
  ...forwardHandlers,
  ...handbookHandlers,
  ...healthHandlers,
  ...ladderHandlers,
  ...lawHandlers,
  ...holidayHandlers,
  ...improvementHandlers,
  ...mailHandlers,
  ...mailHealthHandlers,
  ...mailKeyHandlers,
  ...objectiveHandlers,
  ...opinionHandlers,
  ...peopleHandlers,
  ...pictureHandlers,
  ...slipHandlers,
  ...remedyHandlers,
  ...procedureHandlers,
  ...scorecardHandlers,
  ...suggestionHandlers,
  ...teamHandlers,
  ...templateHandlers,
  ...ticketHandlers,
  ...trialHandlers,
  ...uploadHandlers,
  ...addressHandlers,
  ...senderHandlers,
  ...consentHandlers,
  ...companyHandlers,
  ...workspaceHandlers,
}
