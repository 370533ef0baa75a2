import { isUuid, type Store } from '../../db/index.ts'
import type { Access } from '../../http/handler.ts'

const KEY = /^key:(.+)$/

/**
 * Id of the person in whose name somebody calls: who is signed in, or who owns the key, while they are of the desk.
 * Undefined for a key that nobody owns, or whose owner was disabled.
 */
export async function personBehind(
  { control }: Store,
  { workspace, person, actor }: Pick<Access, 'workspace' | 'person' | 'actor'>,
): Promise<string | undefined> {
  const [, key] = KEY.exec(actor) ?? []
  if (person !== undefined || key === undefined || !isUuid(key)) return person
  const found = await control
    .selectFrom('control.api_key as key')
    .innerJoin('control.member as member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'key.workspace_id')
        .onRef('member.person_id', '=', 'key.owner_id')
        .on('member.disabled_at', 'is', null),
    )
    .select('key.owner_id')
    .where('key.workspace_id', '=', workspace)
    .where('key.id', '=', key)
    .executeTakeFirst()
  return found?.owner_id ?? undefined
}
