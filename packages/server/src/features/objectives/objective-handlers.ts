import type { objectiveRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { personBehind } from '../api-keys/index.ts'
import { dropObservedWait, listObservedWaits, noteObservedWait } from './observed-waits.ts'
import { readObjectives } from './read-objectives.ts'

export const objectiveHandlers: Handlers<keyof typeof objectiveRoutes> = {
  readObjectives: ({ access: { workspace, now } }, { store }) =>
    transaction(store, { workspace, readAt: now }, readObjectives),

  listObservedWaits: ({ access: { workspace }, query }, { store }) =>
    transaction(store, { workspace }, (tx) => listObservedWaits(tx, query)),

  async noteObservedWait({ access, body }, { store }) {
    const by = await personBehind(store, access)
    return transaction(store, { workspace: access.workspace }, (tx) => noteObservedWait(tx, by, body))
  },

  async dropObservedWait({ access, params: { id } }, { store }) {
    const by = await personBehind(store, access)
    await transaction(store, { workspace: access.workspace }, (tx) => dropObservedWait(tx, by, id))
    return undefined
  },
}
