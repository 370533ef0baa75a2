import type { CharterDocument } from '../../charter/index.ts'
import { type CustomersGet, ofMore } from './customers.ts'

/**
 * What customers get where other promises than before name a remedy under `if broken` (SPEC D4). Named by none it is
 * always granted, named by some only where one of them is broken (SPEC R3).
 */
export function ofNaming(
  remedy: string | undefined,
  old: CharterDocument,
  fresh: CharterDocument,
): CustomersGet | undefined {
  if (remedy === undefined || ![old, fresh].every(({ remedies }) => remedies.some(({ id }) => id === remedy)))
    return undefined
  const [before, after] = [naming(remedy, old), naming(remedy, fresh)]
  if (before.size > 0 && after.size > 0) return ofMore(before, after)
  return before.size === after.size ? undefined : before.size === 0 ? 'less' : 'more'
}

function naming(remedy: string, { promises }: CharterDocument): ReadonlySet<string> {
  return new Set(promises.filter(({ ifBroken }) => ifBroken?.remedy === remedy).map(({ id }) => id))
}
