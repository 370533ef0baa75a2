export { type Author, authorOf, byAuthor } from './author.ts'
export type { NewAttachment, NewMessage } from './new-message.ts'
export { type NewRequest, type OpenedRequest, openRequest, openRequests } from './open-request.ts'
export { readTicket } from './read-ticket.ts'
export { type ReceivedMessage, receiveMessage } from './receive-message.ts'
export { type PastMessage, receivePast } from './receive-past.ts'
export { remotePictures } from './remote-pictures.ts'
export { replyToTicket } from './reply-to-ticket.ts'
export {
  onTicket,
  onTicketOfId,
  onTicketWith,
  ownerOfWords,
  readAtHand,
  refuseMerged,
  type TicketAtHand,
  ticketOfNumber,
} from './ticket-at-hand.ts'
export { ticketHandlers } from './ticket-handlers.ts'
