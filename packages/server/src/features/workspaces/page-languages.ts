import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { versionInForce } from '../charters/index.ts'

/**
 * The languages that customers are served in, the default first: those chosen for the company, else those of the charter in
 * force. Undefined where neither says any.
 */
export async function pageLanguages(tx: Transaction): Promise<readonly string[] | undefined> {
  return (await chosenLanguages(tx)) ?? (await versionInForce(tx, tx.now))?.document.languages
}

const read = new WeakMap<Transaction, Promise<readonly string[] | undefined>>()

/** The languages chosen for the company; asked once per transaction. */
function chosenLanguages(tx: Transaction): Promise<readonly string[] | undefined> {
  const known = read.get(tx)
  if (known !== undefined) return known
  const asked = ask(tx)
  read.set(tx, asked)
  return asked
}

async function ask(tx: Transaction): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ languages: string[] }>`
    select languages from control.workspace where id = ${tx.workspace} and languages_chosen`.execute(tx.db)
  return rows[0]?.languages
}
