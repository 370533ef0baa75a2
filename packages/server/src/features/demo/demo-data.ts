/** A workspace as plain data: who works there, who writes to it, and what happened to each ticket. */
import type { Actor } from '@avow/core'

export const LANGUAGES = ['en', 'it', 'pl', 'el', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]
export type Channel = 'email' | 'form' | 'phone' | 'counter' | 'chat' | 'letter'
export type Reason = 'damaged' | 'late' | 'wrong-item' | 'change-of-mind' | 'question' | 'other'
export type Tier = 'standard' | 'silver' | 'gold'

export interface DemoWorkspace {
  readonly name: string
  readonly staff: readonly DemoStaff[]
  readonly customers: readonly DemoCustomer[]
  /** By creation, the oldest first. */
  readonly tickets: readonly DemoTicket[]
}

export interface DemoStaff {
  readonly id: string
  readonly name: string
  readonly address: string
  /** The first is the own one. */
  readonly languages: readonly Language[]
  readonly team: string
  /** In the charter's words. */
  readonly positions: readonly string[]
  readonly isWoman: boolean
  /** The name as signed in another script. */
  readonly signs?: Partial<Record<Language, string>>
}

export interface DemoCustomer {
  readonly id: string
  readonly name: string
  readonly first: string
  /** The surname, and the form in which a letter addresses its bearer. */
  readonly last: string
  readonly called: string
  readonly address: string
  readonly language: Language
  /** Null where it is not known. */
  readonly tier: Tier | null
  readonly isWoman: boolean
}

export interface DemoTicket {
  readonly id: string
  readonly channel: Channel
  /** Id of the customer. */
  readonly customer: string
  /** Of its texts. */
  readonly language: Language
  /** UTC ms. */
  readonly createdAt: number
  /** In the order in which they happened, none after now. */
  readonly events: readonly DemoEvent[]
}

/** One event of a ticket: docs/formats/history.md. */
export interface DemoEvent {
  readonly type: string
  /** UTC ms. */
  readonly at: number
  readonly by: Actor
  /** Id of the member of staff, where `by` is an agent. */
  readonly who?: string
  readonly fields: DemoFields
  readonly content: DemoContent
}

export interface DemoFields {
  readonly facts?: Readonly<Record<string, string | { readonly minor: number; readonly currency: string }>>
  readonly to?: string
  readonly team?: string
  readonly reason?: string
  readonly third_party?: string
  readonly for?: string
  readonly automatic?: boolean
  readonly tells?: readonly string[]
}

/** What is kept apart from the log's envelope: personal data and texts. */
export interface DemoContent {
  readonly subject?: string
  readonly text?: string
  readonly name?: string
  readonly address?: string
}
