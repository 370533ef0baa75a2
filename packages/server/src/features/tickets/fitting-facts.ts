import {
  type CompiledCharter,
  type FactDefinition,
  type FactValue,
  factNumber,
  nearest,
  parseDate,
  parseInstant,
} from '@avow/core'
import type { JsonValue } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'

export type Facts = Readonly<Record<string, FactValue>>

/** Is JSON that was kept a value that a fact can have? */
export function isFactValue(value: JsonValue): value is FactValue {
  if (typeof value !== 'object' || value === null) return true
  return 'minor' in value && typeof value['minor'] === 'number' && typeof value['currency'] === 'string'
}

/** Can the charter use this value? Facts that are counted from the log take none. */
export function fits({ type, derived }: FactDefinition, value: FactValue): boolean {
  if (derived) return false
  if (value === null) return true
  if (type.kind !== 'age') return factNumber(type, value) !== undefined
  return typeof value === 'string' && (parseDate(value) !== undefined || parseInstant(value) !== undefined)
}

/** Throws `unknown-fact` for the facts that the charter does not declare or whose values it cannot use; all are named. */
export function checkFacts(charter: CompiledCharter, facts: Facts): void {
  const at = Object.entries(facts).flatMap(([name, value]) => {
    const definition = charter.facts.get(name)
    if (definition === undefined)
      return [{ path: `facts.${name}`, message: unknownName(charter, name), typed: name.slice(0, 100) }]
    return fits(definition, value)
      ? []
      : [{ path: `facts.${name}`, message: misfit(definition), typed: JSON.stringify(value).slice(0, 100) }]
  })
  const [first] = at
  if (first !== undefined) throw new Refusal('unknown-fact', first.message, { at })
}

/** Bounds the work of comparing names. */
const COMPARISONS = 1000

function unknownName({ facts }: CompiledCharter, name: string): string {
  const near = nearest(name, facts.keys(), { left: COMPARISONS })
  const hint = near === undefined ? `It has: ${[...facts.keys()].join(', ')}.` : `Did you mean “${near}”?`
  return `The charter has no fact “${name.slice(0, 100)}”. ${hint}`
}

function misfit({ name, type, derived }: FactDefinition): string {
  if (derived) return `“${name}” is counted from the ticket’s log; it cannot be given.`
  switch (type.kind) {
    case 'choice':
      return `“${name}” is one of: ${type.values.join(', ')}.`
    case 'yes-no':
      return `“${name}” is yes or no.`
    case 'number':
      return `“${name}” is a ${type.whole === true ? 'whole ' : ''}number.`
    case 'money':
      return `“${name}” is an amount in ${type.currency}, as {"minor": 8000, "currency": "${type.currency}"}.`
    case 'duration':
      return `“${name}” is a length of time, such as 90 min, or milliseconds.`
    case 'age':
      return `“${name}” is a date, such as 2026-12-24.`
  }
}
