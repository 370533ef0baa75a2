/**
 * The words of a demo workspace in one language. Slots stand in braces: `{order}`, `{price}`, `{the}` (the product as a
 * subject, with its article where the language has one; `{The}` at the start of a sentence), `{obj}` (as an object),
 * `{product}` (bare), `{other}` (another product, bare). Words that follow a gender: `{w:he|she}` the writer's,
 * `{c:he|she}` the customer's, `{p:m|f|n}` the product's (the third may be left out).
 */
export interface DemoTexts {
  /** As they stand in a date, January first. */
  readonly months: readonly string[]
  /** The first lines of a mail, and its last with `{me}`. */
  readonly openings: readonly string[]
  readonly closings: readonly string[]
  /** How a call, a visit or a chat begins. */
  readonly spoken: readonly string[]
  /** Added by somebody angry (the second speaks of a delivery), or friendly. */
  readonly angry: readonly string[]
  readonly kind: readonly string[]
  readonly damaged: readonly Ask[]
  readonly late: readonly Ask[]
  readonly wrong: readonly Ask[]
  readonly mind: readonly Ask[]
  readonly questions: readonly Talk[]
  readonly others: readonly Talk[]
  /** Nothing is asked: no answer is needed. */
  readonly praise: readonly Ask[]
  /** One thing more: two that fit any question, two about an order. */
  readonly more: readonly Exchange[]
  /** A matter that was thought to be settled: it broke again, it did not arrive, the link does not work. */
  readonly again: readonly [broken: Exchange, notArrived: Exchange, link: Exchange]
  /** What the customer writes later. */
  readonly photo: readonly string[]
  /** The third asks about the carrier. */
  readonly chase: readonly string[]
  readonly sentBack: readonly string[]
  readonly thanks: readonly string[]
  readonly agent: AgentTexts
  /** The acknowledgement by a machine; tells when a person answers: `{due}`. */
  readonly acknowledgement: Mail
  /** A customer's machine that answers. */
  readonly away: Mail
  readonly spam: readonly Mail[]
}

/** The kind of product that a text fits. */
export type ProductKind = 'electric' | 'filter' | 'fragile' | 'hob' | 'kitchen' | 'textile' | 'solid' | 'furniture'

export interface Ask {
  readonly subject: string
  readonly text: string
  /** The same as said on the phone, at the counter or in a chat. */
  readonly brief: string
  /** Only for these products. */
  readonly of?: ProductKind
  /** Written in haste: without greeting and name. */
  readonly whole?: true
  /** Bought more than a month ago. */
  readonly old?: true
}

export interface Talk extends Ask {
  /** The answer speaks of a link. */
  readonly link?: true
  readonly answer: string
}

export interface Exchange {
  readonly ask: string
  readonly answer: string
}

export interface Mail {
  readonly subject: string
  readonly text: string
}

export interface AgentTexts {
  readonly greetings: readonly string[]
  /** With `{me}`, the agent's name. */
  readonly closings: readonly string[]
  /** Put before an answer that comes later than promised. */
  readonly sorry: readonly string[]
  /** For what came in a bad state, and for any damage. */
  readonly askPhoto: readonly [onArrival: string, ofAny: string]
  readonly replacement: readonly string[]
  /** The replacement has to be ordered from the supplier. */
  readonly outOfStock: readonly string[]
  readonly shipped: readonly string[]
  readonly refund: readonly string[]
  readonly repair: readonly string[]
  readonly repaired: readonly string[]
  readonly checking: readonly string[]
  readonly strike: readonly string[]
  /** Nothing new yet, and we say so: from the carrier, or from anybody. */
  readonly update: readonly [ofCarrier: string, ofAnybody: string]
  readonly found: readonly string[]
  readonly lost: readonly string[]
  readonly label: readonly string[]
  readonly replaced: readonly string[]
  readonly accept: readonly string[]
  readonly refuse: readonly string[]
  readonly refunded: readonly string[]
  /** The customer did not answer; we leave it at that. */
  readonly noReply: readonly string[]
  /** To somebody who asks when it goes on: with the carrier, or with anybody. */
  readonly toChase: readonly [ofCarrier: string, ofAnybody: string]
}
