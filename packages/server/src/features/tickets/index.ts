export { type AnswersAs, answersAs } from './answer-as.ts'
export { eventOfMessage, keepAttachments, withIds } from './append-message.ts'
export { type Author, authorOf, byAuthor } from './author.ts'
export { type KeptRecipient, RECIPIENT } from './entry-of-event.ts'
export { isFactValue } from './fitting-facts.ts'
export type { NewAttachment, NewMessage } from './new-message.ts'
export { type NewRequest, type OpenedRequest, openRequest, openRequests } from './open-request.ts'
export { readAttachmentOfId } from './read-attachment.ts'
export { readSaid } from './read-said.ts'
export { readTicket } from './read-ticket.ts'
export { type ReceivedMessage, receiveMessage } from './receive-message.ts'
export { type PastMessage, receivePast } from './receive-past.ts'
export { remotePictures } from './remote-pictures.ts'
export { replyToTicket } from './reply-to-ticket.ts'
export { subjectOf } from './send-reply.ts'
export {
  lookAtTicket,
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
