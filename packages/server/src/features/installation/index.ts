export { addMember, type NewMember } from './add-member.ts'
export type { DemoSignIn } from './set-up-demo.ts'
export { type DeskSetUp, isUnclaimed, setUpDesk } from './set-up-desk.ts'
export { type Installation, type InstallationSettings, setUpInstallation } from './set-up-installation.ts'
