import type { CompiledCharter, FactDefinition } from '@avow/core'
import { publicFacts } from '../../site/charter/public-charter.ts'

/** A fact that the form asks for, with its values. */
export interface FormFact {
  readonly definition: FactDefinition
  readonly values: readonly string[]
}

const MOST_FACTS = 4

/**
 * What somebody who writes in can say of their matter: choices that public clauses speak of and that have words for people.
 * Values in order (a tier, a severity) are for the company to give; the channel is known.
 */
export function formFacts(charter: CompiledCharter | undefined): readonly FormFact[] {
  if (charter === undefined) return []
  const spoken = publicFacts(charter)
  return [...charter.facts.values()]
    .flatMap((definition): FormFact[] => {
      const { name, type, says, valuesSay, derived } = definition
      if (type.kind !== 'choice' || type.ordered || derived || name === 'channel' || !spoken.has(name)) return []
      if (says === undefined) return []
      const values = type.values.filter((value) => valuesSay?.has(value) === true)
      return values.length === 0 ? [] : [{ definition, values }]
    })
    .slice(0, MOST_FACTS)
}
