export { type Acknowledged, acknowledge, type ToAcknowledge } from './acknowledge.ts'
