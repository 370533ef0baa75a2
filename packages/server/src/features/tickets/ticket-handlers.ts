import type { ROUTES, Ticket, ticketRoutes } from '@avow/contract'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { assignTicket } from './assign-ticket.ts'
import { type Author, authorOf } from './author.ts'
import { changeFacts } from './change-facts.ts'
import { changeState } from './change-state.ts'
import { countViews } from './count-views.ts'
import { createTicket } from './create-ticket.ts'
import { listTickets } from './list-tickets.ts'
import { markSpam } from './mark-spam.ts'
import { noteOnTicket } from './note-on-ticket.ts'
import { readAttachment } from './read-attachment.ts'
import { readTicket } from './read-ticket.ts'
import { recordEvent } from './record-event.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { onTicket, type TicketAtHand } from './ticket-at-hand.ts'

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

  replyToTicket: command(replyToTicket),
  noteOnTicket: command(noteOnTicket),
  assignTicket: command(assignTicket),
  changeState: command(changeState),
  changeFacts: command(changeFacts),
  markSpam: command(markSpam),
  recordEvent: command(recordEvent),

  readAttachment: ({ access, params }, { store, blobs }) => readAttachment(store, blobs, access.workspace, params),
}

type Command<Body> = (tx: Transaction, ticket: TicketAtHand, author: Author, body: Body, desk: Desk) => Promise<void>

/** A handler that does something on a ticket and answers with how it is then. */
function command<Body>(act: Command<Body>) {
  return async (
    call: { readonly access: Access; readonly params: { readonly number: number }; readonly body: Body },
    desk: Desk,
  ): Promise<Ticket> => {
    const { access, params, body } = call
    await onTicket(desk.store, access.workspace, params.number, (tx, ticket) =>
      act(tx, ticket, authorOf(access), body, desk),
    )
    return ticketNow(desk, access, params.number)
  }
}

/** Read after the command is committed: only then is judged what follows from it. */
function ticketNow({ store }: Desk, { workspace }: Access, number: number): Promise<Ticket> {
  return transaction(store, { workspace }, (tx) => readTicket(tx, number))
}
