import { slipHandlers } from './channels/counter/index.ts'
import { apiKeyHandlers } from './features/api-keys/index.ts'
import { attentionHandlers } from './features/attention/index.ts'
import { charterHandlers } from './features/charters/index.ts'
import { demoHandlers } from './features/demo/index.ts'
import { exportHandlers } from './features/export/index.ts'
import { mailHandlers } from './features/mail/index.ts'
import { peopleHandlers } from './features/people/index.ts'
import { ticketHandlers } from './features/tickets/index.ts'
import { workspaceHandlers } from './features/workspaces/index.ts'
import type { ApiHandlers } from './http/index.ts'

/** Who answers each route of the contract. */
export const HANDLERS: ApiHandlers = {
  ...apiKeyHandlers,
  ...attentionHandlers,
  ...charterHandlers,
  ...demoHandlers,
  ...exportHandlers,
  ...mailHandlers,
  ...peopleHandlers,
  ...slipHandlers,
  ...ticketHandlers,
  ...workspaceHandlers,
}
