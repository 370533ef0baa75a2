import { rolesOf } from '@avow/contract'
import type { Store } from '../../db/index.ts'
import type { Caller } from '../access/index.ts'

/**
 * Which of these callers may still do what they could when they came: session alive, member not disabled, key not revoked,
 * roles the same. Two statements, however many they are.
 */
export async function stillAllowed({ control }: Store, callers: readonly Caller[]): Promise<ReadonlySet<Caller>> {
  const sessions = callers.flatMap(({ by }) => ('session' in by ? [by.session] : []))
  const keys = callers.flatMap(({ by }) => ('key' in by ? [by.key] : []))
  const roles = new Map<string, string>()
  if (sessions.length > 0) {
    const alive = await control
      .selectFrom('control.session as session')
      .innerJoin('control.member as member', 'member.user_id', 'session.userId')
      .select(['session.id', 'member.workspace_id', 'member.roles'])
      .where('session.id', 'in', [...new Set(sessions)])
      .where('session.expiresAt', '>', (query) => query.fn<Date>('now'))
      .where('member.disabled_at', 'is', null)
      .execute()
    for (const each of alive) roles.set(`${each.id} ${each.workspace_id}`, nameOf(each.roles))
  }
  if (keys.length > 0) {
    const alive = await control
      .selectFrom('control.api_key')
      .select(['id', 'workspace_id', 'roles'])
      .where('id', 'in', [...new Set(keys)])
      .where('revoked_at', 'is', null)
      .execute()
    for (const each of alive) roles.set(`${each.id} ${each.workspace_id}`, nameOf(each.roles))
  }
  return new Set(
    callers.filter(({ by, access }) => {
      const id = 'session' in by ? by.session : by.key
      return roles.get(`${id} ${access.workspace}`) === nameOf(access.roles)
    }),
  )
}

function nameOf(roles: readonly string[]): string {
  return rolesOf(roles).join(' ')
}
