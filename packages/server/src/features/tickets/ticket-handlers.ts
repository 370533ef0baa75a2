import type { ROUTES, Ticket, ticketRoutes } from '@avow/contract'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { takeUploads } from '../uploads/index.ts'
import { assignTicket } from './assign-ticket.ts'
import { type Author, authorOf } from './author.ts'
import { changeCustomer } from './change-customer.ts'
import { changeFacts } from './change-facts.ts'
import { changeState } from './change-state.ts'
import { countViews } from './count-views.ts'
import { createTicket } from './create-ticket.ts'
import { liftAddress } from './lift-address.ts'
import { listTickets } from './list-tickets.ts'
import { markSpam } from './mark-spam.ts'
import { mergeTicket } from './merge-ticket.ts'
import { moveMessages } from './move-messages.ts'
import { noteOnTicket } from './note-on-ticket.ts'
import { readAnswering } from './read-answering.ts'
import { readAttachment } from './read-attachment.ts'
import { readTicket } from './read-ticket.ts'
import { recordEvent } from './record-event.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { onTicket, onTwoTickets, refuseMerged, type TicketAtHand } from './ticket-at-hand.ts'

export const ticketHandlers: Handlers<keyof typeof ticketRoutes & keyof typeof ROUTES> = {
  listTickets: ({ access: { workspace, person, now }, query }, { store }) =>
    transaction(store, { workspace, readAt: now }, (tx) => listTickets(tx, { ...query, person })),

  countViews: ({ access: { workspace, person, now } }, { store }) =>
    transaction(store, { workspace, readAt: now }, async (tx) => ({ counts: await countViews(tx, person) })),

  readTicket: ({ access: { workspace, now }, params }, { store }) =>
    transaction(store, { workspace, readAt: now }, (tx) => readTicket(tx, params.number)),

  createTicket: async ({ access, body }, desk) => {
    const { number } = await transaction(desk.store, { workspace: access.workspace }, (tx) =>
      createTicket(tx, authorOf(access), body),
    )
    return ticketNow(desk, access, number)
  },

  readAnswering: ({ access, params }, { store }) =>
    transaction(store, { workspace: access.workspace, readAt: access.now }, (tx) =>
      readAnswering(tx, params.number, authorOf(access)),
    ),

  liftAddress: async ({ access, params }, { store }) => {
    const { workspace } = access
    await onTicket(store, workspace, params.number, (tx, ticket) => liftAddress(tx, ticket, authorOf(access)))
    return transaction(store, { workspace }, (tx) => readAnswering(tx, params.number, authorOf(access)))
  },

  replyToTicket: command(async (tx, ticket, author, { files, ...reply }, desk, { actor }) =>
    replyToTicket(tx, ticket, author, { ...reply, files: await takeUploads(tx, actor, files, reply.text) }, desk),
  ),
  noteOnTicket: command(async (tx, ticket, author, { files, ...note }, desk, { actor }) =>
    noteOnTicket(tx, ticket, author, { ...note, files: await takeUploads(tx, actor, files, note.text) }, desk),
  ),
  assignTicket: command(assignTicket),
  changeState: command(changeState),
  changeFacts: command(changeFacts),
  changeCustomer: command(changeCustomer),
  markSpam: command(markSpam),
  recordEvent: command(recordEvent),

  mergeTicket: async ({ access, params, body }, desk) => {
    const { number } = params
    await onTwoTickets(desk.store, access.workspace, [number, body.into], (tx, ticket, into) =>
      mergeTicket(tx, ticket, into, authorOf(access), body),
    )
    return ticketNow(desk, access, body.into)
  },

  moveMessages: async ({ access, params, body }, desk) => {
    const { store } = desk
    const { workspace } = access
    const author = authorOf(access)
    const moved =
      body.to === null
        ? await onTicket(store, workspace, params.number, (tx, ticket) =>
            moveMessages(tx, ticket, undefined, author, body),
          )
        : await onTwoTickets(store, workspace, [params.number, body.to], (tx, ticket, target) =>
            moveMessages(tx, ticket, target, author, body),
          )
    return ticketNow(desk, access, moved)
  },

  readAttachment: ({ access, params }, { store, blobs }) => readAttachment(store, blobs, access.workspace, params),
}

type Command<Body> = (
  tx: Transaction,
  ticket: TicketAtHand,
  author: Author,
  body: Body,
  desk: Desk,
  access: Access,
) => Promise<void>

/** A handler that does something on a ticket and answers with how it is then. */
function command<Body>(act: Command<Body>) {
  return async (
    call: { readonly access: Access; readonly params: { readonly number: number }; readonly body: Body },
    desk: Desk,
  ): Promise<Ticket> => {
    const { access, params, body } = call
    await onTicket(desk.store, access.workspace, params.number, async (tx, ticket) => {
      await refuseMerged(tx, ticket)
      await act(tx, ticket, authorOf(access), body, desk, access)
    })
    return ticketNow(desk, access, params.number)
  }
}

/** Read after the command is committed: only then is judged what follows from it. */
function ticketNow({ store }: Desk, { workspace }: Access, number: number): Promise<Ticket> {
  return transaction(store, { workspace }, (tx) => readTicket(tx, number))
}
