import type { lawRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { versionInForce } from '../charters/index.ts'
import { readComplaint } from '../disputes/index.ts'
import { authorOf, lookAtTicket } from '../tickets/index.ts'
import { finishLawTask } from './finish-law-task.ts'
import { lawOfCharter } from './law-of-charter.ts'

export const lawHandlers: Handlers<keyof typeof lawRoutes> = {
  readLaw: ({ access: { workspace } }, { store }) =>
    transaction(store, { workspace }, async (tx) => lawOfCharter((await versionInForce(tx, tx.now))?.document.law)),

  readComplaint: ({ access: { workspace, now }, params: { number } }, { store }) =>
    transaction(store, { workspace, readAt: now }, async (tx) => ({
      complaint: (await readComplaint(tx, await lookAtTicket(tx, number))) ?? null,
    })),

  finishLawTask: async ({ access, params: { id } }, { store }) => {
    await transaction(store, { workspace: access.workspace }, (tx) => finishLawTask(tx, id, authorOf(access)))
    return undefined
  },
}
