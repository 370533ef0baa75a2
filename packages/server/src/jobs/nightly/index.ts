export { startFreezing } from './freeze-figures.ts'
export { startHousekeeping } from './housekeeping.ts'
export { startNightlyBackups } from './nightly-backup.ts'
