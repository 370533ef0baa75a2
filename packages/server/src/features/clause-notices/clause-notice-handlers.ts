import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { acknowledgeClause } from './acknowledge-clause.ts'
import { listClauseNotices } from './list-clause-notices.ts'
import { readStanding } from './read-standing.ts'
import { remindPeople } from './remind-people.ts'

type Names = 'listClauseNotices' | 'acknowledgeClause' | 'readStanding' | 'remindPeople'

export const clauseNoticeHandlers: Handlers<Names> = {
  listClauseNotices: async ({ access: { workspace, person }, query: { open } }, { store }) => {
    if (person === undefined) return { items: [], next: null }
    const only = open === undefined ? undefined : open === 'yes' ? 'open' : 'acknowledged'
    const items = await transaction(store, { workspace }, (tx) => listClauseNotices(tx, person, only))
    return { items, next: null }
  },

  acknowledgeClause: async ({ access: { workspace, person }, params }, { store }) => {
    const isTold =
      person !== undefined && (await transaction(store, { workspace }, (tx) => acknowledgeClause(tx, person, params)))
    if (!isTold) throw new Refusal('not-found', 'You were not told of such a clause.')
    return undefined
  },

  readStanding: ({ access: { workspace }, params: { version } }, { store }) =>
    transaction(store, { workspace }, async (tx) => ({ items: await readStanding(tx, version) })),

  remindPeople: ({ access: { workspace }, params: { version }, body: { people } }, { store, publicUrl }) =>
    transaction(store, { workspace }, async (tx) => ({
      reminded: await remindPeople(tx, { version, people, publicUrl }),
    })),
}
