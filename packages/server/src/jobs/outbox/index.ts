export { type Outbox, type OutboxOptions, startOutbox } from './start-outbox.ts'
