import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { charterInForce } from './charter-in-force.ts'
import { rowInForce, versionOfHash, versionsOf } from './versions.ts'

export const charterHandlers: Handlers<'readCharter'> = {
  readCharter: ({ query: { hash }, access }, { store }) =>
    transaction(store, { workspace: access.workspace }, async (tx) => {
      const rows = await versionsOf(tx)
      const row = hash === undefined ? rowInForce(rows, tx.now) : rows.find((version) => version.hash === hash)
      if (row === undefined)
        throw hash === undefined
          ? new Refusal('no-charter', 'No charter is in force in this workspace. Publish one.')
          : new Refusal('not-found', `This workspace has no version ${hash}.`)
      const charter = await versionOfHash(tx, row.hash)
      if (charter === undefined) throw new Error(`the version ${row.version} has gone`)
      return charterInForce(charter, row.effective)
    }),
}
