/** The events of a ticket as judged: normalised, with instants in ms. Formats: docs/formats/history.md. */

export type Actor = 'customer' | 'agent' | 'bot' | 'system'
export type TicketState = 'new' | 'open' | 'waiting-for-customer' | 'on-hold' | 'solved' | 'closed'

export const TICKET_STATES: readonly TicketState[] = [
  'new',
  'open',
  'waiting-for-customer',
  'on-hold',
  'solved',
  'closed',
]

/** A fact's value in a history: as JSON gives it; `null` says that it is (again) unknown. */
export type FactValue = string | number | boolean | null | { readonly minor: number; readonly currency: string }

export interface TicketEvent {
  readonly ticket: string
  readonly type: string
  /** When it happened, UTC ms. */
  readonly at: number
  /** When the log took it in, UTC ms; equals `at` where a file leaves it out. */
  readonly recorded: number
  readonly by: Actor
  /** The person or machine behind `by`, e.g. `anna` in `agent:anna`. */
  readonly who?: string
  readonly id?: string
  readonly seq?: number
  readonly v?: number
  readonly facts?: Readonly<Record<string, FactValue>>
  /** `status.changed`: the new state. `ticket.assigned`: the person. */
  readonly to?: string
  readonly team?: string
  readonly reason?: string
  /** `status.changed` to on-hold: who is waited for. */
  readonly third_party?: string
  readonly automatic?: boolean
  /** `ticket.created` by an agent: `customer` when opened for one (SPEC E12). */
  readonly for?: string
  readonly key?: string
  readonly into?: string
  readonly from?: string
  /** `message.moved`: id of the message that belongs elsewhere (SPEC E13). */
  readonly message?: string
  readonly undo?: boolean
  /** Promises whose due time this message told the customer (SPEC F4), and those it withdrew (F5). */
  readonly tells?: readonly string[]
  readonly withdraws?: readonly string[]
}
