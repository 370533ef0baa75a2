import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { type SaidAbsence, setAbsence } from '../absences/index.ts'

/** What is left out stays. */
export interface OwnChange {
  readonly name?: string | undefined
  /** That they are written to in; null: the charter's. */
  readonly language?: string | null | undefined
  /** What customers write on their tickets is mailed to them. */
  readonly is_mailed_messages?: boolean | undefined
  /** When they are away; null: not at all. */
  readonly away?: SaidAbsence | null | undefined
}

/** Somebody of the desk changes what is theirs. Their sign-in has the same name. Answers whether they are mailed messages. */
export async function changeMe(
  tx: Transaction,
  person: string,
  { name, language, is_mailed_messages, away }: OwnChange,
): Promise<boolean> {
  const { db, workspace } = tx
  const own = db.updateTable('person').where('workspace_id', '=', workspace).where('id', '=', person)
  if (language !== undefined) await own.set({ language }).execute()
  if (is_mailed_messages !== undefined) await own.set({ is_mailed_messages }).execute()
  if (away !== undefined) await setAbsence(tx, person, away)
  if (name !== undefined) await rename(tx, person, name)
  const row = await db
    .selectFrom('person')
    .select('is_mailed_messages')
    .where('workspace_id', '=', workspace)
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  return row.is_mailed_messages
}

async function rename({ db, workspace, now }: Transaction, person: string, name: string): Promise<void> {
  await db.updateTable('person').where('workspace_id', '=', workspace).where('id', '=', person).set({ name }).execute()
  await sql`
    update control."user" set name = ${name}, "updatedAt" = ${new Date(now)}
     where id = (select user_id from control.member where workspace_id = ${workspace} and person_id = ${person})
  `.execute(db)
}
