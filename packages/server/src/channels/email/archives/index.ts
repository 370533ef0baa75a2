export { type ArchiveFile, archiveFiles, type OtherFile } from './archive-files.ts'
export { type ArchivedMail, type ArchivedMailOptions, archivedMails } from './archived-mails.ts'
export { MBOX_FORMATS, type MboxFormat } from './mbox.ts'
