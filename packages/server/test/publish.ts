import { type Store, transaction } from '../src/db/index.ts'
import { publishCharter } from '../src/features/charters/index.ts'

/** Long before any test began: what is in force from then on is in force for every ticket. */
export const LONG_AGO = Date.UTC(2020, 0, 1)

/** Publishes a charter, in YAML, in force since long ago. */
export function publish(store: Store, workspace: string, source: string): Promise<{ version: number; hash: string }> {
  return transaction(store, { workspace }, (tx) =>
    publishCharter(tx, { source, zoneData: 'test', effective: LONG_AGO }),
  )
}
