import { sql } from 'kysely'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import { onTicketOfId, type TicketAtHand } from '../tickets/index.ts'
import { type GrantRow, readGrants } from './grant-row.ts'

type Work<T> = (tx: Transaction, ticket: TicketAtHand, grant: GrantRow) => Promise<T>

/**
 * Runs a command on a grant, with its ticket's row locked: of two at once the second sees what the first did. Throws
 * `not-found`.
 */
export async function onGrant<T>({ store }: Desk, workspace: string, id: string, work: Work<T>): Promise<T> {
  const found = await transaction(store, { workspace }, ({ db }) =>
    db
      .selectFrom('remedy_grant')
      .select('ticket_id')
      .where('workspace_id', '=', workspace)
      .where('id', '=', id)
      .executeTakeFirst(),
  )
  if (found === undefined) throw new Refusal('not-found', 'There is no grant of this id in this workspace.')
  return onTicketOfId(store, workspace, found.ticket_id, async (tx, ticket) => {
    const [grant] = await readGrants(tx, sql`g.id = ${id}`)
    if (grant === undefined) throw new Refusal('not-found', 'There is no grant of this id in this workspace.')
    return work(tx, ticket, grant)
  })
}

/** What was asked for and is not decided yet. Throws `grant-settled` otherwise. */
export function refuseSettled({ state }: GrantRow): void {
  if (state === 'asked') return
  const how = { granted: 'given', done: 'given and carried out', refused: 'refused', withdrawn: 'taken back' }[state]
  throw new Refusal('grant-settled', `This was ${how} already. Read it anew.`)
}
