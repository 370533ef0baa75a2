import { randomBytes } from 'node:crypto'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { addSignIn } from '../../http/sign-in/index.ts'
import { publishCharter } from '../charters/index.ts'
import { demoCharter, demoWorkspace, loadDemo } from '../demo/index.ts'
import { addMember } from './add-member.ts'
import type { FirstWorkspace } from './first-workspace.ts'

/** How to sign in to a demo that was loaded just now; the password is known here and never again. */
export interface DemoSignIn {
  readonly email: string
  readonly password: string
  readonly tickets: number
}

const ADMIN = { name: 'Alex Morgan', email: 'admin@bramble.example', language: 'en' } as const

export interface DemoSetUp {
  /** Text of charters/retailer.yaml. */
  readonly charter: string
  /** Name of the runtime's zone data. */
  readonly zoneData: string
}

/**
 * Publishes the demo's charter in a new workspace, loads its ninety days up to now, and makes an administrator with a
 * random password, who stays when the demo is removed.
 */
export async function setUpDemo(
  desk: Desk,
  workspace: FirstWorkspace,
  { charter, zoneData }: DemoSetUp,
): Promise<DemoSignIn> {
  const { id, mailbox } = workspace
  const now = await transaction(desk.store, { workspace: id }, async (tx) => tx.now)
  const published = demoCharter(charter, now, zoneData)
  await transaction(desk.store, { workspace: id }, (tx) =>
    publishCharter(tx, { source: published.text, zoneData, effective: published.effectiveAt }),
  )
  const { tickets } = await loadDemo(
    desk.store,
    { workspace: id, mailbox: mailbox.id },
    demoWorkspace({ now, charter: published.compiled }),
  )
  const password = randomBytes(15).toString('base64url')
  const user = await addSignIn(desk, { ...ADMIN, password })
  await addMember(desk.store, { workspace: id, user, ...ADMIN, roles: ['admin'] })
  return { email: ADMIN.email, password, tickets }
}
