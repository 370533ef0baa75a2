import { DAY_KINDS, JURISDICTIONS, LAW_ENDS, LAW_KINDS, LAW_STARTS, MATTERS, SECTORS } from '@avow/core'
import { z } from 'zod'
import { id, instant, texts } from './parts.ts'
import { route } from './route.ts'

/** A row of a law pack that binds the workspace, as it stands. Not legal advice. */
export const lawRowOfCharter = z
  .object({
    id: z.string(),
    jurisdiction: z.enum(JURISDICTIONS),
    /** Empty: whoever is in the jurisdiction. */
    sectors: z.array(z.enum(SECTORS)),
    /** Of what sort it is: the law's own minimum, or something that binds nobody by law. */
    kind: z.enum(LAW_KINDS),
    /** In English. */
    says: z.string(),
    /** Where it stands in the law itself. Null: not looked up; never guessed. */
    place: z.object({ instrument: z.string().nullable(), article: z.string().nullable() }),
    /** Null: no promise is compared with it. `within` is written as in a charter: `14 days`. */
    limit: z
      .object({
        matter: z.enum(MATTERS),
        from: z.enum(LAW_STARTS),
        until: z.enum(LAW_ENDS),
        within: z.string(),
        /** Which days the source says it counts; those that it has not said are compared as calendar days. Null: no days. */
        days: z.enum(DAY_KINDS).nullable(),
        /** What must have happened by then: that it was sent, or that it arrived. Null: the source does not say. */
        counts: z.enum(['sent', 'arrived']).nullable(),
        share: z.number().nullable(),
        mean: z.boolean(),
      })
      .nullable(),
    /** How long after a purchase the customer has the right, as `14 days`; null: no remedy is compared with it. */
    age: z.object({ matter: z.enum(MATTERS), within: z.string() }).nullable(),
    source: z.object({ name: z.string(), url: z.string().nullable() }),
    /** The date on which it was noted; when its source was read is not known of most. */
    read: z.string(),
    status: z.enum(['V', 'S']),
    /** A looser promise blocks publishing. */
    blocks: z.boolean(),
    consequence: z.enum(['deemed-accepted', 'compensation', 'dispute-body']).nullable(),
    /** In English. */
    note: z.string().nullable(),
    /** Why it is off; null where it is on. */
    off: texts.nullable(),
  })
  .meta({ id: 'LawRow' })

/** How far a complaint is, in the words of ISO 10002; at deadlock it is once the law's time has run out on it. */
export const COMPLAINT_STAGES = [
  'received',
  'acknowledged',
  'assessed',
  'investigated',
  'answered',
  'closed',
  'deadlock',
] as const

export const complaint = z
  .object({
    /** Each with when it was first come to, by what happened on the ticket; null: not yet. */
    stages: z.array(z.object({ stage: z.enum(COMPLAINT_STAGES), at: instant.nullable() })),
    /** The earliest end of the law's time that is still open. */
    deadline: instant.nullable(),
    /** To be sent by a person: it is due, and its limit has not passed. */
    letter: z.object({ row: z.string(), limit: instant, language: z.string(), text: z.string() }).nullable(),
    /** Who settles a dispute outside the company, in the ticket's language; closing answers carry it. */
    dispute_body: z.string().nullable(),
  })
  .meta({ id: 'Complaint' })

export type Complaint = z.infer<typeof complaint>

/** A chosen jurisdiction and sector of which no row tells, so that nothing is compared there: no clearance. */
const lawGap = z.object({ jurisdiction: z.enum(JURISDICTIONS), sector: z.enum(SECTORS) })

export type LawGapOfCharter = z.infer<typeof lawGap>
export type LawRowOfCharter = z.infer<typeof lawRowOfCharter>

export const lawRoutes = {
  readLaw: route({
    method: 'GET',
    path: '/law',
    who: 'charter.read',
    says: 'The rows of law packs that bind the charter in force, each with instrument, article, source, date read and status, and where there is none; not legal advice, and not complete',
    answer: z.object({
      /** Of the charter in force; both empty where it names no law. */
      jurisdictions: z.array(z.enum(JURISDICTIONS)),
      sectors: z.array(z.enum(SECTORS)),
      items: z.array(lawRowOfCharter),
      gaps: z.array(lawGap),
    }),
  }),
  readComplaint: route({
    method: 'GET',
    path: '/tickets/:number/complaint',
    who: 'tickets.read',
    says: 'How far a complaint is that is bound by a row of law, and the letter that is due before the law’s limit; nothing where it is none',
    params: z.object({ number: z.coerce.number().int().positive() }),
    answer: z.object({ complaint: complaint.nullable() }),
  }),
  finishLawTask: route({
    method: 'POST',
    path: '/attention/:id/done',
    who: 'tickets.write',
    says: 'Marks as done what the law asked for when a legal clock ran out; the ticket’s log keeps who did it',
    status: 204,
    params: z.object({ id }),
  }),
} as const
