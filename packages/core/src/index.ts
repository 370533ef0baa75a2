/** The pure heart of Avow: a charter and a ticket's history in, commitments and reasons out. */
export * from './calendar/index.ts'
export * from './charter/index.ts'
export * from './decide/index.ts'
export * from './ticket/index.ts'
