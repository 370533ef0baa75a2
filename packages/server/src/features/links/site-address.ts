import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/**
 * Where the public pages of the workspace begin: `publicUrl` for the first one, `publicUrl/w/slug` for others; with a
 * language, their pages in it.
 */
export async function siteAddress(tx: Transaction, publicUrl: string, language?: string): Promise<string> {
  const { rows } = await sql<{ slug: string; is_first: boolean }>`
    select slug, is_first from control.workspace where id = ${tx.workspace}`.execute(tx.db)
  const [workspace] = rows
  if (workspace === undefined) throw new Error(`there is no workspace ${tx.workspace}`)
  const root = workspace.is_first ? publicUrl : `${publicUrl}/w/${workspace.slug}`
  return language === undefined ? root : `${root}/${language}`
}
