import type { Me } from '@avow/contract'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access, Handlers } from '../../http/handler.ts'
import { absencesSaid } from '../absences/index.ts'

export const workspaceHandlers: Handlers<'readMe'> = {
  async readMe({ access }, desk) {
    const { workspace, person, roles, permissions } = access
    const found = await desk.store.control
      .selectFrom('control.workspace')
      .select(['id', 'slug', 'name', 'zone', 'languages', 'demo_loaded_at'])
      .where('id', '=', workspace)
      .executeTakeFirstOrThrow()
    const { demo_loaded_at, ...named } = found
    return {
      person:
        person === undefined
          ? null
          : await transaction(desk.store, { workspace }, (tx) => readMyself(tx, person, roles)),
      roles: [...roles],
      permissions: [...permissions],
      workspace: { ...named, has_demo: demo_loaded_at !== null },
      workspaces: await workspacesOf(desk, access),
    }
  },
}

async function readMyself(tx: Transaction, id: string, roles: Access['roles']): Promise<Me['person']> {
  const { db, workspace } = tx
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'team', 'language', 'is_mailed_messages'])
    .where('workspace_id', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  if (person === undefined) return null
  const positions = await db
    .selectFrom('position_holder')
    .select('position')
    .where('workspace_id', '=', workspace)
    .where('person_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    ...person,
    name: person.name ?? '',
    positions: positions.map(({ position }) => position),
    roles: [...roles],
    away: (await absencesSaid(tx)).get(id) ?? null,
  }
}

/** Those that whoever calls can name in `Avow-Workspace`. */
async function workspacesOf({ store }: Desk, { workspace, person }: Access): Promise<Me['workspaces']> {
  const all = store.control
    .selectFrom('control.workspace as workspace')
    .select(['workspace.slug', 'workspace.name'])
    .orderBy('workspace.is_first', 'desc')
    .orderBy('workspace.created_at')
    .orderBy('workspace.slug')
  if (person === undefined) return all.where('workspace.id', '=', workspace).execute()
  return all
    .where('workspace.id', 'in', (query) =>
      query
        .selectFrom('control.member as other')
        .innerJoin('control.member as me', 'me.user_id', 'other.user_id')
        .select('other.workspace_id')
        .where('me.workspace_id', '=', workspace)
        .where('me.person_id', '=', person)
        .where('other.disabled_at', 'is', null),
    )
    .execute()
}
