import type { Cut, FactType } from '../parts.ts'
import { readAge, readMoney, readNumber, readTime } from './amounts.ts'
import { type Tokens, Wrong } from './tokens.ts'

/** An ordered scale on which a condition can cut: how its amounts are read, and what comes next after one. */
export interface Scale {
  /** Reads one amount as the cut at its place: `x < cut` says that x is less than the amount. */
  read(tokens: Tokens): Cut | Wrong
  /** The cut behind an amount: `x < cut` says that x is at most the amount. */
  behind(cut: Cut): Cut
  /** How conditions on it are written, for messages. */
  readonly form: string
}

/** The scale of a fact's type; undefined for choices and yes-no, which are lists of values. */
export function scaleOf(type: FactType): Scale | undefined {
  switch (type.kind) {
    case 'number': {
      const whole = type.whole === true
      return {
        read: (tokens) => numberCut(readNumber(tokens, whole)),
        behind: whole ? nextWhole : nextDouble,
        form: '“< 3”, “>= 3” or “3 .. 5”',
      }
    }
    case 'money':
      return {
        read(tokens) {
          const money = readMoney(tokens, type.currency)
          return money instanceof Wrong ? money : { kind: 'number', value: money.minor }
        },
        behind: nextWhole,
        form: `“> 100 ${type.currency}” or “10 ${type.currency} .. 50 ${type.currency}”`,
      }
    case 'duration':
      return { read: (tokens) => numberCut(readTime(tokens)), behind: nextWhole, form: '“> 2 h” or “30 min .. 2 h”' }
    case 'age':
      return { read: readAge, behind: nextDate, form: '“< 30 days” or “30 days .. 2 years”' }
    case 'choice':
    case 'yes-no':
      return undefined
  }
}

function numberCut(value: number | Wrong): Cut | Wrong {
  return value instanceof Wrong ? value : { kind: 'number', value }
}

function nextWhole(cut: Cut): Cut {
  return cut.kind === 'number' ? { kind: 'number', value: cut.value + 1 } : cut
}

function nextDate(cut: Cut): Cut {
  return cut.kind === 'age' ? { ...cut, days: cut.days + 1 } : cut
}

/** The next number that a double can hold, so that `<= 2.5` takes in 2.5 and nothing above it. */
function nextDouble(cut: Cut): Cut {
  if (cut.kind !== 'number') return cut
  if (cut.value === 0) return { kind: 'number', value: Number.MIN_VALUE }
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, cut.value)
  bits.setBigInt64(0, bits.getBigInt64(0) + (cut.value > 0 ? 1n : -1n))
  return { kind: 'number', value: bits.getFloat64(0) }
}
