import { ColumnsBuilder, type CompiledCharter, Retelling } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { versionOfHash } from '../charters/index.ts'
import { readHistories } from '../commitments/index.ts'
import type { StoredCommitment } from './read-due.ts'

/** Tickets whose histories are read at once. */
const AT_ONCE = 500

/**
 * When broken commitments that nobody fulfilled ended: given up, solved without an answer, spam, merged (SPEC K2, K5, E9,
 * E10). Their rows do not tell, so their tickets are judged once more. Those not named are still waited for.
 */
export async function endsOfBroken(
  tx: Transaction,
  rows: readonly StoredCommitment[],
  now: number,
): Promise<ReadonlyMap<StoredCommitment, number>> {
  const unfulfilled = rows.filter(
    ({ state, due, fulfilled_at }) =>
      fulfilled_at === null && (state === 'broken' || (state === 'running' && due !== null && due < now)),
  )
  const ends = new Map<StoredCommitment, number>()
  for (const [hash, ofVersion] of Map.groupBy(unfulfilled, ({ charter_hash }) => charter_hash)) {
    const charter = await versionOfHash(tx, hash)
    if (charter === undefined) continue
    for (let first = 0; first < ofVersion.length; first += AT_ONCE)
      await addEnds(tx, charter, ofVersion.slice(first, first + AT_ONCE), now, ends)
  }
  return ends
}

async function addEnds(
  tx: Transaction,
  charter: CompiledCharter,
  rows: readonly StoredCommitment[],
  now: number,
  into: Map<StoredCommitment, number>,
): Promise<void> {
  const builder = new ColumnsBuilder([...charter.document.events.keys()])
  for (const { entries } of (
    await readHistories(
      tx,
      rows.map(({ ticket }) => ticket),
    )
  ).values())
    for (const { event } of entries) builder.add(event)
  const columns = builder.finish()
  const places = new Map(columns.tickets.map((ticket, index) => [ticket, index]))
  const promises = new Map(charter.promises.map(({ id }, index) => [id, index]))
  const retelling = new Retelling(charter, columns, now)
  for (const row of rows) {
    const [ticket, promise] = [places.get(row.ticket), promises.get(row.promise)]
    if (ticket === undefined || promise === undefined) continue
    const end = retelling.tell(ticket, promise, row.run)?.end
    if (end !== null && end !== undefined) into.set(row, end)
  }
}
