import type { BoundCharter } from '../decide/index.ts'
import type { FactMisfits } from './backtest-result.ts'

/** How many values of a fact are shown. */
const SHOWN = 5

/** The values of a history that do not fit their facts' types, by fact. */
export function factMisfits({ facts, columns }: BoundCharter): ReadonlyMap<string, FactMisfits> {
  const found = new Map<string, FactMisfits>()
  const wrong = Map.groupBy(facts.misfits(), ({ fact }) => fact)
  for (const { name, values, rows } of columns.facts) {
    const misfits = new Set(wrong.get(name)?.map(({ value }) => value))
    if (misfits.size === 0) continue
    const isWrong = Uint8Array.from(values, (value) => Number(misfits.has(value)))
    const events = rows.reduce((sum, value) => sum + (isWrong[value] ?? 0), 0)
    found.set(name, { events, values: [...misfits].slice(0, SHOWN) })
  }
  return found
}
