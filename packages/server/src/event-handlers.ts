import type { EventHandler } from './db/index.ts'
import { recordBreaches } from './features/breaches/index.ts'
import { announceChanges } from './features/changes/index.ts'
import { settleTickets } from './features/commitments/index.ts'
import { settleUnattendedWaits } from './features/escalation/index.ts'
import { previewTickets } from './features/previews/index.ts'
import { tellOfMessages } from './features/staff-answers/index.ts'
import { settleUnattended } from './features/standing-in/index.ts'
import { markCarriedOut } from './http/idempotency/index.ts'

/** What follows from every event, in this order. What a handler appends is handed out once more, in a further round. */
export const EVENT_HANDLERS: readonly EventHandler[] = [
  settleTickets,
  recordBreaches,
  settleUnattended,
  settleUnattendedWaits,
  previewTickets,
  tellOfMessages,
  announceChanges,
  markCarriedOut,
]
