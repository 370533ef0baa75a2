import type { Desk } from '../../desk.ts'
import type { Access } from '../../http/handler.ts'
import { personBehind } from '../api-keys/index.ts'

/** Who stands at the gate. */
export interface Granter {
  readonly access: Access
  /** Id of the person whose positions and budgets count: who is signed in, or the owner of the key. */
  readonly person: string | undefined
}

export async function granterOf({ store }: Pick<Desk, 'store'>, access: Access): Promise<Granter> {
  return { access, person: await personBehind(store, access) }
}
