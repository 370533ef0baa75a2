export { checkBytes } from './check-bytes.ts'
export { mailHealthHandlers } from './mail-health-handlers.ts'
export { watchMail, watchRoom } from './watch-mail.ts'
