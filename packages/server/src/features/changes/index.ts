export { announceChanges, CHANGES, type Changes } from './announce-changes.ts'
