export { type Author, authorOf, byAuthor } from './author.ts'
export type { NewAttachment, NewMessage } from './new-message.ts'
export { type NewRequest, type OpenedRequest, openRequest, openRequests } from './open-request.ts'
export { readTicket } from './read-ticket.ts'
export { type ReceivedMessage, receiveMessage } from './receive-message.ts'
export {
  onTicket,
  onTicketOfId,
  onTicketWith,
  ownerOfWords,
  readAtHand,
  type TicketAtHand,
  ticketOfNumber,
} from './ticket-at-hand.ts'
export { ticketHandlers } from './ticket-handlers.ts'
