export { type MailReading, type MailReadingOptions, startMailReading } from './start-mail-reading.ts'
