/** One cell as a fact's value. */
import { formatDate, localDay } from '../../calendar/index.ts'
import { parseMoney } from '../../charter/index.ts'
import type { FactValue } from '../event.ts'
import type { LocalClock } from './local-clock.ts'
import type { CellReading } from './mapping.ts'

/** The value, or undefined where the cell is not what the mapping says it is. */
export function readCell(
  reading: CellReading,
  cell: string,
  decimal: '.' | ',',
  clock: LocalClock,
): FactValue | undefined {
  switch (reading.kind) {
    case 'text':
      return cell
    case 'values':
      return reading.values.get(cell)
    case 'number':
      return readNumber(cell, decimal)
    case 'money':
      return parseMoney(`${decimal === ',' ? cell.replace(',', '.') : cell} ${reading.currency}`)
    case 'date': {
      const time = reading.format.read(cell)
      if (time === undefined) return undefined
      if (time.kind === 'local') return formatDate(time.day)
      const instant = clock.instant(time)
      return instant === undefined ? undefined : formatDate(localDay(clock.zoneAt(instant), instant))
    }
  }
}

function readNumber(cell: string, decimal: '.' | ','): number | undefined {
  const plain = decimal === ',' ? cell.replace('.', '?').replace(',', '.') : cell
  if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(plain)) return undefined
  return Number(plain)
}
