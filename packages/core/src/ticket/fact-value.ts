import type { FactType } from '../charter/index.ts'
import { parseFixedDuration, parseMoney } from '../charter/index.ts'
import type { FactValue } from './event.ts'

/**
 * The number by which a table knows a fact's value: index of a choice, 0/1 for no/yes, the number itself, minor units of
 * money, ms of a duration. Undefined where the value does not fit the type (and for ages, which are dates); money and
 * durations below zero never do (SPEC C5).
 */
export function factNumber(type: FactType, value: FactValue): number | undefined {
  switch (type.kind) {
    case 'choice': {
      const index = type.values.indexOf(String(value))
      return index < 0 || (typeof value !== 'string' && typeof value !== 'number') ? undefined : index
    }
    case 'yes-no':
      if (value === true || value === 'yes' || value === 'true') return 1
      return value === false || value === 'no' || value === 'false' ? 0 : undefined
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
      return type.whole === true && !Number.isInteger(value) ? undefined : value
    case 'money': {
      const money = typeof value === 'string' ? parseMoney(value) : typeof value === 'object' ? value : null
      return money && money.currency === type.currency ? wholeFromZero(money.minor) : undefined
    }
    case 'duration':
      if (typeof value === 'number') return wholeFromZero(value)
      return typeof value === 'string' ? parseFixedDuration(value) : undefined
    case 'age':
      return undefined
  }
}

function wholeFromZero(value: number): number | undefined {
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
