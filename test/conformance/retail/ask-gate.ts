import { type CompiledCharter, decide, type Money, type TicketEvent } from '@avow/core'
import { passGate } from '../../../packages/server/src/features/remedies/pass-gate.ts'
import { budgetPeriods } from '../../../packages/server/src/features/remedies/periods.ts'
import { Refusal } from '../../../packages/server/src/refusal.ts'
import type { Facts } from './facts-of-action.ts'
import type { ActionName } from './shop.ts'

/** What the gate of the desk answered; `tell`: the exclusions that the refusing row names. */
export type Answer =
  | { readonly allowed: true; readonly clause: string; readonly row: number; readonly backedBy: readonly string[] }
  | {
      readonly allowed: false
      readonly code: string
      readonly message: string
      readonly clause: string
      readonly row: number
      readonly tell: readonly string[]
    }

/** The clause and the kind of remedy by which each action is asked for. */
const ASKED: Readonly<
  Record<ActionName, { readonly clause: string; readonly remedy: string; readonly isMoney?: true }>
> = {
  cancel_pending_order: { clause: 'R1', remedy: 'refund', isMoney: true },
  modify_pending_order_address: { clause: 'R2', remedy: 'new-address' },
  modify_pending_order_payment: { clause: 'R3', remedy: 'new-payment' },
  modify_pending_order_items: { clause: 'R4', remedy: 'new-items' },
  return_delivered_order_items: { clause: 'R5', remedy: 'refund', isMoney: true },
  exchange_delivered_order_items: { clause: 'R6', remedy: 'replacement' },
  modify_user_address: { clause: 'R7', remedy: 'new-profile' },
  get_user_details: { clause: 'R8', remedy: 'information' },
  get_order_details: { clause: 'R8', remedy: 'information' },
  get_product_details: { clause: 'R8', remedy: 'information' },
  list_all_product_types: { clause: 'R8', remedy: 'information' },
  transfer_to_human_agents: { clause: 'R9', remedy: 'colleague' },
}

const AT = Date.UTC(2027, 0, 4, 17)

/**
 * Asks the desk's one gate as an agent does: a ticket with these facts, what the charter decides on it, and then
 * `passGate`. `amount`: what is to be paid back, where it is not what was paid.
 */
export function askGate(charter: CompiledCharter, name: ActionName, facts: Facts, amount?: Money): Answer {
  const event: TicketEvent = {
    ticket: 'T',
    type: 'ticket.created',
    at: AT,
    recorded: AT,
    by: 'customer',
    facts,
  }
  const positions = ['agent']
  const spent = { ticket: [], today: [], clauses: {} }
  const decision = decide(charter, [event], AT, { actor: { who: 'agent', positions }, spent })
  const { clause, remedy, isMoney } = ASKED[name]
  const row = decision.remedies.find((each) => each.clause === clause)
  const judged = {
    charter,
    decision,
    positions,
    spent,
    periods: budgetPeriods(charter, AT),
    kindness: new Map(),
    facts: {},
    factsHash: '',
    factsSeq: 1,
    subject: null,
    who: { name: null, email: null },
  }
  const wanted = { clause, remedy, amount: isMoney === true ? (amount ?? row?.up_to ?? null) : null, isBend: false }
  const refusal = (error: Refusal): Answer => ({
    allowed: false,
    code: error.code,
    message: error.message,
    clause,
    row: row?.row ?? 0,
    tell: row?.tell ?? [],
  })
  try {
    const answer = passGate(judged, wanted)
    if (answer.refusal !== undefined) return refusal(answer.refusal)
    return { allowed: true, clause: answer.clause, row: answer.row, backedBy: answer.backedBy }
  } catch (error) {
    if (error instanceof Refusal) return refusal(error)
    throw error
  }
}
