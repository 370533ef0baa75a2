import type { Period } from '@avow/core'

/** Days one after another that have the same hours; 0 is Monday. */
export interface WeekLine {
  readonly from: number
  readonly to: number
  readonly periods: readonly Period[]
}

/** The hours of a week (Monday first), days alike in one line. */
export function weekLines(week: readonly (readonly Period[])[]): readonly WeekLine[] {
  const lines: { from: number; to: number; periods: readonly Period[] }[] = []
  week.forEach((periods, day) => {
    const last = lines.at(-1)
    if (last !== undefined && isSame(last.periods, periods)) last.to = day
    else lines.push({ from: day, to: day, periods })
  })
  return lines
}

/** Open round the clock on every day of the week. */
export function isAlwaysOpen(week: readonly (readonly Period[])[]): boolean {
  return week.every(([period, more]) => more === undefined && period?.start === 0 && period.end === 1440)
}

function isSame(a: readonly Period[], b: readonly Period[]): boolean {
  return a.length === b.length && a.every(({ start, end }, index) => start === b[index]?.start && end === b[index]?.end)
}
