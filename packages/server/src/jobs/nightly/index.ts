export { startNightlyBackups } from './nightly-backup.ts'
export { startBlobSweep } from './sweep-blobs.ts'
