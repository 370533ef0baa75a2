import type { Cell, CompiledCharter } from '@avow/core'

/**
 * The values that a condition lists, by their names in the charter (`false` and `true` of a yes-no); undefined where it
 * is written in another way, such as a range, and is best shown as written.
 */
export function cellValues(charter: CompiledCharter, { fact, text, accepts }: Cell): readonly string[] | undefined {
  const type = charter.facts.get(fact)?.type
  const names = type?.kind === 'choice' ? type.values : type?.kind === 'yes-no' ? ['false', 'true'] : undefined
  if (accepts === 'any' || names === undefined || text.startsWith('not')) return undefined
  const values: string[] = []
  for (const alternative of accepts) {
    if (alternative.kind !== 'values') return undefined
    for (const index of alternative.values) {
      const name = names[index]
      if (name === undefined) return undefined
      values.push(name)
    }
  }
  return values.length > 0 ? values : undefined
}
