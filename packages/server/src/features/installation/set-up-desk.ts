import { readCharter } from '@avow/core'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { addSignIn } from '../../http/sign-in/index.ts'
import { publishCharter } from '../charters/index.ts'
import { addMember } from './add-member.ts'

export interface DeskSetUp {
  /** Of the company. */
  readonly name: string
  /** Who sets it up, and administers it from then on. */
  readonly person: { readonly name: string; readonly email: string; readonly password: string }
  /** Address that customers write to: that of the default mailbox from now on. */
  readonly mailbox: string
  /** Text of the charter to begin with. */
  readonly charter: string
  /** Name of the runtime's zone data. */
  readonly zoneData: string
}

/** Is there nobody yet who could sign in to this workspace? */
export async function isUnclaimed({ store }: Desk, workspace: string): Promise<boolean> {
  const member = await store.control
    .selectFrom('control.member')
    .select('user_id')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst()
  return member === undefined
}

export function hasCharter({ store }: Desk, workspace: string): Promise<boolean> {
  return transaction(store, { workspace }, async ({ db }) => {
    const row = await db
      .selectFrom('charter_version')
      .select('version')
      .where('workspace_id', '=', workspace)
      .executeTakeFirst()
    return row !== undefined
  })
}

/**
 * Makes an empty workspace a working desk: its name, a charter in force from now on, an administrator who holds all its
 * positions. Throws Refusal.
 */
export async function setUpDesk(
  desk: Desk,
  workspace: string,
  { name, person, mailbox, charter, zoneData }: DeskSetUp,
): Promise<void> {
  const { document } = readCharter(charter)
  const user = await addSignIn(desk, person)
  const admin = await addMember(desk.store, { workspace, user, ...person, roles: ['admin'] })
  if (!(await hasCharter(desk, workspace)))
    await transaction(desk.store, { workspace }, (tx) => publishCharter(tx, { source: charter, zoneData }))
  await holdAll(desk, workspace, admin, document?.positions.map((position) => position.name) ?? [])
  await useMailbox(desk, workspace, { address: mailbox.toLowerCase(), name, zone: document?.zone ?? null })
  await desk.store.control
    .updateTable('control.workspace')
    .set({ name, ...(document === undefined ? {} : { zone: document.zone, languages: [...document.languages] }) })
    .where('id', '=', workspace)
    .execute()
}

/** Who is there alone is everything, until colleagues come: no position is left empty. */
async function holdAll(
  { store }: Desk,
  workspace: string,
  person: string,
  positions: readonly string[],
): Promise<void> {
  if (positions.length === 0) return
  await transaction(store, { workspace }, ({ db }) =>
    db
      .insertInto('position_holder')
      .values(positions.map((position) => ({ workspace_id: workspace, position, person_id: person })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** Makes an address the default mailbox of the installation, in place of the one that was there. */
async function useMailbox(
  { store }: Desk,
  workspace: string,
  mailbox: { readonly address: string; readonly name: string; readonly zone: string | null },
): Promise<void> {
  const id = await transaction(store, { workspace }, async (tx) => {
    const added = await tx.db
      .insertInto('mailbox')
      .values({ workspace_id: workspace, id: tx.newId(), language: null, ...mailbox })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'address']).doUpdateSet({ name: mailbox.name }))
      .returning('id')
      .executeTakeFirstOrThrow()
    return added.id
  })
  await store.control.transaction().execute(async (control) => {
    await control
      .deleteFrom('control.mailbox_address')
      .where(({ or, eb }) => or([eb('is_default', '=', true), eb('address', '=', mailbox.address)]))
      .execute()
    await control
      .insertInto('control.mailbox_address')
      .values({ address: mailbox.address, workspace_id: workspace, mailbox_id: id, is_default: true })
      .execute()
  })
}
