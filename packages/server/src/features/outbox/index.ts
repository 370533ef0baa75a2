export { MAIL_KINDS, type MailKind, readOutgoingMail } from './outgoing-mail.ts'
export type { RatingLink } from './rating-words.ts'
export { type NewMail, sendMail, sendMails } from './send-mail.ts'
export { type OutboxRow, type WrittenMail, writeOut } from './write-out.ts'
