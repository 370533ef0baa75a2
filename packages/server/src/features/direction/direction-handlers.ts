import type { directionRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { readDirection } from './read-direction.ts'

export const directionHandlers: Handlers<keyof typeof directionRoutes> = {
  readDirection: ({ access }, { store }) =>
    transaction(store, { workspace: access.workspace }, (tx) => readDirection(tx, access)),
}
