import type { Suggestion } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

interface SuggestionRow {
  readonly id: string
  readonly clause: string
  readonly version: number | null
  readonly kind: Suggestion['kind']
  readonly text: string
  readonly number: number | null
  readonly grant_id: string | null
  readonly by: string | null
  readonly by_name: string | null
  readonly by_email: string | null
  readonly at: Date
  readonly state: Suggestion['state']
  readonly decided_by: string | null
  readonly decided_name: string | null
  readonly decided_email: string | null
  readonly decided_at: Date | null
  readonly decision_reason: string | null
  readonly draft_id: string | null
}

/** What was said of clauses and fits a condition over `s`, the newest first. */
export async function readSuggestions(
  { db, workspace }: Transaction,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<Suggestion[]> {
  const { rows } = await sql<SuggestionRow>`
    select s.id, s.clause, s.version, s.kind, s.text, t.number, s.grant_id, s.by, b.name as by_name, b.email as by_email,
           s.at, s.state, s.decided_by, d.name as decided_name, d.email as decided_email, s.decided_at,
           s.decision_reason, s.draft_id
      from suggestion s
      left join ticket t on t."workspace_id" = ${workspace} and t.id = s.ticket_id
      left join person b on b."workspace_id" = ${workspace} and b.id = s.by
      left join person d on d."workspace_id" = ${workspace} and d.id = s.decided_by
     where s."workspace_id" = ${workspace} and ${condition}
     order by s.at desc, s.id desc limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    clause: row.clause,
    version: row.version,
    kind: row.kind,
    text: row.text,
    ticket: row.number,
    grant: row.grant_id,
    by: personOf(row.by, row.by_name, row.by_email),
    at: formatInstant(row.at.getTime()),
    state: row.state,
    decided_by: personOf(row.decided_by, row.decided_name, row.decided_email),
    decided_at: row.decided_at === null ? null : formatInstant(row.decided_at.getTime()),
    decision_reason: row.decision_reason,
    draft: row.draft_id,
  }))
}

function personOf(id: string | null, name: string | null, email: string | null): Suggestion['by'] {
  return id === null || (name === null && email === null) ? null : { id, name: name ?? email ?? '', email }
}
