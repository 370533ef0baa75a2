import { permissionsOf, rolesOf } from '@avow/contract'
import { clock } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import type { Session } from '../sign-in/index.ts'
import type { Caller } from './caller.ts'
import { unknownWorkspace } from './unknown-workspace.ts'

/** A session lasts thirty days at most, however much it is used. */
const LONGEST_SESSION = 30 * 86_400_000

/**
 * As whom somebody's session acts: the member of the workspace named, or of their first one where none is named. Undefined
 * where the session has ended meanwhile.
 */
export async function sessionCaller(
  { store }: Desk,
  session: Session,
  workspace: string | undefined,
  now: number,
): Promise<Caller | undefined> {
  const found = await store.control
    .selectFrom('control.session as session')
    .leftJoin('control.member as member', (join) =>
      join.onRef('member.user_id', '=', 'session.userId').on('member.disabled_at', 'is', null),
    )
    .leftJoin('control.workspace as workspace', (join) => {
      const joined = join.onRef('workspace.id', '=', 'member.workspace_id')
      return workspace === undefined ? joined : joined.on('workspace.slug', '=', workspace)
    })
    .select(['session.createdAt', 'member.person_id', 'member.roles', 'workspace.id', 'workspace.slug'])
    .select(clock)
    .where('session.id', '=', session.id)
    .where('session.expiresAt', '>', (query) => query.fn<Date>('now'))
    .orderBy('workspace.is_first', (order) => order.desc().nullsLast())
    .orderBy('workspace.created_at')
    .orderBy('workspace.slug')
    .limit(1)
    .executeTakeFirst()
  if (found === undefined || now - found.createdAt.getTime() > LONGEST_SESSION) return undefined
  const { id, slug, person_id: person } = found
  if (id === null || slug === null || person === null) {
    if (workspace !== undefined) throw unknownWorkspace(workspace)
    throw new Refusal('unknown-workspace', 'You are not a member of any workspace. Ask whoever runs the desk.')
  }
  const roles = rolesOf(found.roles ?? [])
  return {
    by: { session: session.id, user: session.user },
    access: {
      workspace: id,
      slug,
      person,
      actor: `user:${session.user}`,
      roles,
      permissions: permissionsOf(roles),
      now: found.now.getTime(),
    },
  }
}
