import type { Role, StaffPerson } from '@avow/contract'
import { sql } from 'kysely'
import { type Store, together, transaction } from '../../db/index.ts'
import { absencesSaid } from '../absences/index.ts'

interface PersonRow {
  readonly id: string
  readonly name: string | null
  readonly email: string | null
  readonly team: string | null
  readonly language: string | null
  readonly positions: readonly string[]
}

/** The people of the desk by name, or those of these ids: who they are, what they may do, which positions they hold. */
export async function readStaff(store: Store, workspace: string, ids?: readonly string[]): Promise<StaffPerson[]> {
  const [{ rows }, away] = await transaction(store, { workspace }, (tx) =>
    together([
      sql<PersonRow>`
      select p.id, p.name, p.email, p.team, p.language,
             array(select position from position_holder h
                    where h."workspace_id" = ${workspace} and h.person_id = p.id order by position) as positions
        from person p
       where p."workspace_id" = ${workspace} and p.kind = 'staff'
         ${ids === undefined ? sql`` : sql`and p.id = any (${ids}::uuid[])`}
       order by p.name, p.id`.execute(tx.db),
      absencesSaid(tx),
    ]),
  )
  const members = await store.control
    .selectFrom('control.member')
    .select(['person_id', 'roles', 'disabled_at'])
    .where('workspace_id', '=', workspace)
    .execute()
  const memberOf = new Map(members.map((member) => [member.person_id, member]))
  return rows.map(({ name, positions, ...person }) => {
    const member = memberOf.get(person.id)
    return {
      ...person,
      name: name ?? person.email ?? '',
      positions: [...positions],
      // Written by us alone, from the same list.
      roles: (member?.roles ?? []) as Role[],
      away: away.get(person.id) ?? null,
      is_disabled: member !== undefined && member.disabled_at !== null,
    }
  })
}
