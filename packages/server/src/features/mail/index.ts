export { mailHandlers } from './mail-handlers.ts'
export { type MailSources, type PreparedMail, prepareMail } from './prepare-mail.ts'
export { quarantineMail } from './quarantine-mail.ts'
export { type MailDesk, type ReadyMail, type Settled, settleMails } from './settle-mails.ts'
