export { connectBy } from './connect-by.ts'
export { EventHub, type EventHubOptions } from './event-hub.ts'
