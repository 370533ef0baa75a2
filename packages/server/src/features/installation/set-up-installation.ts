import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Desk } from '../../desk.ts'
import { addApiKey } from '../api-keys/index.ts'
import { type FirstWorkspace, firstWorkspace } from './first-workspace.ts'
import { type DemoSignIn, setUpDemo } from './set-up-demo.ts'
import { isUnclaimed } from './set-up-desk.ts'

export interface InstallationSettings {
  /** Load the demo where the database was empty. */
  readonly demo: boolean
  readonly bootstrapKey: string | undefined
  /** The folder that holds charters/. */
  readonly root: string
  /** Name of the runtime's zone data. */
  readonly zoneData: string
}

export interface Installation {
  readonly first: FirstWorkspace
  /** A demo that was loaded just now. */
  readonly demo: DemoSignIn | undefined
  /** What the set-up page asks for, while nobody can sign in yet. */
  readonly setUpCode: string | undefined
}

const DEMO = {
  name: 'Bramble & Sons',
  zone: 'Europe/Warsaw',
  languages: ['en', 'it', 'pl', 'el', 'ar'],
  mailbox: 'care@bramble.example',
}
const EMPTY = { name: 'Avow', zone: 'UTC', languages: ['en', 'ar'], mailbox: 'care@avow.example' }

/** Makes an empty database an installation: its first workspace and mailbox, a key, the demo or a code to set it up with. */
export async function setUpInstallation(desk: Desk, settings: InstallationSettings): Promise<Installation> {
  const { demo: withDemo, bootstrapKey, root, zoneData } = settings
  const first = await firstWorkspace(desk.store, withDemo ? DEMO : EMPTY)
  if (first.isNew && bootstrapKey !== undefined)
    await addApiKey(desk.store, { workspace: first.id, name: 'bootstrap', roles: ['admin'], secret: bootstrapKey })
  if (first.isNew && withDemo) {
    const charter = readFileSync(join(root, 'charters', 'retailer.yaml'), 'utf8')
    return { first, demo: await setUpDemo(desk, first, { charter, zoneData }), setUpCode: undefined }
  }
  const setUpCode = (await isUnclaimed(desk, first.id)) ? randomBytes(9).toString('base64url') : undefined
  return { first, demo: undefined, setUpCode }
}
