import type { Suggestion, suggestionRoutes } from '@avow/contract'
import { sql } from 'kysely'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'
import { personBehind } from '../api-keys/index.ts'
import { decideSuggestion } from './decide-suggestion.ts'
import { suggest } from './suggest.ts'
import { readSuggestions } from './suggestion-row.ts'

export const suggestionHandlers: Handlers<Exclude<keyof typeof suggestionRoutes, 'countOpinions'>> = {
  listSuggestions: ({ access: { workspace }, query: { cursor, limit, clause, state } }, { store }) =>
    transaction(store, { workspace }, async (tx) => {
      const after = cursor === undefined ? undefined : readPageCursor(cursor)
      const found = await readSuggestions(
        tx,
        sql`${clause === undefined ? sql`true` : sql`s.clause = ${clause}`}
          and ${state === undefined ? sql`true` : sql`s.state = ${state}`}
          and ${after === undefined ? sql`true` : sql`(s.at, s.id) < (${new Date(after.at)}, ${after.id}::uuid)`}`,
        limit + 1,
      )
      const items = found.slice(0, limit)
      const last = found.length > limit ? items.at(-1) : undefined
      return { items, next: last === undefined ? null : writePageCursor({ at: Date.parse(last.at), id: last.id }) }
    }),

  async suggest({ access, body }, { store }) {
    const by = await personBehind(store, access)
    return transaction(store, { workspace: access.workspace }, async (tx) => one(tx, await suggest(tx, by, body)))
  },

  async decideSuggestion({ access, params: { id }, body }, { store }) {
    const by = await personBehind(store, access)
    return transaction(store, { workspace: access.workspace }, async (tx) => {
      await decideSuggestion(tx, by, id, body)
      return one(tx, id)
    })
  },
}

async function one(tx: Transaction, id: string): Promise<Suggestion> {
  const [found] = await readSuggestions(tx, sql`s.id = ${id}`, 1)
  if (found === undefined) throw new Error(`the suggestion ${id} has gone`)
  return found
}
