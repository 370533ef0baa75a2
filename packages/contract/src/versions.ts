import { CLAUSE_KINDS } from '@avow/core'
import { z } from 'zod'
import { id, instant, listOf, personRef, texts } from './parts.ts'
import { route } from './route.ts'
import { suggestionCredit } from './suggestions.ts'
import { draftWarning } from './warnings.ts'

export const clauseRow = z.object({
  when: z.record(z.string(), z.string()),
  gives: z.record(z.string(), z.string()),
  says: texts.nullable().default(null),
})

/** A clause as people read it: its words, and its table as it is written. Core's `viewClause` writes it. */
export const clauseView = z
  .object({
    id: z.string(),
    kind: z.enum(CLAUSE_KINDS),
    /** `public`, `staff`, or `position:NAME`. */
    audience: z.string(),
    says: texts.nullable(),
    because: texts.nullable(),
    /** What is said once for the clause: clock, pauses, measured … by name, as written. */
    terms: z.array(z.object({ name: z.string(), text: z.string() })),
    /** Its further texts by name: conditions, limits, contact, complaints, instead. */
    texts: z.array(z.object({ name: z.string(), by: texts })).default([]),
    /** Conditions by fact and what the row gives by name, as written; the words of a procedure's step. */
    rows: z.array(clauseRow),
  })
  .meta({ id: 'ClauseView' })

export const versionRow = z
  .object({
    version: z.number().int(),
    hash: z.string(),
    effective: instant,
    /** Null: until a later one takes its place. */
    ends: instant.nullable(),
    /** `ahead`: not yet in force; `past`: no longer. */
    state: z.enum(['ahead', 'in-force', 'past']),
    published_at: instant,
    published_by: personRef.nullable(),
    approved_by: z.array(personRef),
    /** There was one approver only. */
    by_one: z.boolean(),
    note: z.string(),
  })
  .meta({ id: 'VersionRow' })

const saidValue = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.array(z.array(z.object({ fact: z.string(), accepts: z.array(z.string()) }))),
])

/** What a difference says, without its words: a form of core's `DIFFERENCE_FORMS` and its data. */
const saidDifference = z.object({
  form: z.string(),
  data: z.record(z.string(), saidValue),
  before: saidValue.nullable().optional(),
  after: saidValue.nullable().optional(),
})

/** Whether customers get less or more by something; `both` where some get less and others more, or it cannot be told. */
const customersGet = z.enum(['less', 'more', 'both'])

const treatment = z.object({ row: z.number().int().nullable(), gives: z.string(), due: instant.optional() })

/** What two versions say differently, as `avow diff --json` prints it, with both wordings. */
export const clauseDifference = z
  .object({
    kind: z.string(),
    id: z.string(),
    change: z.enum(['stricter', 'looser', 'changed', 'added', 'removed']),
    /** What customers get by it; left out where it means nothing to them. */
    customers: customersGet.optional(),
    /** Sentences in English: `looser for tier gold, channel email: 1 h of office → 2 h of office`. */
    parts: z.array(
      z.object({
        about: z.string(),
        change: z.string(),
        text: z.string(),
        /** The same as data, to be said in other languages; what was told before there was any has none. */
        says: saidDifference.optional(),
        where: z.string().optional(),
        old: z.string().optional(),
        new: z.string().optional(),
        customers: customersGet.optional(),
        /** A ticket that the two treat differently, where it is told: its facts by name, and `at`. */
        witness: z.object({ ticket: z.record(z.string(), z.unknown()), old: treatment, new: treatment }).optional(),
      }),
    ),
    before: clauseView.nullable(),
    after: clauseView.nullable(),
  })
  .meta({ id: 'ClauseDifference' })

/** One clause that changed, told to one person. */
export const clauseNotice = z
  .object({
    version: z.number().int(),
    effective: instant,
    difference: clauseDifference,
    /** What its author said of the version’s change; may be empty. */
    note: z.string(),
    told_at: instant,
    acknowledged_at: instant.nullable(),
    /** The clause did not change: the caller is new to it. */
    is_first: z.boolean(),
  })
  .meta({ id: 'ClauseNotice' })

export type ClauseView = z.infer<typeof clauseView>
export type VersionRow = z.infer<typeof versionRow>
export type ClauseDifferenceJson = z.infer<typeof clauseDifference>
export type ClauseNotice = z.infer<typeof clauseNotice>

const version = z.object({ version: z.coerce.number().int().positive() })

export const versionRoutes = {
  readHandbook: route({
    method: 'GET',
    path: '/handbook',
    who: 'charter.read',
    says: 'The version in force as the caller’s handbook: every clause that is for them',
    answer: z.object({
      version: versionRow,
      title: texts.nullable(),
      /** What the company is there for. */
      mission: texts.nullable(),
      languages: z.array(z.string()),
      zone: z.string(),
      clauses: z.array(clauseView),
      /** What is to be looked at again within 30 days, the longest due first; of the clauses that are for the caller. */
      reviews: z.array(
        z.object({
          /** Null: the charter as a whole. */
          clause: z.string().nullable(),
          /** The position that answers for it. */
          owner: z.string().nullable(),
          /** A date of the charter's zone. */
          due: z.string(),
          overdue: z.boolean(),
        }),
      ),
      /** How much of the definition of excellent service has a live measure now; null where the charter has none. */
      definition: z
        .object({
          lines: z.number(),
          measured: z.number(),
          /** Whole percent, rounded down. */
          percent: z.number(),
          /** Ids of the lines without a live measure. */
          unmeasured: z.array(z.string()),
        })
        .nullable(),
      /** What comes next, where a later version is already published. */
      next: versionRow.nullable(),
    }),
  }),
  readHandbookEdition: route({
    method: 'GET',
    path: '/handbook/edition',
    who: 'charter.read',
    says: 'The handbook of a version, the one in force where none is named, on one page to print, as Markdown or as PDF',
    query: z.object({
      version: z.coerce.number().int().positive().optional(),
      language: z.string().max(35).optional(),
      format: z.enum(['html', 'md', 'pdf']).optional(),
    }),
    bytes: true,
  }),
  listVersions: route({
    method: 'GET',
    path: '/charter/versions',
    who: 'charter.read',
    says: 'Published versions, the newest first',
    answer: listOf(versionRow),
  }),
  readVersion: route({
    method: 'GET',
    path: '/charter/versions/:version',
    who: 'charter.read',
    says: 'A published version with its text',
    params: version,
    answer: versionRow.extend({ source: z.string() }),
  }),
  compareVersions: route({
    method: 'GET',
    path: '/charter/versions/:version/differences',
    who: 'charter.read',
    says: 'What a version says differently from the one before it, or from `against`, and which warnings stayed in it, with the reasons',
    params: version,
    query: z.object({ against: z.coerce.number().int().positive().optional() }),
    answer: z.object({
      from: z.number().int().nullable(),
      to: z.number().int(),
      items: z.array(clauseDifference),
      /** Whose suggestions it took up. */
      suggested: z.array(suggestionCredit),
      /** The warnings that stayed in it, each with its reason; none where it was published without a draft. */
      warnings: z.array(draftWarning),
    }),
  }),
  listClauseNotices: route({
    method: 'GET',
    path: '/charter/notices',
    who: 'member',
    says: 'Clauses that changed for the caller, with before and after; those to acknowledge first',
    query: z.object({ open: z.enum(['yes', 'no']).optional() }),
    answer: listOf(clauseNotice),
  }),
  acknowledgeClause: route({
    method: 'POST',
    path: '/charter/notices/:version/:clause/acknowledgement',
    who: 'member',
    says: 'The caller has read this clause as it now is. Twice is once',
    status: 204,
    params: version.extend({ clause: z.string().max(120) }),
  }),
  readStanding: route({
    method: 'GET',
    path: '/charter/notices/:version/standing',
    who: 'charter.standing',
    says: 'Who has acknowledged a version’s changes, and who has not',
    params: version,
    answer: z.object({
      items: z.array(
        z.object({
          person: personRef,
          told: z.number().int(),
          acknowledged: z.number().int(),
          last_at: instant.nullable(),
          reminded_at: instant.nullable(),
        }),
      ),
    }),
  }),
  remindPeople: route({
    method: 'POST',
    path: '/charter/notices/:version/reminders',
    who: 'charter.standing',
    says: 'Reminds, by mail and in the desk, those who have not acknowledged; at most once a day each',
    status: 200,
    needsKey: true,
    params: version,
    body: z.object({ people: z.array(id).max(500).optional() }).default({}),
    answer: z.object({ reminded: z.number().int() }),
  }),
} as const
