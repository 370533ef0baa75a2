export { type Calendar, due, elapsed, type HoursAt, hoursAt, isOpen, nextOpening, openMsBefore } from './calendar.ts'
export { readCalendarsFile } from './calendars-file.ts'
export { compileCalendar } from './compile-calendar.ts'
export { compileZone, isZone, zoneNames } from './compile-zone.ts'
export { addSpan, type DateSpan, dueDates } from './dates.ts'
export { type CalendarRules, checkRules, isOvernight, type Period } from './hours.ts'
export {
  addMonths,
  type CalendarDate,
  type Day,
  dateOfDay,
  dayNumber,
  formatDate,
  parseDate,
  weekdayOfDay,
} from './local-date.ts'
export { openPeriods } from './open-periods.ts'
export { CalendarError, type CalendarProblem, type ProblemData } from './problem.ts'
export { dueWorkingDays, lastClosing, opensOn } from './working-days.ts'
export {
  endOfDay,
  instantOf,
  type LocalParts,
  localDay,
  localParts,
  offsetAt,
  openZone,
  startOfDay,
  type Zone,
  type ZoneTable,
} from './zone.ts'
