export { type ImportTally, importMail, type MailImport } from './import-mail.ts'
