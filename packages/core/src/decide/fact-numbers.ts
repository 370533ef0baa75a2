import { parseDate } from '../calendar/index.ts'
import type { FactDefinition, FactType } from '../charter/index.ts'
import { type FactColumn, type FactValue, factNumber } from '../ticket/index.ts'

/** A value in the history that does not fit its fact's type (SPEC F1). */
export interface Misfit {
  readonly fact: string
  readonly value: unknown
}

/** One fact of the charter in the columns of a history. */
export interface NumberedFact {
  /** Index of the column. */
  readonly column: number
  /** Each value as tables know it: `factNumber`, for ages the date; NaN for one that does not fit, and for null. */
  readonly numbers: Float64Array
}

/** The values of a history as numbers: read once, however many tables ask. */
export class FactNumbers {
  private readonly columns: readonly FactColumn[]
  private readonly byName = new Map<string, NumberedFact>()

  constructor(facts: ReadonlyMap<string, FactDefinition>, columns: readonly FactColumn[]) {
    this.columns = columns
    columns.forEach(({ name, values }, column) => {
      const type = facts.get(name)?.type
      if (type === undefined) return
      this.byName.set(name, { column, numbers: Float64Array.from(values, (value) => numberOf(type, value)) })
    })
  }

  /** Undefined where the history does not name the fact. */
  of(name: string): NumberedFact | undefined {
    return this.byName.get(name)
  }

  misfits(): readonly Misfit[] {
    const found: Misfit[] = []
    for (const [fact, { column, numbers }] of this.byName) {
      this.columns[column]?.values.forEach((value, index) => {
        if (value !== null && Number.isNaN(numbers[index])) found.push({ fact, value })
      })
    }
    return found
  }
}

function numberOf(type: FactType, value: FactValue): number {
  if (type.kind !== 'age') return factNumber(type, value) ?? Number.NaN
  return typeof value === 'string' ? (parseDate(value.slice(0, 10)) ?? Number.NaN) : Number.NaN
}
