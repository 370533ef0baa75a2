import { z } from 'zod'
import { id, instant, listOf, personRef } from './parts.ts'
import { route } from './route.ts'
import { suggestionCredit } from './suggestions.ts'
import { clauseDifference } from './versions.ts'
import { draftWarning } from './warnings.ts'

export const draftState = z.enum(['writing', 'in-review', 'published', 'withdrawn'])

/** `remove` UTF-16 units at `at` give way to `insert`. The splices of an edit are made one after the other. */
export const splice = z
  .object({
    at: z.number().int().nonnegative(),
    remove: z.number().int().nonnegative(),
    insert: z.string().max(500_000),
  })
  .meta({ id: 'Splice' })

/** A draft as one submitted it: what approvals name. */
export const submission = z
  .object({
    /** SHA-256 of the canonical form, with its zones, as it would be published. */
    hash: z.string(),
    /** From when it is to be in force; null: from its last approval on. */
    effective: instant.nullable(),
    /** The zone that the time was chosen in. */
    zone: z.string(),
    by: personRef.nullable(),
    at: instant,
    /** How many people must approve, and which positions they hold. */
    need: z.number().int(),
    /** How many the charter asks for, and one more where somebody gets less; more than `need` where there are not so many. */
    asked: z.number().int(),
    /** Somebody gets less by it than by the version whose place it takes. */
    gives_less: z.boolean(),
    approvers: z.array(z.string()),
    approvals: z.array(z.object({ person: personRef, at: instant })),
    /** The warnings that stay, each with its reason. */
    warnings: z.array(draftWarning),
    /** May the caller approve; if not, why: `own-change`, `no-position`, `has-approved`, `no-permission`. */
    may_approve: z.boolean(),
    why_not: z.enum(['own-change', 'no-position', 'has-approved', 'no-permission']).nullable(),
  })
  .meta({ id: 'Submission' })

export const draftRow = z
  .object({
    id,
    /** Rises with every edit. */
    seq: z.number().int(),
    state: draftState,
    /** Why it was written, in a line. */
    note: z.string(),
    /** The version that it began from; null for none. */
    base: z.number().int().nullable(),
    created_at: instant,
    created_by: personRef.nullable(),
    changed_at: instant,
    changed_by: personRef.nullable(),
    /** Everybody who changed it: they may not approve it. */
    authors: z.array(personRef),
    submission: submission.nullable(),
    /** Why an approver sent it back, last. */
    sent_back: z.object({ reason: z.string(), by: personRef.nullable(), at: instant }).nullable(),
    /** The version that it became. */
    version: z.number().int().nullable(),
  })
  .meta({ id: 'DraftRow' })

export const draft = draftRow
  .extend({
    source: z.string(),
    /** How many people hold each position, by its name; one that is not named is held by nobody. */
    holders: z.record(z.string(), z.number().int().positive()),
  })
  .meta({ id: 'Draft' })

export const draftEdit = z
  .object({
    seq: z.number().int(),
    splices: z.array(splice),
    by: personRef.nullable(),
    at: instant,
  })
  .meta({ id: 'DraftEdit' })

export type Draft = z.infer<typeof draft>
export type DraftRow = z.infer<typeof draftRow>
export type DraftEdit = z.infer<typeof draftEdit>
export type Splice = z.infer<typeof splice>
export type Submission = z.infer<typeof submission>

const one = z.object({ id })
const oneWarning = one.extend({ finding: z.string().regex(/^[0-9a-f]{64}$/) })
const draftWarnings = z.object({
  /** The draft as of this edit. */
  seq: z.number().int(),
  items: z.array(draftWarning),
})

export const draftRoutes = {
  listDrafts: route({
    method: 'GET',
    path: '/drafts',
    who: 'charter.read',
    says: 'Drafts, those not yet published first, the newest first',
    answer: listOf(draftRow),
  }),
  startDraft: route({
    method: 'POST',
    path: '/drafts',
    who: 'charter.write',
    says: 'A new draft: of the version in force, of another one (rolling back is a new version), or of a text of one’s own',
    status: 201,
    body: z.object({
      from: z.number().int().positive().optional(),
      source: z.string().max(2_000_000).optional(),
      note: z.string().trim().max(300).default(''),
    }),
    answer: draft,
  }),
  readDraft: route({
    method: 'GET',
    path: '/drafts/:id',
    who: 'charter.read',
    says: 'A draft with its text',
    params: one,
    answer: draft,
  }),
  editDraft: route({
    method: 'POST',
    path: '/drafts/:id/edits',
    who: 'charter.write',
    says: 'Changes of the text, made on the text as of `base`. Others’ changes since are answered, and kept; where both change one place: draft-moved',
    status: 201,
    params: one,
    body: z.object({
      base: z.number().int().nonnegative(),
      splices: z.array(splice).min(1).max(100),
      /** Given by the writer: said again, nothing happens. */
      edit: id,
    }),
    answer: z.object({
      /** Of this edit. */
      seq: z.number().int(),
      /** Everything after `base`, this edit included, in order: what makes the text of `base` that of `seq`. */
      edits: z.array(draftEdit),
    }),
  }),
  listDraftEdits: route({
    method: 'GET',
    path: '/drafts/:id/edits',
    who: 'charter.read',
    says: 'What was changed after a seq, in order',
    params: one,
    query: z.object({ after: z.coerce.number().int().nonnegative().default(0) }),
    answer: z.object({ items: z.array(draftEdit), next: z.string().nullable() }),
  }),
  describeDraft: route({
    method: 'PATCH',
    path: '/drafts/:id',
    who: 'charter.write',
    says: 'Why the draft is written',
    params: one,
    body: z.object({ note: z.string().trim().max(300) }),
    answer: draft,
  }),
  withdrawDraft: route({
    method: 'DELETE',
    path: '/drafts/:id',
    who: 'charter.write',
    says: 'Gives a draft up; it stays readable',
    status: 204,
    params: one,
  }),
  listWarnings: route({
    method: 'GET',
    path: '/drafts/:id/warnings',
    who: 'charter.read',
    says: 'What the checks warn of in the draft as it stands, and which of it may stay',
    params: one,
    answer: draftWarnings,
  }),
  tickWarning: route({
    method: 'POST',
    path: '/drafts/:id/warnings/:finding/tick',
    who: 'charter.write',
    says: 'A warning may stay, for this reason. Said again, the last reason counts',
    status: 200,
    params: oneWarning,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: draftWarnings,
  }),
  untickWarning: route({
    method: 'DELETE',
    path: '/drafts/:id/warnings/:finding/tick',
    who: 'charter.write',
    says: 'A warning may not stay after all',
    status: 200,
    params: oneWarning,
    answer: draftWarnings,
  }),
  submitDraft: route({
    method: 'POST',
    path: '/drafts/:id/submission',
    who: 'charter.write',
    says: 'Asks for approval of the text as of `seq`, to be in force from `effective` on',
    status: 201,
    params: one,
    body: z.object({
      seq: z.number().int(),
      /** Null: as soon as it is approved. */
      effective: instant.nullable(),
      zone: z.string().max(100),
    }),
    answer: draft,
  }),
  compareSubmission: route({
    method: 'GET',
    path: '/drafts/:id/submission/differences',
    who: 'charter.read',
    says: 'What is in review says differently from the version whose place it takes: who gets less or more by it, with a ticket that shows it',
    params: one,
    answer: z.object({ from: z.number().int().nullable(), items: z.array(clauseDifference) }),
  }),
  listDraftCredits: route({
    method: 'GET',
    path: '/drafts/:id/credits',
    who: 'charter.read',
    says: 'Whose suggestions a draft takes up, by clause',
    params: one,
    answer: z.object({ items: z.array(suggestionCredit) }),
  }),
  takeBackDraft: route({
    method: 'DELETE',
    path: '/drafts/:id/submission',
    who: 'charter.write',
    says: 'Takes a draft back from review, to be written on; its approvals are void',
    status: 200,
    params: one,
    answer: draft,
  }),
  approveDraft: route({
    method: 'POST',
    path: '/drafts/:id/approvals',
    who: 'charter.approve',
    says: 'Approves exactly this hash and this time. The last approval that is needed publishes',
    status: 201,
    params: one,
    body: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), effective: instant.nullable() }),
    answer: draft,
  }),
  sendBackDraft: route({
    method: 'POST',
    path: '/drafts/:id/refusal',
    who: 'charter.approve',
    says: 'Sends a draft back to its authors with a reason',
    params: one,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    answer: draft,
  }),
} as const
