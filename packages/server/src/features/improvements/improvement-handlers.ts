import type { improvementRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { authorOf } from '../tickets/index.ts'
import { readImprovements } from './read-improvements.ts'
import { sayOfImprovement } from './say-of-improvement.ts'

export const improvementHandlers: Handlers<keyof typeof improvementRoutes> = {
  readImprovements: ({ access }, { store }) =>
    transaction(store, { workspace: access.workspace, readAt: access.now }, (tx) => readImprovements(tx, access)),

  sayOfImprovement: ({ access, body }, { store }) =>
    transaction(store, { workspace: access.workspace }, async (tx) => {
      await sayOfImprovement(tx, authorOf(access), body)
      return readImprovements(tx, access)
    }),
}
