import { charterRoutes } from './charters.ts'
import { mailRoutes } from './mail.ts'
import { peopleRoutes } from './people.ts'
import { slipRoutes } from './slips.ts'
import { ticketRoutes } from './tickets.ts'
import { workspaceRoutes } from './workspaces.ts'

/** Every route of `/api/v1` by name. What is not here is not served. */
export const ROUTES = {
  ...ticketRoutes,
  ...slipRoutes,
  ...peopleRoutes,
  ...charterRoutes,
  ...mailRoutes,
  ...workspaceRoutes,
} as const
