import type { breachRoutes } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { authorOf, onTicket } from '../tickets/index.ts'
import { correctCause } from './correct-cause.ts'
import { countBreaches } from './count-breaches.ts'
import { countFreshBreaches } from './count-fresh-breaches.ts'
import { listBreaches } from './list-breaches.ts'

export const breachHandlers: Handlers<keyof typeof breachRoutes> = {
  listBreaches: ({ access: { workspace }, query }, { store }) =>
    transaction(store, { workspace }, (tx) => listBreaches(tx, query)),

  countBreaches: ({ access: { workspace }, query }, { store }) =>
    transaction(store, { workspace }, async (tx) => ({ items: await countBreaches(tx, query) })),

  countFreshBreaches: ({ access: { workspace } }, { store }) =>
    transaction(store, { workspace }, async (tx) => ({ count: await countFreshBreaches(tx) })),

  correctCause: ({ access, params: { number, ...of }, body }, { store }) =>
    onTicket(store, access.workspace, number, (tx, ticket) =>
      correctCause(tx, ticket, authorOf(access), { ...of, ...body }),
    ),
}
