export { type MailFetchingOptions, startMailFetching } from './start-mail-fetching.ts'
