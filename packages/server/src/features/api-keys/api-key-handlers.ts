import { mayGive, rolesOf } from '@avow/contract'
import { formatInstant } from '@avow/core'
import type { Handlers } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { addApiKey } from './add-api-key.ts'
import { personBehind } from './person-behind.ts'
import { revokeApiKey } from './revoke-api-key.ts'

/** More than anybody looks through; a workspace that has so many should revoke some. */
const MOST = 1000

export const apiKeyHandlers: Handlers<'listApiKeys' | 'createApiKey' | 'revokeApiKey'> = {
  async listApiKeys({ access }, { store }) {
    const keys = await store.control
      .selectFrom('control.api_key')
      .select(['id', 'name', 'roles', 'created_at', 'revoked_at'])
      .where('workspace_id', '=', access.workspace)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(MOST)
      .execute()
    return {
      items: keys.map(({ id, name, roles, created_at, revoked_at }) => ({
        id,
        name,
        roles: [...rolesOf(roles)],
        created_at: formatInstant(created_at.getTime()),
        revoked_at: revoked_at === null ? null : formatInstant(revoked_at.getTime()),
      })),
      next: null,
    }
  },

  async createApiKey({ access, body }, { store }) {
    if (!mayGive(access.permissions, body.roles))
      throw new Refusal('not-allowed', 'A key cannot be given roles that allow more than your own.', {
        at: [{ path: 'roles', message: 'go beyond your own', typed: body.roles.join(', ') }],
      })
    const roles = rolesOf(body.roles)
    const owner = await personBehind(store, access)
    const added = await addApiKey(store, {
      workspace: access.workspace,
      name: body.name,
      roles,
      ...(owner === undefined ? {} : { owner }),
    })
    return {
      id: added.id,
      name: body.name,
      roles: [...roles],
      created_at: formatInstant(added.createdAt.getTime()),
      revoked_at: null,
      secret: added.secret,
    }
  },

  async revokeApiKey({ access, params }, { store }) {
    if (await revokeApiKey(store, access.workspace, params.id)) return undefined
    throw new Refusal('not-found', 'The workspace has no key of this id.')
  },
}
