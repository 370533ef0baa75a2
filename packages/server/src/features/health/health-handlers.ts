import type { healthRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { readHealth } from './read-health.ts'

export const healthHandlers: Handlers<keyof typeof healthRoutes> = {
  readHealth: ({ access: { workspace } }, { store }) => transaction(store, { workspace }, readHealth),
}
