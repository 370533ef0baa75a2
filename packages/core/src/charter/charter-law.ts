/** The law that a charter says it lives under, and how the packs' words are told in its own. */
import type { Jurisdiction, LawEnd, LawStart, Matter, Sector } from '../law/index.ts'
import type { Condition, Place, Texts } from './parts.ts'

export interface CharterLaw {
  readonly place: Place
  readonly jurisdictions: readonly Jurisdiction[]
  readonly sectors: readonly Sector[]
  /** The calendar whose closed dates are the public holidays of the law's working days. */
  readonly holidays?: string
  /** By which facts a ticket is known to be what a row speaks of. */
  readonly matters: ReadonlyMap<Matter, Condition>
  /** The declared events that start and end legal clocks, where the promise has no preset. */
  readonly events: ReadonlyMap<LawStart | LawEnd, string>
  /** Who settles a dispute outside the company, and how to reach them, where a row opens that way to customers. */
  readonly disputeBody?: Texts
  /** How many days before a limit of the law the customer is written to. */
  readonly letterBefore?: number
  /** Rows of the status S that block all the same; `all` for each of them. */
  readonly blocking: 'all' | readonly string[]
  readonly off: readonly LawRowOff[]
}

/** A row that does not apply here, and why. */
export interface LawRowOff {
  readonly row: string
  readonly because: Texts
  readonly place: Place
}
