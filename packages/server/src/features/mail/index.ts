export {
  IMPORT_STEPS,
  type ImportInto,
  type ImportStep,
  type ImportSteps,
  keepImported,
} from './keep-imported.ts'
export { mailHandlers } from './mail-handlers.ts'
export { type MailSources, type PreparedMail, prepareMail } from './prepare-mail.ts'
export { proveMail } from './prove-mail.ts'
export { quarantineMail } from './quarantine-mail.ts'
export { rawMail } from './raw-mail.ts'
export { senderQuota } from './sender-quota.ts'
export { type MailDesk, type ReadyMail, type Settled, settleMails } from './settle-mails.ts'
