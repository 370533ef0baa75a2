import { createApiKey, listApiKeys, revokeApiKey } from '../features/api-keys/index.ts'
import { CommandError, type CommandInput, firstWorkspaceId, withDesk } from './command.ts'
import { rolesOf } from './users.ts'

/** `avow api-key list`, `create NAME [--role ROLE]…`, `revoke ID` */
export async function apiKey({ configuration, values, words, out }: CommandInput): Promise<void> {
  const [what, word] = words
  await withDesk(configuration, async (desk) => {
    const workspace = await firstWorkspaceId(desk)
    if (what === 'list') {
      for (const { id, name, roles, revoked_at } of await listApiKeys(desk.store, workspace))
        out.write(`${id}  ${name}  ${roles.join(', ')}${revoked_at === null ? '' : ` (revoked ${revoked_at})`}\n`)
    } else if (what === 'create' && word !== undefined) {
      const { secret } = await createApiKey(desk.store, workspace, { name: word, roles: rolesOf(values.role) })
      out.write(`${secret}\n`)
    } else if (what === 'revoke' && word !== undefined) {
      await revokeApiKey(desk.store, workspace, word)
      out.write(`${word} no longer works.\n`)
    } else throw new CommandError('avow api-key list | create NAME [--role ROLE]… | revoke ID')
  })
}
