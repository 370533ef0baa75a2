import {
  type CompiledCharter,
  type FactsAtHand,
  factsAtHand,
  type ProcedureOn,
  proceduresOn,
  type Wait,
  type Walk,
  waitsOn,
  walk,
} from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionOfHash } from '../charters/index.ts'
import { pastOf, readHistories } from '../commitments/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'

/** The procedures of a ticket, by the version that it is pinned to, with where each stands now. */
export interface ProceduresAtHand {
  readonly charter: CompiledCharter
  readonly facts: FactsAtHand
  readonly walked: readonly { readonly on: ProcedureOn; readonly walk: Walk }[]
  /** The waits among them that may last so long and no longer. */
  readonly waits: readonly Wait[]
  /** The first event of the ticket: a walk begins with it. */
  readonly opened: number
}

/** Undefined for a ticket that is older than every charter. */
export async function proceduresAtHand(tx: Transaction, ticket: TicketAtHand): Promise<ProceduresAtHand | undefined> {
  const charter = ticket.charter_hash === null ? undefined : await versionOfHash(tx, ticket.charter_hash)
  if (charter === undefined) return undefined
  const log =
    charter.document.procedures.length === 0 ? undefined : (await readHistories(tx, [ticket.id])).get(ticket.id)
  if (log === undefined) return { charter, facts: factsAtHand(charter, [], tx.now), walked: [], waits: [], opened: 1 }
  const past = pastOf(log)
  const { history, happened } = past
  const facts = factsAtHand(charter, history, tx.now)
  const walked = proceduresOn(charter.document, facts, happened).map((on) => ({
    on,
    walk: walk(on.procedure, facts, happened),
  }))
  return { charter, facts, walked, waits: waitsOn(charter, past, tx.now), opened: log.entries[0]?.seq ?? 1 }
}
