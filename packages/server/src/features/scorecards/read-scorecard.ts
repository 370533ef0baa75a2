import type { Scorecard } from '@avow/contract'
import { type CharterDocument, formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { peopleNamed, personNamed, versionInForce, versionOfHash } from '../charters/index.ts'

/** Of a ticket, one question for each value of the version that it is pinned to, with what was said of it last. */
export async function readScorecard(tx: Transaction, ticket: { readonly id: string }): Promise<Scorecard> {
  const rows = await tx.db
    .selectFrom('scorecard')
    .select(['value', 'shown', 'note', 'said_by', 'said_at'])
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', ticket.id)
    .execute()
  const people = await peopleNamed(
    tx,
    rows.map(({ said_by }) => said_by),
  )
  const said = new Map(rows.map((row) => [row.value, row]))
  return {
    is_answered: await isAnswered(tx, ticket.id),
    questions: (await valuesOf(tx, ticket.id)).map(({ id, says }) => {
      const row = said.get(id)
      return {
        value: id,
        says: Object.fromEntries(says.by),
        said:
          row === undefined
            ? null
            : {
                shown: row.shown,
                note: row.note,
                by: personNamed(people, row.said_by),
                at: formatInstant(row.said_at.getTime()),
              },
      }
    }),
  }
}

/** The values of the version that a ticket is pinned to, of that in force where it is pinned to none. */
export async function valuesOf(tx: Transaction, ticket: string): Promise<CharterDocument['values']> {
  const { charter_hash: hash } = await tx.db
    .selectFrom('ticket')
    .select('charter_hash')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow()
  const charter = await (hash === null ? versionInForce(tx, tx.now) : versionOfHash(tx, hash))
  return charter?.document.values ?? []
}

/** Whether somebody of the desk has answered the customer. */
export async function isAnswered(tx: Transaction, ticket: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom('event')
    .select('seq')
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', ticket)
    .where('type', '=', 'message.sent')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
