export { startAbsences } from './start-absences.ts'
