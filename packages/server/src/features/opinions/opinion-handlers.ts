import { sql } from 'kysely'
import { transaction } from '../../db/index.ts'
import type { Handlers } from '../../http/handler.ts'

interface Counted {
  readonly version: number
  readonly clause: string
  readonly fair_yes: number
  readonly fair_no: number
  readonly kept_yes: number
  readonly kept_no: number
}

export const opinionHandlers: Handlers<'countOpinions'> = {
  countOpinions: ({ access: { workspace } }, { store }) =>
    transaction(store, { workspace }, async ({ db }) => {
      const { rows } = await sql<Counted>`
        select version, clause,
               count(*) filter (where question = 'fair' and answer) as fair_yes,
               count(*) filter (where question = 'fair' and not answer) as fair_no,
               count(*) filter (where question = 'kept' and answer) as kept_yes,
               count(*) filter (where question = 'kept' and not answer) as kept_no
          from opinion where "workspace_id" = ${workspace} group by version, clause order by version desc, clause`.execute(
        db,
      )
      return {
        items: rows.map(({ version, clause, fair_yes, fair_no, kept_yes, kept_no }) => ({
          version,
          clause,
          fair: { yes: fair_yes, no: fair_no },
          kept: { yes: kept_yes, no: kept_no },
        })),
      }
    }),
}
