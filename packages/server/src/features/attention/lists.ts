import type { Attention, Notice } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Transaction } from '../../db/index.ts'

/** More than anybody reads; what is older comes up when these are settled. */
const MOST = 200

interface List<T> {
  readonly items: T[]
  readonly next: string | null
}

/** What needs a person now, the latest first. */
export async function listAttention({ db, workspace }: Transaction): Promise<List<Attention>> {
  const rows = await db
    .selectFrom('attention as a')
    .leftJoin('ticket as t', (join) =>
      join
        .on('t.workspace_id', '=', workspace)
        .onRef('t.workspace_id', '=', 'a.workspace_id')
        .onRef('t.id', '=', 'a.ticket_id'),
    )
    .select(['a.id', 'a.code', 'a.data', 'a.raised_at', 't.number'])
    .where('a.workspace_id', '=', workspace)
    .where('a.settled_at', 'is', null)
    .orderBy('a.raised_at', 'desc')
    .orderBy('a.id')
    .limit(MOST)
    .execute()
  const items = rows.map(({ id, code, data, raised_at, number }) => ({
    id,
    code,
    ticket: number,
    data: { ...data },
    raised_at: formatInstant(raised_at.getTime()),
  }))
  return { items, next: null }
}

/** What a person of the desk was told, the latest first. */
export async function listNotices({ db, workspace }: Transaction, person: string): Promise<List<Notice>> {
  const rows = await db
    .selectFrom('notice as n')
    .leftJoin('ticket as t', (join) =>
      join
        .on('t.workspace_id', '=', workspace)
        .onRef('t.workspace_id', '=', 'n.workspace_id')
        .onRef('t.id', '=', 'n.ticket_id'),
    )
    .select(['n.id', 'n.code', 'n.data', 'n.created_at', 'n.read_at', 't.number'])
    .where('n.workspace_id', '=', workspace)
    .where('n.person_id', '=', person)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id')
    .limit(MOST)
    .execute()
  const items = rows.map(({ id, code, data, created_at, read_at, number }) => ({
    id,
    code,
    ticket: number,
    data: { ...data },
    created_at: formatInstant(created_at.getTime()),
    read_at: read_at === null ? null : formatInstant(read_at.getTime()),
  }))
  return { items, next: null }
}

/** Marks a notice of a person as read; false where they have none of this id. The first reading counts. */
export async function readNotice({ db, workspace, now }: Transaction, person: string, id: string): Promise<boolean> {
  const found = await db
    .updateTable('notice')
    .set(({ fn, ref, val }) => ({ read_at: fn.coalesce(ref('read_at'), val(new Date(now))) }))
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return found !== undefined
}
