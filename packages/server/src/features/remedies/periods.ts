import { type CompiledCharter, formatDate, localDay, type MeasurePeriod, periodOf } from '@avow/core'

/** The local dates of the charter's zone by which budgets are counted. `now`: UTC ms. */
export interface BudgetPeriods {
  /** `2026-11-22` */
  readonly today: string
  /** `month/2026-11-01` */
  readonly of: Readonly<Record<MeasurePeriod, string>>
}

export function budgetPeriods({ zone }: CompiledCharter, now: number): BudgetPeriods {
  const day = localDay(zone, now)
  const name = (kind: MeasurePeriod) => `${kind}/${formatDate(periodOf(kind, day).from)}`
  return {
    today: formatDate(day),
    of: { week: name('week'), month: name('month'), quarter: name('quarter'), year: name('year') },
  }
}
