import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../../desk.ts'
import { addApiKey } from '../api-keys/index.ts'
import { alone } from './alone.ts'
import { type FirstWorkspace, firstWorkspace } from './first-workspace.ts'
import { type DemoSignIn, setUpDemo } from './set-up-demo.ts'
import { readSetUp } from './set-up-state.ts'

export interface InstallationSettings {
  /** Load the demo where the database was empty. */
  readonly demo: boolean
  readonly bootstrapKey: string | undefined
  /** The folder that holds charters/. */
  readonly root: string
  /** Name of the runtime's zone data. */
  readonly zoneData: string
  /** The process was told to stop: what takes long is broken off, and begun anew by the next start. */
  readonly stopping: AbortSignal
}

export interface Installation {
  readonly first: FirstWorkspace
  /** A demo that was loaded just now. */
  readonly demo: DemoSignIn | undefined
  /** What the set-up page asks for, while nobody can sign in yet. */
  readonly setUpCode: string | undefined
  /** It was begun and is not done: who administers the desk goes on at the set-up page. */
  readonly isSettingUp: boolean
}

const DEMO = {
  name: 'Bramble & Sons',
  zone: 'Europe/Warsaw',
  languages: ['en', 'it', 'pl', 'el', 'ar'],
  mailbox: 'care@bramble.example',
}
const EMPTY = { name: 'Avow', zone: 'UTC', languages: ['en', 'ar'], mailbox: 'care@avow.example' }

/**
 * Makes an empty database an installation: its first workspace and mailbox, a key, the demo or a code to set it up with.
 * What an earlier start broke off is done now; of several servers that start at once, one does it.
 */
export function setUpInstallation(desk: Desk, settings: InstallationSettings): Promise<Installation> {
  return alone(desk.store, () => setUp(desk, settings))
}

async function setUp(desk: Desk, settings: InstallationSettings): Promise<Installation> {
  const { demo: withDemo, bootstrapKey, root, zoneData, stopping } = settings
  const first = await firstWorkspace(desk.store, withDemo ? DEMO : EMPTY)
  const { isClaimed, next } = await readSetUp(desk, first.id)
  if (isClaimed) return { first, demo: undefined, setUpCode: undefined, isSettingUp: next !== undefined }
  if (bootstrapKey !== undefined && !(await hasKey(desk, first.id)))
    await addApiKey(desk.store, { workspace: first.id, name: 'bootstrap', roles: ['admin'], secret: bootstrapKey })
  // A workspace that was begun empty stays so.
  if (!withDemo || first.name !== DEMO.name)
    return { first, demo: undefined, setUpCode: randomBytes(9).toString('base64url'), isSettingUp: true }
  const charter = readFileSync(join(root, 'charters', 'retailer.yaml'), 'utf8')
  const demo = await setUpDemo(desk, first, { charter, zoneData, stopping })
  return { first, demo, setUpCode: undefined, isSettingUp: false }
}

/** Was there ever one? */
async function hasKey({ store }: Desk, workspace: string): Promise<boolean> {
  const key = await store.control
    .selectFrom('control.api_key')
    .select('id')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst()
  return key !== undefined
}
