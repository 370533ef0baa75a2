export { type Acknowledged, acknowledge, acknowledgeAll, type ToAcknowledge } from './acknowledge.ts'
export { dueWords } from './due-words.ts'
export { type LanguageOfRequest, raiseUnspoken } from './raise-unspoken.ts'
export { type TellOptions, type TicketToTellOf, tellNewTime } from './tell-new-time.ts'
