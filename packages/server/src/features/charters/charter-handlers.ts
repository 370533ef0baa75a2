import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { charterInForce } from './charter-in-force.ts'
import { compareVersions } from './compare-versions.ts'
import { warningsOfVersion } from './kept-warnings.ts'
import { publishedVersion, publishedVersions, sourceOfVersion } from './published-versions.ts'
import { readHandbook } from './read-handbook.ts'
import { creditsOfVersions } from './suggestion-credits.ts'
import { rowInForce, versionOfHash, versionsOf } from './versions.ts'

type Names = 'readCharter' | 'readHandbook' | 'listVersions' | 'readVersion' | 'compareVersions'

export const charterHandlers: Handlers<Names> = {
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

  readHandbook: ({ access }, { store }) =>
    transaction(store, { workspace: access.workspace }, (tx) => readHandbook(tx, access)),

  listVersions: ({ access }, { store }) =>
    transaction(store, { workspace: access.workspace }, async (tx) => ({
      items: [...(await publishedVersions(tx))],
      next: null,
    })),

  readVersion: ({ access, params: { version } }, { store }) =>
    transaction(store, { workspace: access.workspace }, async (tx) => ({
      ...(await publishedVersion(tx, version)),
      source: await sourceOfVersion(tx, version),
    })),

  compareVersions: ({ access, params: { version }, query: { against } }, { store }) =>
    transaction(store, { workspace: access.workspace }, async (tx) => {
      const { from, to, items } = await compareVersions(tx, version, against)
      const suggested = await creditsOfVersions(tx, from, to)
      return { from, to, items: [...items], suggested, warnings: await warningsOfVersion(tx, to) }
    }),
}
