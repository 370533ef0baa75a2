import { sql } from 'kysely'
import type { JsonObject, Transaction } from '../../db/index.ts'
import { announceNotices } from '../changes/index.ts'
import { mailSteps, type ToldStep } from './mail-steps.ts'

/** That somebody is told of a step. */
export interface StepNotice extends Omit<ToldStep, 'id'> {
  /** Id of the event that says that it was taken: each is told of it once. */
  readonly once: string
  readonly code: 'escalated' | 'step-overdue'
  /** Nothing personal. */
  readonly data: JsonObject
}

/** Tells people of steps, in the desk and by mail, each once. `publicUrl`: address in links of mails; empty where there is none. */
export async function tellSteps(tx: Transaction, notices: readonly StepNotice[], publicUrl: string): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ ticket: ticket_id, once, person: person_id, code, data }) => ({
    ...{ id: tx.newId(), ticket_id, once, person_id, code, data },
  }))
  // Who was erased in the meantime is told nothing.
  const { rows: told } = await sql<{ person_id: string; once: string }>`
    insert into notice ("workspace_id", id, once, person_id, code, ticket_id, data, created_at)
    select ${tx.workspace}, n.id, n.once, n.person_id, n.code, n.ticket_id, n.data, ${new Date(tx.now)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as n (id uuid, once text, person_id uuid, code text, ticket_id uuid, data jsonb)
      join person on person."workspace_id" = ${tx.workspace} and person.id = n.person_id
    on conflict ("workspace_id", person_id, once) do nothing
    returning person_id, once`.execute(tx.db)
  announceNotices(tx, [...new Set(told.map(({ person_id }) => person_id))])
  const fresh = new Set(told.map(({ person_id, once }) => `${person_id} ${once}`))
  const steps = notices.filter(({ person, once }) => fresh.has(`${person} ${once}`))
  await mailSteps(
    tx,
    steps.map(({ once, ...step }) => ({ ...step, id: once })),
    publicUrl,
  )
}
