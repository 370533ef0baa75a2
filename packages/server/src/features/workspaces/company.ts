import type { Company } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import { versionInForce } from '../charters/index.ts'
import { followCompanyName } from '../mailboxes/index.ts'

interface CompanyRow {
  readonly name: string
  readonly languages: string[]
  readonly languages_chosen: boolean
  readonly answers_by_mail: boolean
}

/** What is left out stays. */
export interface CompanyChange {
  readonly name?: string | undefined
  /** The default first; null: those of the charter in force from now on. */
  readonly languages?: readonly string[] | null | undefined
  /** People of the desk may answer customers from their own mail programs. */
  readonly answers_by_mail?: boolean | undefined
}

/** The company, and what its charter says of language and time. */
export async function readCompany(tx: Transaction): Promise<Company> {
  return shown(tx, await readRow(tx))
}

/** Changes the company; mailboxes that write in its name follow. Answers how it was and how it is. */
export async function changeCompany(
  tx: Transaction,
  { name, languages, answers_by_mail }: CompanyChange,
): Promise<{ readonly before: Company; readonly after: Company }> {
  const row = await readRow(tx)
  const changed: CompanyRow = {
    name: name ?? row.name,
    languages: languages === undefined || languages === null ? row.languages : [...languages],
    languages_chosen: languages === undefined ? row.languages_chosen : languages !== null,
    answers_by_mail: answers_by_mail ?? row.answers_by_mail,
  }
  await sql`
    update control.workspace
       set name = ${changed.name}, languages = ${changed.languages}, languages_chosen = ${changed.languages_chosen},
           answers_by_mail = ${changed.answers_by_mail}
     where id = ${tx.workspace}`.execute(tx.db)
  if (changed.name !== row.name) await followCompanyName(tx, row.name, changed.name)
  return { before: await shown(tx, row), after: await shown(tx, changed) }
}

/** Two who change it at the same time do so one after the other. */
async function readRow(tx: Transaction): Promise<CompanyRow> {
  const { rows } = await sql<CompanyRow>`
    select name, languages, languages_chosen, answers_by_mail from control.workspace
     where id = ${tx.workspace} for update`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw new Error(`there is no workspace ${tx.workspace}`)
  return row
}

async function shown(
  tx: Transaction,
  { name, languages, languages_chosen, answers_by_mail }: CompanyRow,
): Promise<Company> {
  const document = (await versionInForce(tx, tx.now))?.document
  return {
    name,
    languages: [...(languages_chosen ? languages : (document?.languages ?? languages))],
    languages_chosen,
    answers_by_mail,
    charter: document === undefined ? null : { languages: [...document.languages], zone: document.zone },
  }
}
