import { permissionsOf, rolesOf } from '@avow/contract'
import { clock } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { hashKey } from '../../features/api-keys/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Caller } from './caller.ts'
import { unknownWorkspace } from './unknown-workspace.ts'

const BEARER = /^Bearer +([\x21-\x7e]{1,500})$/i

/**
 * Who sends `Authorization: Bearer KEY`. The key is looked up by its hash, so that how long it takes tells nothing of it.
 * A key belongs to one workspace; naming another is refused as unknown.
 */
export async function keyCaller(
  { store }: Desk,
  authorization: string,
  workspace: string | undefined,
): Promise<Caller> {
  const secret = BEARER.exec(authorization)?.[1]
  if (secret === undefined) throw notAKey()
  const found = await store.control
    .selectFrom('control.api_key as key')
    .innerJoin('control.workspace as workspace', 'workspace.id', 'key.workspace_id')
    .select(['key.id', 'key.roles', 'workspace.id as workspace', 'workspace.slug'])
    .select(clock)
    .where('key.hash', '=', hashKey(secret))
    .where('key.revoked_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined) throw notAKey()
  if (workspace !== undefined && workspace !== found.slug) throw unknownWorkspace(workspace)
  const roles = rolesOf(found.roles)
  return {
    by: { key: found.id },
    access: {
      workspace: found.workspace,
      slug: found.slug,
      person: undefined,
      actor: `key:${found.id}`,
      roles,
      permissions: permissionsOf(roles),
      now: found.now.getTime(),
    },
  }
}

function notAKey(): Refusal {
  return new Refusal('not-signed-in', 'This key is unknown or was revoked.')
}
