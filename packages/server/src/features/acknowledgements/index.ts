export { type Acknowledged, acknowledge, acknowledgeAll, type ToAcknowledge } from './acknowledge.ts'
