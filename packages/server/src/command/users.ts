import { randomBytes } from 'node:crypto'
import { ROLES, type Role } from '@avow/contract'
import { transaction } from '../db/index.ts'
import { tellNewcomer } from '../features/clause-notices/index.ts'
import { addMember } from '../features/installation/index.ts'
import { addSignIn, findSignIn, setPassword } from '../http/sign-in/index.ts'
import { CommandError, type CommandInput, firstWorkspaceId, withDesk } from './command.ts'

/** `avow user list`, `add EMAIL --name NAME [--role ROLE]…`, `password EMAIL` */
export async function user({ configuration, values, words, out }: CommandInput): Promise<void> {
  const [what, email] = words
  if (what === 'list') {
    await withDesk(configuration, async ({ store }) => {
      const members = await store.control
        .selectFrom('control.member as m')
        .innerJoin('control.user as u', 'u.id', 'm.user_id')
        .innerJoin('control.workspace as w', 'w.id', 'm.workspace_id')
        .select(['u.email', 'u.name', 'w.slug', 'm.roles', 'm.disabled_at'])
        .orderBy('u.email')
        .execute()
      for (const { email: address, name, slug, roles, disabled_at } of members)
        out.write(`${address}  ${name}  ${slug}: ${roles.join(', ')}${disabled_at === null ? '' : ' (disabled)'}\n`)
    })
    return
  }
  if (email === undefined || (what !== 'add' && what !== 'password'))
    throw new CommandError('avow user list | add EMAIL --name NAME [--role ROLE]… | password EMAIL')
  const password = randomBytes(15).toString('base64url')
  if (what === 'password') {
    await withDesk(configuration, async (desk) => {
      const found = await findSignIn(desk, email)
      if (found === undefined) throw new CommandError(`Nobody signs in with ${email}; avow user list shows who does.`)
      await setPassword(desk, found, password)
    })
    out.write(`${email} signs in with ${password}\n`)
    return
  }
  const { name } = values
  if (name === undefined) throw new CommandError('Give a name: avow user add EMAIL --name NAME')
  const roles = rolesOf(values.role)
  await withDesk(configuration, async (desk) => {
    const workspace = await firstWorkspaceId(desk)
    const added = await addSignIn(desk, { email, name, password })
    const person = await addMember(desk.store, { workspace, user: added, name, email, roles })
    const { publicUrl } = desk
    await transaction(desk.store, { workspace }, (tx) => tellNewcomer(tx, { person, before: undefined, publicUrl }))
  })
  out.write(`${email} (${roles.join(', ')}) signs in with ${password}\n`)
}

/** The roles named; agent where none is. */
export function rolesOf(given: readonly string[] | undefined): readonly Role[] {
  const unknown = given?.find((name) => !ROLES.some((role) => role === name))
  if (unknown !== undefined) throw new CommandError(`There is no role ${unknown}: ${ROLES.join(', ')}.`)
  const roles = ROLES.filter((role) => given?.includes(role))
  return roles.length === 0 ? ['agent'] : roles
}
