import type { mailHealthRoutes } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { fetchNow } from '../mail-accounts/index.ts'
import { readLackingKeys } from '../mail-keys/index.ts'
import { isShort } from './is-short.ts'
import { readMailHealth } from './read-mail-health.ts'

export const mailHealthHandlers: Handlers<keyof typeof mailHealthRoutes> = {
  async readMailHealth({ access: { workspace } }, { store, blobs }) {
    const room = await blobs.room()
    return transaction(store, { workspace }, async (tx) => ({
      now: formatInstant(tx.now),
      room: room === undefined ? null : { ...room, is_short: isShort(room) },
      keys: [...(await readLackingKeys(tx))],
      items: await readMailHealth(tx),
    }))
  },

  async fetchMailNow({ access: { workspace }, params: { id } }, { store }) {
    const isThere = await transaction(store, { workspace }, (tx) => fetchNow(tx, id))
    if (!isThere) throw new Refusal('not-found', 'No mail is fetched for an address of this id.')
    return undefined
  },
}
