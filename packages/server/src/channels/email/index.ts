/** Mail: taken in over SMTP or fetched over IMAP, read, joined to its ticket, and written. */
export * from './imap/index.ts'
export * from './intake/index.ts'
export * from './reading/index.ts'
export * from './threading/index.ts'
export * from './writing/index.ts'
