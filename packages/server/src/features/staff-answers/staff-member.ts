import { type Permission, permissionsOf, rolesOf } from '@avow/contract'
import { sql } from 'kysely'
import type { Transaction } from '../../db/index.ts'

/** Somebody of the desk who can sign in now. */
export interface StaffMember {
  readonly id: string
  readonly name: string
  /** That they sign in with, in small letters. */
  readonly email: string
  readonly language: string | null
  readonly team: string | null
  readonly permissions: ReadonlySet<Permission>
}

interface Row extends Omit<StaffMember, 'permissions'> {
  readonly roles: readonly string[]
}

/** A person of the desk by id; undefined for who can no longer sign in, or never could. */
export async function staffMember(tx: Transaction, id: string): Promise<StaffMember | undefined> {
  const { rows } = await sql<Row>`
    select p.id, coalesce(p.name, '') as name, lower(u.email) as email, p.language, p.team, m.roles
      from person p
      join control.member m on m.workspace_id = ${tx.workspace} and m.person_id = p.id and m.disabled_at is null
      join control."user" u on u.id = m.user_id and u."emailVerified"
     where p."workspace_id" = ${tx.workspace} and p.id = ${id} and p.kind = 'staff'`.execute(tx.db)
  const [row] = rows
  if (row === undefined) return undefined
  const { roles, ...member } = row
  return { ...member, permissions: permissionsOf(rolesOf(roles)) }
}
