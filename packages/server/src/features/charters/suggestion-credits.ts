import type { SuggestionCredit } from '@avow/contract'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/**
 * Whose suggestions versions took up, by clause and in the order in which they were made. Of the versions after `from`, up to
 * `to` itself; of `to` alone where `from` is null or not before it.
 */
export function creditsOfVersions(tx: Transaction, from: number | null, to: number): Promise<SuggestionCredit[]> {
  const isAfter = from === null || from >= to ? sql`d.version = ${to}` : sql`d.version > ${from} and d.version <= ${to}`
  return credits(tx, isAfter)
}

/** Whose suggestions a draft takes up. */
export function creditsOfDraft(tx: Transaction, draft: string): Promise<SuggestionCredit[]> {
  return credits(tx, sql`d.id = ${draft}`)
}

/** `condition`: over the draft `d` that took them up. A person who has gone is credited with nothing that names them. */
async function credits({ db, workspace }: Transaction, condition: RawBuilder<unknown>): Promise<SuggestionCredit[]> {
  const { rows } = await sql<{
    readonly suggestion: string
    readonly clause: string
    readonly by: string | null
    readonly name: string | null
    readonly email: string | null
  }>`
    select s.id as suggestion, s.clause, s.by, b.name, b.email
      from suggestion s
      join charter_draft d on d."workspace_id" = ${workspace} and d.id = s.draft_id
      left join person b on b."workspace_id" = ${workspace} and b.id = s.by
     where s."workspace_id" = ${workspace} and s.state = 'accepted' and ${condition}
     order by s.at, s.id`.execute(db)
  return rows.map(({ suggestion, clause, by, name, email }) => ({ suggestion, clause, by: personOf(by, name, email) }))
}

function personOf(id: string | null, name: string | null, email: string | null): SuggestionCredit['by'] {
  return id === null || (name === null && email === null) ? null : { id, name: name ?? email ?? '', email }
}
