export { startMailWatch } from './start-mail-watch.ts'
