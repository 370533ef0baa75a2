import { parseDate } from '../../calendar/index.ts'
import { readMoney, readTime } from '../condition/amounts.ts'
import { valuesOf } from '../condition/parse-values.ts'
import { Tokens, Wrong } from '../condition/tokens.ts'
import type { FactDefinition, FactType, Money } from '../parts.ts'
import type { SourceEntry, SourceNode, SourceScalar } from '../source/node.ts'
import { money } from './money.ts'
import { whyNoDate } from './no-date.ts'
import type { Reading } from './reading.ts'
import { expected, shown, typedAt } from './shape.ts'

/** A fact's value as a history has it: money in minor units, durations in ms, dates as text, `null` for unknown. */
export type GivenValue = string | number | boolean | null | Money

/** Reads the value of a fact given in an example. */
export function readGiven({ key, keyPlace, value }: SourceEntry, reading: Reading): GivenValue | undefined {
  const { facts, report } = reading
  if (!facts.has(key)) {
    const known = (): readonly string[] => [...facts.names().filter((name) => !facts.get(name)?.derived), 'at']
    report.addUnknown('unknown-fact', keyPlace, 'fact', key, known, () => facts.refusedNames())
    return undefined
  }
  const fact = facts.get(key)
  if (fact === undefined) return undefined
  if (fact.derived) {
    report.add('fact-not-allowed', keyPlace, `“${key}” is counted from the ticket's log and cannot be given`, {
      typed: key,
    })
    return undefined
  }
  return valueOf(fact, value, reading)
}

function valueOf(fact: FactDefinition, node: SourceNode, reading: Reading): GivenValue | undefined {
  if (node.kind === 'scalar' && (node.value === null || node.value === 'unknown')) return null
  if (fact.type.kind === 'money' && node.kind === 'map') return money.read(node, reading)
  const found = node.kind === 'scalar' ? fitting(fact.type, node) : undefined
  if (found !== undefined && !(found instanceof Wrong)) return found
  if (node.kind !== 'scalar') return expected(`a value of “${fact.name}”`, node, reading)
  if (fact.type.kind === 'choice' || fact.type.kind === 'yes-no') {
    const typed = String(node.value)
    reading.report.addUnknown('unknown-value', node.place, `value of “${fact.name}” called`, typed, () => [
      ...valuesOf(fact.type),
      'unknown',
    ])
  } else {
    const form = found instanceof Wrong ? found.message : (noDateOf(fact.type, node) ?? `expected ${formOf(fact.type)}`)
    reading.report.add('unknown-value', node.place, `${shown(node)} is no value of “${fact.name}”: ${form}`, {
      typed: typedAt(node),
      of: fact.name,
    })
  }
  return undefined
}

function fitting(type: FactType, { value }: SourceScalar): GivenValue | Wrong | undefined {
  switch (type.kind) {
    case 'choice':
      return type.values.find((word) => word === String(value))
    case 'yes-no':
      return value === 'yes' || value === true ? true : value === 'no' || value === false ? false : undefined
    case 'number':
      return typeof value === 'number' && (!type.whole || Number.isInteger(value)) ? value : undefined
    case 'money':
      return whole(String(value), (tokens) => readMoney(tokens, type.currency))
    case 'duration':
      return whole(String(value), readTime)
    case 'age':
      return typeof value === 'string' && parseDate(value) !== undefined ? value : undefined
  }
}

function whole<T>(text: string, read: (tokens: Tokens) => T | Wrong): T | Wrong {
  const tokens = new Tokens(text)
  const value = read(tokens)
  return value instanceof Wrong || tokens.done ? value : new Wrong(tokens.at, `${tokens.shown} is too much here`)
}

function noDateOf(type: FactType, { value }: SourceScalar): string | undefined {
  return type.kind === 'age' ? whyNoDate(String(value)) : undefined
}

function formOf(type: FactType): string {
  if (type.kind === 'age') return 'a date such as 2026-12-24'
  return type.kind === 'number' && type.whole ? 'a whole number' : 'a number'
}
