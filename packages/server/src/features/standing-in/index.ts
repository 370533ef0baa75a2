export { type CoverOptions, coverAbsences } from './cover-absences.ts'
export { settleUnattended } from './settle-unattended.ts'
