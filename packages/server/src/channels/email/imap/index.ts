export { type FetchedMail, type FolderPlace, fetchNew } from './fetch-new.ts'
export { failureOf, IMAP_FAILURES, type ImapFailure, type ImapFailureCode } from './imap-failure.ts'
export { type ImapAccount, type ImapTrust, openImap } from './open-imap.ts'
