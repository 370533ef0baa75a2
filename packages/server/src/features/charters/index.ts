export { charterHandlers } from './charter-handlers.ts'
export { charterInForce } from './charter-in-force.ts'
export { type NewVersion, publishCharter } from './publish-charter.ts'
export { forgetVersions, versionInForce, versionOfHash } from './versions.ts'
