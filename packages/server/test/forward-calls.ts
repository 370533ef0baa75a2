import { type Forwarding, forwarding, ROUTES, type Ticket, ticket } from '@avow/contract'
import type { Desk } from '../src/desk.ts'
import { forwardHandlers } from '../src/features/forwards/index.ts'
import type { Access } from '../src/http/handler.ts'

/** Forwards as http does: the body read by the route's own shape, the answer fitting it. */
export async function callForward(desk: Desk, access: Access, number: number, body: unknown): Promise<Ticket> {
  const read = ROUTES.forwardTicket.body.parse(body)
  const { signal } = new AbortController()
  return ticket.parse(
    await forwardHandlers.forwardTicket({ params: { number }, query: undefined, body: read, access, signal }, desk),
  )
}

/** How it would leave for these addresses, parted by commas, with words around them in this language. */
export async function askForwarding(
  desk: Desk,
  access: Access,
  number: number,
  to = '',
  language?: Forwarding['language'],
): Promise<Forwarding> {
  const { signal } = new AbortController()
  const call = { params: { number }, query: { to, language }, body: undefined, access, signal }
  return forwarding.parse(await forwardHandlers.readForwarding(call, desk))
}
