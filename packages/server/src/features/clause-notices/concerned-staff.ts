import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'
import type { Reader } from '../charters/index.ts'

/** Somebody of the desk who can sign in, and so can be told and can acknowledge. */
export interface Colleague extends Reader {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly language: string | null
}

/** The people of the desk who can sign in, by name; or those of these ids. */
export async function colleaguesOf(tx: Transaction, only?: readonly string[]): Promise<readonly Colleague[]> {
  const { rows: members } = await sql<{ person_id: string; roles: string[] }>`
    select person_id, roles from control.member
     where workspace_id = ${tx.workspace} and disabled_at is null`.execute(tx.db)
  const rolesOf = new Map(members.map(({ person_id, roles }) => [person_id, roles]))
  const wanted = [...rolesOf.keys()].filter((id) => only === undefined || only.includes(id))
  if (wanted.length === 0) return []
  const people = await tx.db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'language'])
    .where('workspace_id', '=', tx.workspace)
    .where('kind', '=', 'staff')
    .where('id', 'in', wanted)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const held = await tx.db
    .selectFrom('position_holder')
    .select(['position', 'person_id'])
    .where('workspace_id', '=', tx.workspace)
    .execute()
  const positionsOf = Map.groupBy(held, ({ person_id }) => person_id)
  return people.map(({ id, name, email, language }) => ({
    id,
    name: name ?? email ?? '',
    email,
    language,
    roles: rolesOf.get(id) ?? [],
    positions: new Set(positionsOf.get(id)?.map(({ position }) => position) ?? []),
  }))
}
