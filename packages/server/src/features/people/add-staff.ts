import type { Role } from '@avow/contract'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { addSignIn } from '../../http/sign-in/index.ts'
import { Refusal } from '../../refusal.ts'
import { tellNewcomer } from '../clause-notices/index.ts'
import { addMember } from '../installation/index.ts'

export interface NewStaff {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly roles: readonly Role[]
  readonly team: string | null
  readonly language: string | null
}

/**
 * Another person of the desk, with a sign-in of their own; what the charter has for them is theirs to read. Answers the person's id. Throws `name-taken` where somebody here
 * has this address, or signs in with it anywhere in the installation.
 */
export async function addStaff(desk: Desk, workspace: string, person: NewStaff): Promise<string> {
  const { name, email, password, roles, team, language } = person
  if (await isStaffAddress(desk, workspace, email))
    throw new Refusal('name-taken', 'Somebody of this desk has this address already.', {
      at: [{ path: 'email', message: 'is taken', typed: email }],
    })
  const user = await addSignIn(desk, { email, name, password })
  const id = await addMember(desk.store, {
    workspace,
    user,
    name,
    email,
    roles,
    ...(team === null ? {} : { team }),
    ...(language === null ? {} : { language }),
  })
  const { publicUrl } = desk
  await transaction(desk.store, { workspace }, (tx) => tellNewcomer(tx, { person: id, before: undefined, publicUrl }))
  return id
}

/** Asked before the sign-in is made: it stands outside the workspace's transaction. */
function isStaffAddress({ store }: Desk, workspace: string, email: string): Promise<boolean> {
  return transaction(store, { workspace }, async ({ db }) => {
    const found = await db
      .selectFrom('person')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('kind', '=', 'staff')
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst()
    return found !== undefined
  })
}
