export { BackupError, type Manifest } from './manifest.ts'
export { type RestoreTarget, restoreBackup } from './restore-backup.ts'
export { verifyBackup } from './verify-backup.ts'
export { type BackupSource, writeBackup } from './write-backup.ts'
