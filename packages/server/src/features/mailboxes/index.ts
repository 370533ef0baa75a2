export { type Mailbox, mailboxesOf } from './mailboxes-of.ts'
