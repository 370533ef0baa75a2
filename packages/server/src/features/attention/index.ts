export { attentionHandlers } from './attention-handlers.ts'
export { type NewAttention, raiseAttention, settleAttention } from './raise-attention.ts'
export { type NewNotice, tellPeople } from './tell-people.ts'
