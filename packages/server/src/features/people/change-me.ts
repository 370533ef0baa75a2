import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** What is left out stays. */
export interface OwnChange {
  readonly name?: string | undefined
  /** That they are written to in; null: the charter's. */
  readonly language?: string | null | undefined
}

/** Somebody of the desk changes their own name and language. Their sign-in has the same name. */
export async function changeMe(tx: Transaction, person: string, { name, language }: OwnChange): Promise<void> {
  const { db, workspace } = tx
  const own = db.updateTable('person').where('workspace_id', '=', workspace).where('id', '=', person)
  if (language !== undefined) await own.set({ language }).execute()
  if (name === undefined) return
  await own.set({ name }).execute()
  await sql`
    update control."user" set name = ${name}, "updatedAt" = ${new Date(tx.now)}
     where id = (select user_id from control.member where workspace_id = ${workspace} and person_id = ${person})
  `.execute(db)
}
