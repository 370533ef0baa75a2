import { z } from 'zod'
import { id, instant, json, listOf } from './parts.ts'
import { route } from './route.ts'

export const attention = z
  .object({
    id,
    code: z.string(),
    ticket: z.number().int().nullable(),
    data: z.record(z.string(), json),
    raised_at: instant,
  })
  .meta({ id: 'Attention' })

export type Attention = z.infer<typeof attention>

export const workspaceRoutes = {
  listAttention: route({
    method: 'GET',
    path: '/attention',
    who: 'tickets.read',
    says: 'What needs a person: rules that could not be evaluated, tickets set aside',
    answer: listOf(attention),
  }),
  removeDemo: route({
    method: 'DELETE',
    path: '/demo',
    who: 'workspace.manage',
    says: 'Removes the demo’s tickets, customers and staff; what is yours stays',
    answer: z.object({ tickets: z.number().int(), people: z.number().int() }),
    status: 200,
  }),
  exportWorkspace: route({
    method: 'GET',
    path: '/export',
    who: 'workspace.export',
    says: 'Everything of the workspace as JSON lines',
    bytes: true,
  }),
  streamEvents: route({
    method: 'GET',
    path: '/events',
    who: 'tickets.read',
    says: 'Server-sent events: tickets, drafts, versions of the charter and own notices that changed. Resumes by Last-Event-ID',
    query: z.object({ workspace: z.string().max(63).optional() }),
    bytes: true,
  }),
} as const

/** What the event stream says: `event: ticket`, `data:` this. Repeats are harmless: a seq not above the one known says nothing new. */
export const ticketChanged = z
  .object({ ticket: id, number: z.number().int(), seq: z.number().int() })
  .meta({ id: 'TicketChanged' })

export type TicketChanged = z.infer<typeof ticketChanged>

/** `event: draft`: it was changed, submitted, approved or published; what became of it need not raise its seq. */
export const draftChanged = z.object({ id, seq: z.number().int() }).meta({ id: 'DraftChanged' })

/** `event: charter`: a version was published. `event: notice` has no more than `{}`: the caller’s own notices changed. */
export const charterPublished = z.object({ version: z.number().int() }).meta({ id: 'CharterPublished' })
