import { permissionsOf, rolesOf } from '@avow/contract'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import type { Session } from '../sign-in/index.ts'
import type { Caller } from './caller.ts'
import { unknownWorkspace } from './unknown-workspace.ts'

/** A session lasts thirty days at most, however much it is used. */
const LONGEST_SESSION = 30 * 86_400_000

/** As whom somebody's session acts: the member of the workspace named, or of their first one where none is named. */
export async function sessionCaller(
  { store }: Desk,
  session: Session,
  workspace: string | undefined,
  now: number,
): Promise<Caller> {
  if (now - session.createdAt > LONGEST_SESSION) throw new Refusal('not-signed-in', 'Your session is over. Sign in.')
  const found = await store.control
    .selectFrom('control.member as member')
    .innerJoin('control.workspace as workspace', 'workspace.id', 'member.workspace_id')
    .select(['member.person_id', 'member.roles', 'workspace.id', 'workspace.slug'])
    .where('member.user_id', '=', session.user)
    .where('member.disabled_at', 'is', null)
    .$if(workspace !== undefined, (query) => query.where('workspace.slug', '=', workspace ?? ''))
    .orderBy('workspace.is_first', 'desc')
    .orderBy('workspace.created_at')
    .orderBy('workspace.slug')
    .limit(1)
    .executeTakeFirst()
  if (found === undefined) {
    if (workspace !== undefined) throw unknownWorkspace(workspace)
    throw new Refusal('unknown-workspace', 'You are not a member of any workspace. Ask whoever runs the desk.')
  }
  const roles = rolesOf(found.roles)
  return {
    by: { session: session.id, user: session.user },
    access: {
      workspace: found.id,
      slug: found.slug,
      person: found.person_id,
      actor: `user:${session.user}`,
      roles,
      permissions: permissionsOf(roles),
    },
  }
}
