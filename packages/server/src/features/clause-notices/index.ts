export { clauseNoticeHandlers } from './clause-notice-handlers.ts'
export { type Colleague, colleaguesOf } from './concerned-staff.ts'
export { ourMailbox } from './mail-changes.ts'
export { tellChanges } from './tell-changes.ts'
