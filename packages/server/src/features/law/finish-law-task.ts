import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { settleAttention } from '../attention/index.ts'
import { type Author, byAuthor } from '../tickets/index.ts'

/** A person did what the law asked for: the task is settled, and the ticket's log says who. Throws `not-found`. */
export async function finishLawTask(tx: Transaction, id: string, author: Author): Promise<void> {
  const task = await tx.db
    .selectFrom('attention')
    .select(['once', 'ticket_id', 'data', 'settled_at'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .where('code', 'like', 'law-%')
    .executeTakeFirst()
  if (task === undefined || task.ticket_id === null)
    throw new Refusal('not-found', 'The law asks for nothing under this id.')
  if (task.settled_at !== null) return
  const { promise, run, row } = { ...task.data }
  await tx.append({
    id: `${task.once}/done`,
    ticket: task.ticket_id,
    type: 'law.done',
    ...byAuthor(author),
    fields: { promise: promise ?? null, run: run ?? null, row: row ?? null },
  })
  await settleAttention(tx, [task.once])
}
