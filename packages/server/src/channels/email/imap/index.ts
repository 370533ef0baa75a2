export { type FetchedMail, type FolderPlace, fetchNew, fetchUids, listUids } from './fetch-new.ts'
export { type ImapAccount, openImap } from './open-imap.ts'
