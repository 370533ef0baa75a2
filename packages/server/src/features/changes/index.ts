export { announceChanges } from './announce-changes.ts'
export { announceDraft, announceVersion } from './announce-charters.ts'
export { announceNotices } from './announce-notices.ts'
export { CHANGES, type Changes } from './changes.ts'
