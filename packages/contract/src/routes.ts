import { breachRoutes } from './breaches.ts'
import { directionRoutes } from './charter-direction.ts'
import { charterRoutes } from './charters.ts'
import { customerRoutes } from './customers.ts'
import { draftRoutes } from './drafts.ts'
import { forwardRoutes } from './forwards.ts'
import { healthRoutes } from './health.ts'
import { holidayRoutes } from './holidays.ts'
import { improvementRoutes } from './improvements.ts'
import { ladderRoutes } from './ladders.ts'
import { lawRoutes } from './law.ts'
import { mailRoutes } from './mail.ts'
import { mailHealthRoutes } from './mail-health.ts'
import { mailKeyRoutes } from './mail-keys.ts'
import { objectiveRoutes } from './objectives.ts'
import { peopleRoutes } from './people.ts'
import { pictureRoutes } from './pictures.ts'
import { procedureRoutes } from './procedures.ts'
import { remedyRoutes } from './remedies.ts'
import { scorecardRoutes } from './scorecards.ts'
import { settingsRoutes } from './settings.ts'
import { slipRoutes } from './slips.ts'
import { suggestionRoutes } from './suggestions.ts'
import { teamRoutes } from './teams.ts'
import { templateRoutes } from './templates.ts'
import { ticketRoutes } from './tickets.ts'
import { trialRoutes } from './trials.ts'
import { uploadRoutes } from './uploads.ts'
import { versionRoutes } from './versions.ts'
import { workspaceRoutes } from './workspaces.ts'

/** Every route of `/api/v1` by name. What is not here is not served. */
export const ROUTES = {
  ...ticketRoutes,
  ...forwardRoutes,
  ...uploadRoutes,
  ...pictureRoutes,
  ...slipRoutes,
  ...peopleRoutes,
  ...customerRoutes,
  ...charterRoutes,
  ...directionRoutes,
  ...versionRoutes,
  ...draftRoutes,
  ...holidayRoutes,
  ...trialRoutes,
  ...breachRoutes,
  ...healthRoutes,
  ...ladderRoutes,
  ...lawRoutes,
  ...mailRoutes,
  ...mailHealthRoutes,
  ...mailKeyRoutes,
  ...remedyRoutes,
  ...procedureRoutes,
  ...scorecardRoutes,
  ...suggestionRoutes,
  ...objectiveRoutes,
  ...improvementRoutes,
  ...settingsRoutes,
  ...teamRoutes,
  ...templateRoutes,
  ...workspaceRoutes,
} as const
