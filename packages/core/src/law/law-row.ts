/** What a row of a law pack is made of. The packs are our own wording of what was read; they are not legal advice. */

/** Where the rows that ship come from; `EU` is the Union's own law, which a country's pack does not repeat. */
export const JURISDICTIONS = ['AU', 'BR', 'ES', 'EU', 'GR', 'IN', 'IT', 'PL', 'SA', 'UK', 'US', 'ZA'] as const
export type Jurisdiction = (typeof JURISDICTIONS)[number]

/** Whom a row binds. `consumer`: whoever sells to consumers; `regulated-service`: services under federal regulation. */
export const SECTORS = [
  'airline',
  'banking',
  'card-credit',
  'consumer',
  'consumer-finance',
  'e-commerce',
  'energy',
  'finance',
  'large-company',
  'online-platform',
  'payments',
  'post',
  'public-enterprise',
  'public-service',
  'regulated-service',
  'telecom',
  'transport',
  'water',
] as const
export type Sector = (typeof SECTORS)[number]

/** What a ticket must be for a row to bind; a charter says by which facts it tells these tickets. */
export const MATTERS = [
  'complaint',
  'urgent-complaint',
  'exceptional-complaint',
  'disability-complaint',
  'wrongful-charge',
  'billing-error',
  'billing-correction',
  'billing-correction-four-monthly',
  'double-billing',
  'withdrawal',
  'defect',
  'call',
] as const
export type Matter = (typeof MATTERS)[number]

/** What starts a legal clock. `received`: the ticket came in. */
export const LAW_STARTS = ['received', 'agreed', 'withdrawn', 'called'] as const
export type LawStart = (typeof LAW_STARTS)[number]

/** What ends it. `replied`: any reply, a holding one too; `answered`: the reply that decides. */
export const LAW_ENDS = [
  'acknowledged',
  'replied',
  'answered',
  'explained',
  'resolved',
  'carried-out',
  'refunded',
  'picked-up',
] as const
export type LawEnd = (typeof LAW_ENDS)[number]

/**
 * A length of time as the law counts it. Days, weeks and months are whole local dates after the start's own, to the end of
 * the last; working days are those from Monday to Friday that are no public holidays; hours run through nights; minutes
 * are waited while the line is open.
 */
export interface LawTime {
  readonly count: number
  readonly unit: 'minute' | 'hour' | 'working-day' | 'day' | 'week' | 'month'
}

/** Which days a limit counts by the words of its source. `not-said`: it says “days”, and they are compared as calendar days. */
export const DAY_KINDS = ['working', 'calendar', 'not-said'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** What sort of demand a row tells of: the law's own, or something that nobody is bound to by law. */
export const LAW_KINDS = ['legal-minimum', 'regulator-expectation', 'industry-code', 'company-own'] as const
export type LawKind = (typeof LAW_KINDS)[number]

/** Where a rule stands in the law itself; what of it nobody looked up is said in words, never guessed. */
export type LawPlace =
  | { readonly instrument: string; readonly article: string; readonly notLookedUp?: undefined }
  | { readonly instrument: string; readonly article?: undefined; readonly notLookedUp: 'article not looked up' }
  | {
      readonly instrument?: undefined
      readonly article?: undefined
      readonly notLookedUp: 'instrument and article not looked up'
    }

/** A limit that a promise can be compared with. */
export interface LawLimit {
  readonly matter: Matter
  readonly from: LawStart
  readonly until: LawEnd
  readonly within: LawTime
  /** Undefined where no days are counted. */
  readonly days?: DayKind
  /** What must have happened by then: that the answer was sent, or that it arrived. Undefined where the source is silent. */
  readonly counts?: 'sent' | 'arrived'
  /** Percent of cases that must lie within the time; undefined where all must. */
  readonly share?: number
  /** The time is a mean over all cases. */
  readonly mean?: true
}

/** How long after a purchase the customer still has a right. */
export interface LawAge {
  /** What the customer comes for. */
  readonly matter: Matter
  /** Days or months after the date of the purchase or the delivery; the last of these dates is within. */
  readonly within: LawTime & { readonly unit: 'day' | 'month' }
}

/** What the law does when a limit is passed. */
export type LawConsequence =
  | { readonly kind: 'deemed-accepted' }
  | {
      readonly kind: 'compensation'
      /** By delay, rising: the amount where the time taken is at most `times` the limit; the last one has no end. */
      readonly steps: readonly { readonly times?: number; readonly minor: number; readonly currency: string }[]
    }
  | { readonly kind: 'dispute-body' }

export interface LawRow {
  /** Stable, such as `PL-1`; unique over all packs. */
  readonly id: string
  readonly jurisdiction: Jurisdiction
  /** `any` binds everybody in the jurisdiction. */
  readonly sectors: readonly Sector[] | 'any'
  readonly kind: LawKind
  /** The rule in our own words, in English. */
  readonly says: string
  readonly place: LawPlace
  /** Without it no promise is compared with the row. */
  readonly limit?: LawLimit
  /** With it the remedies are compared: how old what was bought may be for them. */
  readonly age?: LawAge
  /** What was read. */
  readonly source: { readonly name: string; readonly url?: string }
  /** The date on which what was read of the source was last compared with the row: `2026-11-23`. */
  readonly read: string
  /**
   * V: the number was read in the law's own text or a copy of it, or on a page of the authority that made or watches it. S: it
   * was noted from a secondary source, and nobody has read the official text in force since. What was read nowhere does not ship.
   */
  readonly status: 'V' | 'S'
  readonly consequence?: LawConsequence
  /** What is uncertain, or not looked at. */
  readonly note?: string
}
