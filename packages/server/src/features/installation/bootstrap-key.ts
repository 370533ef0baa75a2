import { createHash } from 'node:crypto'
import { type Store, uuidV7 } from '../../db/index.ts'

/** An administrator's key with a secret of one's own (AVOW_BOOTSTRAP_API_KEY), for an installation that was made just now. */
export async function addBootstrapKey(store: Store, workspace: string, secret: string, now: number): Promise<void> {
  await store.control
    .insertInto('control.api_key')
    .values({
      id: uuidV7(now),
      hash: createHash('sha256').update(secret).digest(),
      workspace_id: workspace,
      name: 'bootstrap',
      roles: ['admin'],
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute()
}
