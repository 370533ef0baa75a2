export { workspaceHandlers } from './read-me.ts'
