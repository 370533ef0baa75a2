export { addMember, type NewMember } from './add-member.ts'
export { addBootstrapKey } from './bootstrap-key.ts'
export { type FirstWorkspace, firstWorkspace } from './first-workspace.ts'
export { type DemoSetUp, type DemoSignIn, setUpDemo } from './set-up-demo.ts'
