import { randomBytes } from 'node:crypto'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { addSignIn, findSignIn, setPassword } from '../../http/sign-in/index.ts'
import { publishCharter } from '../charters/index.ts'
import { demoCharter, demoWorkspace, eraseDemo, loadDemo } from '../demo/index.ts'
import { addMember } from './add-member.ts'
import { addColleagues } from './demo-colleagues.ts'
import type { FirstWorkspace } from './first-workspace.ts'
import { hasCharter } from './has-charter.ts'

/** How to sign in to a demo that was loaded just now; the password is known here and never again. */
export interface DemoSignIn {
  readonly email: string
  readonly password: string
  /** Addresses of others who sign in with the same password. */
  readonly colleagues: readonly string[]
  readonly tickets: number
}

const ADMIN = { name: 'Alex Morgan', email: 'admin@bramble.example', language: 'en' } as const

export interface DemoSetUp {
  /** Text of charters/retailer.yaml. */
  readonly charter: string
  /** Name of the runtime's zone data. */
  readonly zoneData: string
  readonly stopping: AbortSignal
}

/**
 * Publishes the demo's charter in a new workspace, loads its ninety days up to now, and makes an administrator with a
 * random password, who stays when the demo is removed; some of its staff sign in with the same. Begins anew where an earlier start broke off.
 */
export async function setUpDemo(
  desk: Desk,
  workspace: FirstWorkspace,
  { charter, zoneData, stopping }: DemoSetUp,
): Promise<DemoSignIn> {
  const { id, mailbox } = workspace
  const tickets = (await countLoaded(desk, id)) ?? (await load())
  const password = randomBytes(15).toString('base64url')
  const known = await findSignIn(desk, ADMIN.email)
  const user = known ?? (await addSignIn(desk, { ...ADMIN, password }))
  if (known !== undefined) await setPassword(desk, known, password)
  await addMember(desk.store, { workspace: id, user, ...ADMIN, roles: ['admin'] })
  return { email: ADMIN.email, password, colleagues: await addColleagues(desk, id, password), tickets }

  async function load(): Promise<number> {
    const now = await transaction(desk.store, { workspace: id }, async (tx) => tx.now)
    const published = demoCharter(charter, now, zoneData)
    if (!workspace.isNew) await eraseDemo(desk.owner, id)
    await transaction(desk.store, { workspace: id }, async (tx) => {
      if (await hasCharter(tx)) return
      await publishCharter(tx, { source: published.text, zoneData, effective: published.effectiveAt })
    })
    stopping.throwIfAborted()
    const loaded = await loadDemo(
      desk.store,
      { workspace: id, mailbox: mailbox.id },
      demoWorkspace({ now, charter: published.compiled }),
      stopping,
    )
    return loaded.tickets
  }
}

/** How many tickets the demo has; undefined where it is not loaded, or in part. */
async function countLoaded({ store }: Desk, workspace: string): Promise<number | undefined> {
  const { demo_loaded_at } = await store.control
    .selectFrom('control.workspace')
    .select('demo_loaded_at')
    .where('id', '=', workspace)
    .executeTakeFirstOrThrow()
  if (demo_loaded_at === null) return undefined
  const { tickets } = await transaction(store, { workspace }, ({ db }) =>
    db
      .selectFrom('ticket')
      .select((query) => query.fn.countAll<number>().as('tickets'))
      .where('workspace_id', '=', workspace)
      .where('is_demo', '=', true)
      .executeTakeFirstOrThrow(),
  )
  return tickets
}
