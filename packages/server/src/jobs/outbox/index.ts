export { OUTBOX_STEPS, type Outbox, type OutboxOptions, type OutboxStep, startOutbox } from './start-outbox.ts'
