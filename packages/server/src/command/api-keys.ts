import { addApiKey, revokeApiKey } from '../features/api-keys/index.ts'
import { CommandError, type CommandInput, firstWorkspaceId, withDesk } from './command.ts'
import { rolesOf } from './users.ts'

/** `avow api-key list`, `create NAME [--role ROLE]…`, `revoke ID` */
export async function apiKey({ configuration, values, words, out }: CommandInput): Promise<void> {
  const [what, word] = words
  await withDesk(configuration, async (desk) => {
    const workspace = await firstWorkspaceId(desk)
    if (what === 'list') {
      const keys = await desk.store.control
        .selectFrom('control.api_key')
        .select(['id', 'name', 'roles', 'revoked_at'])
        .where('workspace_id', '=', workspace)
        .orderBy('created_at')
        .execute()
      for (const { id, name, roles, revoked_at } of keys)
        out.write(`${id}  ${name}  ${roles.join(', ')}${revoked_at === null ? '' : ' (revoked)'}\n`)
    } else if (what === 'create' && word !== undefined) {
      const { secret } = await addApiKey(desk.store, { workspace, name: word, roles: rolesOf(values.role) })
      out.write(`${secret}\n`)
    } else if (what === 'revoke' && word !== undefined) {
      if (!(await revokeApiKey(desk.store, workspace, word))) throw new CommandError(`There is no key ${word}.`)
      out.write(`${word} no longer works.\n`)
    } else throw new CommandError('avow api-key list | create NAME [--role ROLE]… | revoke ID')
  })
}
