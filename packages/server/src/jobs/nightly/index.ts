export { startHousekeeping } from './housekeeping.ts'
export { startNightlyBackups } from './nightly-backup.ts'
