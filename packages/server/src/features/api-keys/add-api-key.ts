import { randomBytes } from 'node:crypto'
import type { Role } from '@avow/contract'
import { type Store, uuidV7 } from '../../db/index.ts'
import { hashKey } from './hash-key.ts'

export interface NewApiKey {
  readonly workspace: string
  readonly name: string
  readonly roles: readonly Role[]
  /** Id of the person whose limits it has; nobody’s where left out, and then it can grant nothing. */
  readonly owner?: string
  /** Of at least 32 characters; made where left out. */
  readonly secret?: string
}

export interface AddedApiKey {
  readonly id: string
  /** Known now and never again. */
  readonly secret: string
  readonly createdAt: Date
}

/** Adds a key to a workspace. Whether whoever asks may give these roles is for the caller to see to. */
export async function addApiKey({ control }: Store, key: NewApiKey): Promise<AddedApiKey> {
  const secret = key.secret ?? `avow_${randomBytes(32).toString('base64url')}`
  const { id, created_at } = await control
    .insertInto('control.api_key')
    .values({
      id: uuidV7(Date.now()),
      hash: hashKey(secret),
      workspace_id: key.workspace,
      name: key.name,
      roles: [...key.roles],
      owner_id: key.owner ?? null,
    })
    .returning(['id', 'created_at'])
    .executeTakeFirstOrThrow()
  return { id, secret, createdAt: created_at }
}
