/** Mail: taken in over SMTP, read, joined to its ticket, and written. */
export * from './intake/index.ts'
export * from './reading/index.ts'
export * from './threading/index.ts'
export * from './writing/index.ts'
