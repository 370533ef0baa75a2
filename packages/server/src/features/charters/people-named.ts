import type { PersonRef } from '@avow/contract'
import type { Transaction } from '../../db/index.ts'

export type PeopleNamed = ReadonlyMap<string, PersonRef>

/** People of the workspace by their ids; who was erased is not among them. */
export async function peopleNamed(
  { db, workspace }: Transaction,
  ids: readonly (string | null)[],
): Promise<PeopleNamed> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('workspace_id', '=', workspace)
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, name, email }) => [id, { id, name: name ?? email ?? '', email }]))
}

/** One of them; null for nobody, and for who was erased. */
export function personNamed(people: PeopleNamed, id: string | null): PersonRef | null {
  return (id === null ? undefined : people.get(id)) ?? null
}

/** Those of them who are still there, in the order asked for. */
export function allNamed(people: PeopleNamed, ids: readonly string[]): PersonRef[] {
  return ids.flatMap((id) => people.get(id) ?? [])
}
