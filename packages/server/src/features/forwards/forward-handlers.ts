import type { forwardRoutes, ROUTES } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { authorOf, onTicket, readTicket, refuseMerged } from '../tickets/index.ts'
import { forwardTicket } from './forward-ticket.ts'
import { readForwarding } from './read-forwarding.ts'

export const forwardHandlers: Handlers<keyof typeof forwardRoutes & keyof typeof ROUTES> = {
  readForwarding: ({ access, params, query }, { store }) =>
    transaction(store, { workspace: access.workspace, readAt: access.now }, (tx) =>
      readForwarding(tx, params.number, authorOf(access), query),
    ),

  forwardTicket: async ({ access, params, body }, desk) => {
    const { store } = desk
    const { workspace } = access
    const { number } = params
    await onTicket(store, workspace, number, async (tx, ticket) => {
      await refuseMerged(tx, ticket)
      await forwardTicket(tx, ticket, authorOf(access), body, desk)
    })
    return transaction(store, { workspace }, (tx) => readTicket(tx, number))
  },
}
