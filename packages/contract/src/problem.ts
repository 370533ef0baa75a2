import { z } from 'zod'

/** The closed catalogue of what can go wrong at the API: code → HTTP status and title. docs/api-errors.md says more of each. */
export const PROBLEMS = {
  'not-signed-in': { status: 401, title: 'Sign in, or send a key' },
  'not-allowed': { status: 403, title: 'Your roles do not allow this' },
  'cross-site': { status: 403, title: 'Another site asked for this' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'unknown-workspace': { status: 404, title: 'There is no such workspace for you' },
  'bad-request': { status: 400, title: 'The request is not as the route needs it' },
  'method-not-allowed': { status: 405, title: 'This method is not for this address' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'This content type is not read here' },
  'key-missing': { status: 400, title: 'This route needs an Idempotency-Key' },
  'key-reused': { status: 422, title: 'The Idempotency-Key was used with another body' },
  'key-running': { status: 409, title: 'The first request with this key is still running' },
  'key-done': { status: 409, title: 'This was carried out; what was answered is lost' },
  'ticket-moved': { status: 409, title: 'Somebody wrote since you looked' },
  'ticket-merged': { status: 409, title: 'This ticket was merged into another' },
  'other-customer': { status: 409, title: 'These are of two customers' },
  'no-address': { status: 422, title: 'The customer has no address to write to' },
  'not-outside': { status: 422, title: 'This address takes part here already' },
  'not-forwarded': { status: 422, title: 'This is not forwarded' },
  'file-refused': { status: 422, title: 'A file cannot go along' },
  'file-gone': { status: 409, title: 'A file is no longer here' },
  'cannot-be': { status: 422, title: 'The ticket cannot become this' },
  'unknown-person': { status: 422, title: 'There is nobody of this id' },
  'unknown-fact': { status: 422, title: 'The charter has no such fact, or the value does not fit it' },
  'unknown-position': { status: 422, title: 'The charter has no such position' },
  'no-charter': { status: 409, title: 'No charter is in force' },
  'draft-moved': { status: 409, title: 'Somebody changed the same place since' },
  'draft-closed': { status: 409, title: 'This draft is not in a state for that' },
  'charter-faulty': { status: 422, title: 'The charter has errors that must be mended first' },
  'warnings-open': { status: 422, title: 'Warnings wait for a reason' },
  'calendar-file-faulty': { status: 422, title: 'The calendar file cannot be read' },
  'own-change': { status: 403, title: 'Nobody approves their own change' },
  'not-approver': { status: 403, title: 'The charter names other approvers' },
  'other-version': { status: 409, title: 'This is about another version' },
  'not-offered': { status: 422, title: 'The charter does not allow this remedy here' },
  'beyond-limit': { status: 403, title: 'This is beyond your limit; somebody else may grant it' },
  'bad-amount': { status: 422, title: 'The amount is not one that can be granted' },
  'budget-spent': { status: 409, title: 'The budget is spent' },
  'own-request': { status: 403, title: 'Nobody approves their own request' },
  'grant-settled': { status: 409, title: 'This was decided already' },
  'step-not-now': { status: 409, title: 'The procedure does not stand at this step' },
  'reason-missing': { status: 422, title: 'This needs a reason' },
  'fields-missing': { status: 422, title: 'The hand-over needs more' },
  'facts-missing': { status: 422, title: 'Facts that decide this are not known' },
  'other-position': { status: 403, title: 'This is for who holds another position' },
  'facts-moved': { status: 409, title: 'The facts changed since' },
  'trial-running': { status: 409, title: 'Another trial is running' },
  'not-broken': { status: 409, title: 'This promise is not broken' },
  'mail-settled': { status: 409, title: 'This mail has a ticket already' },
  'name-taken': { status: 409, title: 'This is taken' },
  'last-address': { status: 409, title: 'This is the last address' },
  'address-answers': { status: 409, title: 'This address is the one that answers' },
  'demo-not-loaded': { status: 409, title: 'There is no demo to remove' },
  'owner-missing': { status: 409, title: 'The server has no owner connection' },
  'no-pdf': { status: 501, title: 'This server cannot make a PDF' },
  'pdf-failed': { status: 503, title: 'The PDF was not made' },
  'picture-not-allowed': { status: 422, title: 'The picture lies where this server does not go' },
  'picture-not-loaded': { status: 502, title: 'The picture could not be loaded' },
  'link-expired': { status: 410, title: 'This link no longer works' },
  'too-many': { status: 429, title: 'Too many requests' },
  'database-away': { status: 503, title: 'The database does not answer' },
  stopping: { status: 503, title: 'The server is stopping' },
  unexpected: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>

export type ProblemCode = keyof typeof PROBLEMS

/** RFC 9457. `type` is the address of the code's entry in the catalogue's page. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    /** Where in the request, as a JSON path, and what was typed there. */
    at: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          typed: z.string().optional(),
          /** What is wrong with a charter there, as data: a code, with a form of core's `FINDING_FORMS` or with core's `READ_DETAILS`. */
          finding: z
            .object({
              code: z.string(),
              says: z.object({ form: z.string(), data: z.record(z.string(), z.unknown()) }).optional(),
              details: z.record(z.string(), z.unknown()).optional(),
            })
            .optional(),
        }),
      )
      .optional(),
    /** `ticket-moved`: the events that the writer had not seen, and the text that was not sent. */
    seq: z.number().int().optional(),
    kept: z.string().optional(),
    instance: z.string().optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof problem>
export type ProblemPlace = NonNullable<Problem['at']>[number]
