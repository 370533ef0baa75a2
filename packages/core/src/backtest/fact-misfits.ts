import type { FactDefinition } from '../charter/index.ts'
import { misfits } from '../decide/index.ts'
import type { EventColumns } from '../ticket/index.ts'
import type { FactMisfits } from './backtest-result.ts'

/** How many values of a fact are shown. */
const SHOWN = 5

/** The values of a history that do not fit their facts' types, by fact. */
export function factMisfits(
  facts: ReadonlyMap<string, FactDefinition>,
  columns: EventColumns,
): ReadonlyMap<string, FactMisfits> {
  const found = new Map<string, FactMisfits>()
  for (const column of columns.facts) {
    const values = new Set(misfits(facts, [column]).map(({ value }) => value))
    if (values.size === 0) continue
    const wrong = Uint8Array.from(column.values, (value) => Number(values.has(value)))
    const events = column.rows.reduce((sum, value) => sum + (wrong[value] ?? 0), 0)
    found.set(column.name, { events, values: [...values].slice(0, SHOWN) })
  }
  return found
}
