import {
  type CompiledCharter,
  type FactDefinition,
  type FactType,
  type FactValue,
  factNumber,
  parseDate,
} from '@avow/core'
import { publicFacts, publicRemedies } from '../charter/public-charter.ts'
import { factsOf } from './entitled-to.ts'

/** A fact that the page asks for; of a choice the values that public clauses name. */
export interface AskedFact {
  readonly definition: FactDefinition
  readonly values: readonly string[]
  /** A value that no public clause names, and so stands for all of them; undefined where each is named. */
  readonly other: string | undefined
}

/** Sent for a value that the list does not name; no value of a charter can be called so. */
export const OTHER = '*'

/** `unread`: it is no such value. `decimals`: an amount with more decimals than its currency has. */
export type Misread = 'unread' | 'decimals'

/** What was typed, by name of the fact; what it comes to; and the facts of which it could not be read, and why. */
export interface AskedReading {
  readonly typed: Readonly<Record<string, string>>
  readonly facts: Readonly<Record<string, FactValue>>
  readonly wrong: ReadonlyMap<string, Misread>
}

/** The facts of which public remedies make something depend, in the order of the charter, but for those that the desk counts. */
export function askedFacts(charter: CompiledCharter): readonly AskedFact[] {
  const named = new Set(publicRemedies(charter).flatMap(factsOf))
  const spoken = publicFacts(charter)
  return [...charter.facts.values()].flatMap((definition): AskedFact[] => {
    const { name, type, derived } = definition
    if (derived || !named.has(name)) return []
    if (type.kind !== 'choice') return [{ definition, values: [], other: undefined }]
    const places = spoken.get(name)
    const isNamed = (_: string, index: number) => places?.has(index) === true
    return [
      {
        definition,
        values: type.values.filter(isNamed),
        other: type.values.find((value, index) => !isNamed(value, index)),
      },
    ]
  })
}

/** Reads what stands in the page's address, whatever it is. What is left open is not known. */
export function readAsked(asked: readonly AskedFact[], query: Readonly<Record<string, unknown>>): AskedReading {
  const typed: Record<string, string> = {}
  const facts: Record<string, FactValue> = {}
  const wrong = new Map<string, Misread>()
  for (const fact of asked) {
    const { name } = fact.definition
    const sent = query[name]
    const text = (typeof sent === 'string' ? sent : '').trim().slice(0, MOST_CHARACTERS)
    if (text === '') continue
    typed[name] = text
    const value = valueOf(fact, text)
    // What core would not take for the fact is never taken for not known.
    if (value === undefined || !fits(fact.definition.type, value)) wrong.set(name, misread(fact.definition.type, text))
    else facts[name] = value
  }
  return { typed, facts, wrong }
}

const MOST_CHARACTERS = 100
const HOUR = 3_600_000

/** Dates are read by `parseDate` before; every other value is what core knows a number for. */
function fits(type: FactType, value: FactValue): boolean {
  return type.kind === 'age' || factNumber(type, value) !== undefined
}

function misread({ kind }: FactType, text: string): Misread {
  return kind === 'money' && /^\d{1,12}\.\d+$/.test(text) ? 'decimals' : 'unread'
}

function valueOf({ definition: { type }, values, other }: AskedFact, text: string): FactValue | undefined {
  switch (type.kind) {
    case 'choice':
      return text === OTHER ? other : values.find((value) => value === text)
    case 'yes-no':
      return text === 'yes' || text === 'no' ? text : undefined
    case 'age':
      return parseDate(text) === undefined ? undefined : text
    case 'number': {
      const number = numberOf(text)
      return type.whole === true && !Number.isInteger(number) ? undefined : number
    }
    case 'money': {
      const number = numberOf(text)
      return number === undefined || number < 0 ? undefined : `${text} ${type.currency}`
    }
    case 'duration': {
      const hours = numberOf(text)
      return hours === undefined || hours < 0 ? undefined : Math.round(hours * HOUR)
    }
  }
}

/** As number fields of browsers write it: digits, and a point. */
function numberOf(text: string): number | undefined {
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}
