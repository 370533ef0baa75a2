export { clauseNoticeHandlers } from './clause-notice-handlers.ts'
export { type Colleague, colleaguesOf } from './concerned-staff.ts'
export { tellChanges } from './tell-changes.ts'
export { tellNewcomer } from './tell-newcomer.ts'
