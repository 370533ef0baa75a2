import type { scorecardRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { authorOf, lookAtTicket, onTicket } from '../tickets/index.ts'
import { readScorecard } from './read-scorecard.ts'
import { sayOfScorecard } from './say-of-scorecard.ts'

export const scorecardHandlers: Handlers<keyof typeof scorecardRoutes> = {
  readScorecard: ({ access: { workspace, now }, params: { number } }, { store }) =>
    transaction(store, { workspace, readAt: now }, async (tx) => readScorecard(tx, await lookAtTicket(tx, number))),

  sayOfScorecard: ({ access, params: { number }, body }, { store }) =>
    onTicket(store, access.workspace, number, async (tx, ticket) => {
      await sayOfScorecard(tx, ticket, authorOf(access), body)
      return readScorecard(tx, ticket)
    }),
}
