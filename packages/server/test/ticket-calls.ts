import { ROUTES, type Ticket, ticket as ticketShape } from '@avow/contract'
import type { Desk } from '../src/desk.ts'
import { ticketHandlers } from '../src/features/tickets/index.ts'
import type { Access } from '../src/http/handler.ts'
import { Refusal } from '../src/refusal.ts'

type OnTicket = Exclude<
  keyof typeof ticketHandlers,
  'listTickets' | 'countViews' | 'readAttachment' | 'readAnswering' | 'liftAddress'
>

/** Calls a handler as http does: the body read by the route's own shape, the answer fitting it. */
export async function callTicket<N extends OnTicket>(
  desk: Desk,
  name: N,
  access: Access,
  number: number,
  body: unknown = {},
): Promise<Ticket> {
  const route = ROUTES[name]
  // Each handler takes what its own route reads, which is read here.
  const handler = ticketHandlers[name] as (call: unknown, desk: Desk) => Promise<Ticket>
  const read = 'body' in route ? route.body.parse(body) : undefined
  const { signal } = new AbortController()
  return ticketShape.parse(await handler({ params: { number }, query: undefined, body: read, access, signal }, desk))
}

/** The refusal that `work` ends with; throws where it ends otherwise. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refusal) return error
  throw error ?? new Error('nothing was refused')
}

export const commitmentOf = ({ commitments }: Ticket, promise: string) =>
  commitments.find((one) => one.promise === promise)
export const lastEntry = ({ entries }: Ticket, type: string) => entries.findLast((entry) => entry.type === type)
