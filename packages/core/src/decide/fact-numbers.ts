import { type Day, localDay, parseDate, type Zone } from '../calendar/index.ts'
import type { FactDefinition, FactType } from '../charter/index.ts'
import { type FactColumn, type FactValue, factNumber, parseInstant } from '../ticket/index.ts'

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

  /** `zone` is the charter's: a date given as an instant is a date there (SPEC C3). */
  constructor(facts: ReadonlyMap<string, FactDefinition>, columns: readonly FactColumn[], zone: Zone) {
    this.columns = columns
    columns.forEach(({ name, values }, column) => {
      const type = facts.get(name)?.type
      if (type === undefined) return
      this.byName.set(name, { column, numbers: Float64Array.from(values, (value) => numberOf(type, value, zone)) })
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

/** The local date at an instant for `TicketFacts`: NaN outside the zone's table. */
export function knownDay(zone: Zone, instant: number): Day {
  return instant >= zone.from && instant <= zone.until ? localDay(zone, instant) : Number.NaN
}

function numberOf(type: FactType, value: FactValue, zone: Zone): number {
  if (type.kind !== 'age') return factNumber(type, value) ?? Number.NaN
  if (typeof value !== 'string') return Number.NaN
  const date = parseDate(value)
  if (date !== undefined) return date
  const instant = parseInstant(value)
  return instant === undefined ? Number.NaN : knownDay(zone, instant)
}
