export { type DemoCharter, demoCharter } from './charter.ts'
export { demoHandlers } from './demo-handlers.ts'
export { demoWorkspace } from './demo-workspace.ts'
export { loadDemo } from './load-demo.ts'
