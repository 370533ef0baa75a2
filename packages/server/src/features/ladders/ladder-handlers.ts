import type { ladderRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { tryLadder } from './try-ladder.ts'

export const ladderHandlers: Handlers<keyof typeof ladderRoutes> = {
  walkLadder: ({ access: { workspace }, body: { at, ...asked } }, { store, zoneData }) =>
    transaction(store, { workspace }, (tx) =>
      tryLadder(tx, { ...asked, at: at === undefined ? tx.now : Date.parse(at) }, zoneData),
    ),
}
