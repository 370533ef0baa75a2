import { permissionsOf, rolesOf } from '@avow/contract'
import { askControl, CLOCK_WORDS } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import type { Session } from '../sign-in/index.ts'
import type { Caller } from './caller.ts'
import { unknownWorkspace } from './unknown-workspace.ts'

interface Found {
  readonly createdAt: Date
  readonly person_id: string | null
  readonly roles: readonly string[] | null
  /** Of the workspace; null where they are a member of none that was asked for. */
  readonly id: string | null
  readonly slug: string | null
  readonly now: Date
}

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
  const [found] = await askControl(store)<Found>`
    select s."createdAt", m.person_id, m.roles, w.id, w.slug, ${CLOCK_WORDS} as now
      from control.session s
      left join control.member m on m.user_id = s."userId" and m.disabled_at is null
      left join control.workspace w on w.id = m.workspace_id and w.slug = coalesce(${workspace ?? null}::text, w.slug)
     where s.id = ${session.id} and s."expiresAt" > now()
     order by w.is_first desc nulls last, w.created_at, w.slug limit 1`
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
      session: session.id,
      actor: `user:${session.user}`,
      roles,
      permissions: permissionsOf(roles),
      now: found.now.getTime(),
    },
  }
}
