import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { listAttention, listNotices, readNotice } from './lists.ts'

export const attentionHandlers: Handlers<'listAttention' | 'listNotices' | 'readNotice'> = {
  listAttention: ({ access }, { store }) => transaction(store, { workspace: access.workspace }, listAttention),

  listNotices: async ({ access: { workspace, person } }, { store }) =>
    person === undefined
      ? { items: [], next: null }
      : transaction(store, { workspace }, (tx) => listNotices(tx, person)),

  readNotice: async ({ access: { workspace, person }, params }, { store }) => {
    const isRead =
      person !== undefined && (await transaction(store, { workspace }, (tx) => readNotice(tx, person, params.id)))
    if (!isRead) throw new Refusal('not-found', 'You have no notice of this id.')
    return undefined
  },
}
