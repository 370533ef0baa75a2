/** The pure heart of Avow: a charter and a ticket's history in, commitments and reasons out. */
export * from './backtest/index.ts'
export * from './calendar/index.ts'
export * from './charter/index.ts'
export * from './check/index.ts'
export * from './decide/index.ts'
export * from './measure/index.ts'
export * from './measure/index.ts'
export * from './ticket/index.ts'
