import {
  type CompiledCharter,
  type FactsAtHand,
  factsAtHand,
  type ProcedureOn,
  proceduresOn,
  type Walk,
  walk,
} from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionOfHash } from '../charters/index.ts'
import { historyOf, readHistories } from '../commitments/index.ts'
import type { TicketAtHand } from '../tickets/index.ts'
import { happenedOn } from './happened.ts'

/** The procedures of a ticket, by the version that it is pinned to, with where each stands now. */
export interface ProceduresAtHand {
  readonly charter: CompiledCharter
  readonly facts: FactsAtHand
  readonly walked: readonly { readonly on: ProcedureOn; readonly walk: Walk }[]
  /** The first event of the ticket: a walk begins with it. */
  readonly opened: number
}

/** Undefined for a ticket that is older than every charter. */
export async function proceduresAtHand(tx: Transaction, ticket: TicketAtHand): Promise<ProceduresAtHand | undefined> {
  const charter = ticket.charter_hash === null ? undefined : await versionOfHash(tx, ticket.charter_hash)
  if (charter === undefined) return undefined
  const log =
    charter.document.procedures.length === 0 ? undefined : (await readHistories(tx, [ticket.id])).get(ticket.id)
  if (log === undefined) return { charter, facts: factsAtHand(charter, [], tx.now), walked: [], opened: 1 }
  const facts = factsAtHand(charter, historyOf(log), tx.now)
  const happened = happenedOn(log)
  const walked = proceduresOn(charter.document, facts, happened).map((on) => ({
    on,
    walk: walk(on.procedure, facts, happened),
  }))
  return { charter, facts, walked, opened: log.entries[0]?.seq ?? 1 }
}
