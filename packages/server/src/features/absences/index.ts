export { type Absence, absencesFrom, absentAmong, absentAt, deputyOf, disabledStaff } from './absences.ts'
export { absencesSaid } from './read-absence.ts'
export { type SaidAbsence, setAbsence } from './set-absence.ts'
