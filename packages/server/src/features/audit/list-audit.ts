import type { AuditEntry } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { readPageCursor, writePageCursor } from '../../http/page-cursor.ts'

export interface AuditPage {
  readonly action?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** What was tried and done at the gates, the newest first. Throws `bad-request` for a cursor that is none. */
export async function listAudit(
  { db, workspace }: Transaction,
  { action, cursor, limit }: AuditPage,
): Promise<{ items: AuditEntry[]; next: string | null }> {
  const after = cursor === undefined ? undefined : readPageCursor(cursor)
  const rows = await db
    .selectFrom('audit as a')
    .leftJoin('person as p', (join) =>
      join
        .on('p.workspace_id', '=', workspace)
        .onRef('p.workspace_id', '=', 'a.workspace_id')
        .onRef('p.id', '=', 'a.person_id'),
    )
    .leftJoin('ticket as t', (join) =>
      join
        .on('t.workspace_id', '=', workspace)
        .onRef('t.workspace_id', '=', 'a.workspace_id')
        .onRef('t.id', '=', 'a.ticket_id'),
    )
    .select(['a.id', 'a.at', 'a.action', 'a.code', 'a.actor', 'a.data', 't.number'])
    .select(['p.id as person', 'p.name', 'p.email'])
    .where('a.workspace_id', '=', workspace)
    .$if(action !== undefined, (query) => query.where('a.action', '=', action ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('a.at', 'a.id'), '<', tuple(new Date(after?.at ?? 0), after?.id ?? '')),
      ),
    )
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ id, at, action: tried, code, actor, data, number, person, name, email }) => ({
      id,
      at: formatInstant(at.getTime()),
      action: tried,
      code,
      person: person === null ? null : { id: person, name: name ?? email ?? '', email },
      actor,
      ticket: number,
      data: { ...data },
    })),
    next: last === undefined ? null : writePageCursor({ at: last.at.getTime(), id: last.id }),
  }
}
