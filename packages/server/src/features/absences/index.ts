export { type Absence, absentAt, deputyOf } from './absences.ts'
export { absencesSaid } from './read-absence.ts'
export { type SaidAbsence, setAbsence } from './set-absence.ts'
