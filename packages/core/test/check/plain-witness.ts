import { parseDate } from '../../src/calendar/index.ts'
import type { FactDefinition } from '../../src/charter/parts.ts'
import { type PlainValue, TODAY } from './random-table.ts'

/** The value that a witness gives to a fact, as the plain reading sees it. A fact that no condition speaks of is absent. */
export function plainValueOf(fact: FactDefinition, witness: Readonly<Record<string, unknown>> | undefined): PlainValue {
  const value = witness?.[fact.name]
  if (value === null) return undefined
  if (value === undefined) return fact.derived || fact.type.kind === 'choice' || fact.type.kind === 'yes-no' ? 0 : TODAY
  const { type } = fact
  switch (type.kind) {
    case 'choice':
      return type.values.indexOf(String(value))
    case 'yes-no':
      return value === true ? 1 : 0
    case 'money':
      return (value as { minor: number }).minor
    case 'age': {
      // Ages are counted to the witness's own date, the plain reading to TODAY.
      const day = parseDate(String(value))
      const created = Math.floor(Date.parse(String(witness?.['at'])) / 86_400_000)
      if (day === undefined || created !== TODAY)
        throw new Error(`${String(value)} at ${String(witness?.['at'])} is not dated ${TODAY}`)
      return day
    }
    case 'duration': {
      if (typeof value === 'number') return value
      const [count, unit] = String(value).split(' ')
      return Number(count) * ({ h: 3_600_000, min: 60_000, s: 1000, ms: 1 }[unit ?? ''] ?? Number.NaN)
    }
    case 'number':
      return Number(value)
  }
}
