import { z } from 'zod'
import { facts, factValue, id, instant, personRef, texts } from './parts.ts'
import { route } from './route.ts'

/** What is wrong with a ladder that was walked, each with how to mend it on its page of the desk. */
export const LADDER_TROUBLES = [
  /** Nobody holds the position. */
  'position-empty',
  /** All who hold it are away then, and no further position of the ladder has anybody. */
  'position-away',
  /** The last step tells whoever has the ticket, and nobody has it. */
  'nobody-has-it',
  /** The last step tells nobody and gives the ticket to nobody. */
  'nobody-told',
  /** It closes a circle (SPEC CH3). */
  'goes-back',
  /** It comes beyond what the calendar knows. */
  'no-instant',
] as const

/** Somebody whom a step is for, and whether they are there at its instant. */
const ladderHolder = z.object({
  person: personRef,
  /** Until when they are away; null: they are there. */
  away_until: instant.nullable(),
  /** Who works in their stead while they are away. */
  deputy: personRef.nullable(),
})

/** For whom a step is, and whom it reaches. */
const addressee = z
  .object({
    /** A position, or `assignee`: whoever has the ticket. */
    position: z.string(),
    how: z.enum(['told', 'given']),
    /** Who holds the position, or has the ticket. */
    holders: z.array(ladderHolder),
    /** The position that stands in where all of its holders are away. */
    instead: z.string().nullable(),
    /** Who gets the notice in the desk, and whether by mail too. The ticket goes to the first. */
    reaches: z.array(z.object({ person: personRef, by_mail: z.boolean() })),
  })
  .meta({ id: 'LadderAddressee' })

const rung = z
  .object({
    /** From 1. */
    step: z.number().int(),
    /** `75%`, `after 2 h of office`, `at once`. */
    time: z.string(),
    /** Null where it lies beyond what the calendar knows. */
    due: instant.nullable(),
    /** The zone in which it is counted. */
    zone: z.string(),
    /** Whether any calendar of the charter is open then. */
    is_open: z.boolean(),
    raises_priority: z.boolean(),
    addressees: z.array(addressee),
    /** Somebody is told or gets the ticket. */
    on_duty: z.boolean(),
    /** No step comes after it. */
    is_last: z.boolean(),
  })
  .meta({ id: 'Rung' })

export const ladder = z
  .object({
    clause: z.string(),
    /** When its ticket is opened. */
    at: instant,
    /** Of the charter. */
    zone: z.string(),
    /** Of that ticket. */
    facts: z.record(z.string(), factValue),
    /** The commitment on whose clock it hangs. */
    commitment: z
      .object({ promise: z.string(), row: z.number().int(), target: z.string(), due: instant.nullable() })
      .nullable(),
    /** In the order in which they act. */
    rungs: z.array(rung),
    /** Positions that the ticket goes through, in that order. */
    chain: z.array(z.string()),
    /** Who settles a dispute outside the company: what stands behind the last step. */
    dispute_body: texts.nullable(),
    troubles: z.array(
      z.object({ code: z.enum(LADDER_TROUBLES), step: z.number().int(), position: z.string().nullable() }),
    ),
  })
  .meta({ id: 'Ladder' })

export type Ladder = z.infer<typeof ladder>
export type LadderTrouble = (typeof LADDER_TROUBLES)[number]

/** Walking a ladder of escalation to its end, before anybody needs it. */
export const ladderRoutes = {
  walkLadder: route({
    method: 'POST',
    path: '/ladders',
    who: 'people.read',
    says: 'Where a ladder of escalation leads on a ticket on which nobody does anything: each step with its instant, whom it reaches and who is away then. Nothing happens by it',
    body: z.object({
      /** Of a draft; null: of the version in force. */
      draft: id.nullable().default(null),
      clause: z.string().max(100),
      /** When the ticket is opened; now where left out. */
      at: instant.optional(),
      /** What is known of the ticket; where left out, what the ladder asks for. */
      facts: facts.default({}),
      /** Who has the ticket from the start. */
      assignee: id.nullable().default(null),
    }),
    answer: z.object({
      ladder: ladder.nullable(),
      /** Why there is none: it does not begin on such a ticket, or the calendars know nothing of that time. */
      why_not: z.enum(['not-begun', 'past-horizon']).nullable(),
    }),
  }),
}
