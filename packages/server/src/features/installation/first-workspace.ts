import { type Store, transaction, uuidV7 } from '../../db/index.ts'

export interface FirstWorkspace {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly mailbox: { readonly id: string; readonly address: string }
  /** It was made just now: the database was empty. */
  readonly isNew: boolean
}

export interface FirstWorkspaceOptions {
  readonly name: string
  readonly zone: string
  readonly languages: readonly string[]
  /** Of the mailbox that takes what no other does. */
  readonly mailbox: string
}

const SLUG = 'main'

/** The workspace that answers at `/`, with the installation's default mailbox. Made where there is none; two servers that start at once make one. */
export async function firstWorkspace(store: Store, options: FirstWorkspaceOptions): Promise<FirstWorkspace> {
  const now = await databaseNow(store)
  const made = await store.control
    .insertInto('control.workspace')
    .values({
      id: uuidV7(now),
      slug: SLUG,
      name: options.name,
      zone: options.zone,
      languages: [...options.languages],
      is_first: true,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const workspace = await store.control
    .selectFrom('control.workspace')
    .select(['id', 'slug', 'name'])
    .where('is_first', '=', true)
    .executeTakeFirstOrThrow()
  return { ...workspace, mailbox: await defaultMailbox(store, workspace.id, options), isNew: made.length > 0 }
}

async function defaultMailbox(
  store: Store,
  workspace: string,
  { mailbox: address, name, zone }: FirstWorkspaceOptions,
): Promise<FirstWorkspace['mailbox']> {
  const found = await store.control
    .selectFrom('control.mailbox_address')
    .select(['mailbox_id', 'address'])
    .where('is_default', '=', true)
    .executeTakeFirst()
  if (found !== undefined) return { id: found.mailbox_id, address: found.address }
  const id = await transaction(store, { workspace }, async (tx) => {
    const row = { workspace_id: workspace, id: tx.newId(), address, name, language: null, zone }
    await tx.db
      .insertInto('mailbox')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const kept = await tx.db
      .selectFrom('mailbox')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('address', '=', address)
      .executeTakeFirstOrThrow()
    return kept.id
  })
  await store.control
    .insertInto('control.mailbox_address')
    .values({ address, workspace_id: workspace, mailbox_id: id, is_default: true })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { id, address }
}

/** The database's clock, UTC ms, outside any workspace. */
async function databaseNow(store: Store): Promise<number> {
  const row = await store.control
    .selectNoFrom(({ fn }) => fn<Date>('clock_timestamp').as('now'))
    .executeTakeFirstOrThrow()
  return row.now.getTime()
}
