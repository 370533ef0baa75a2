import { setTimeout as wait } from 'node:timers/promises'
import { type MailSignIn, SignInAgain } from '../../channels/email/index.ts'
import type { ConsentClient } from '../../consent-providers/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { raiseAttention } from '../attention/index.ts'
import type { StoredSignIn } from '../mail-accounts/index.ts'
import { askForToken, type Tokens } from './ask-for-token.ts'
import { goneConsent, providerOf, sealFor, unsealFor } from './consent.ts'

/** A token is renewed so long before it ends, ms: whoever has just got one gets to use it. */
const BEFORE_ITS_END = 120_000
/** One renewal may take so long; longer than asking a provider does, ms. */
const LEASE = 30_000
const LOOK_EVERY = 200

export type ConsentDesk = Pick<Desk, 'store' | 'keys' | 'consents'>

/** As whom to sign in now: by the password that is stored, or by a token. Throws as freshToken does. */
export async function signInNow(
  desk: ConsentDesk,
  workspace: string,
  mailbox: string,
  stored: StoredSignIn,
): Promise<MailSignIn> {
  if (!('byConsent' in stored)) return { username: stored.username, password: stored.password }
  return { username: stored.username, accessToken: await freshToken(desk, workspace, mailbox) }
}

interface Renewal {
  readonly provider: string
  readonly client: ConsentClient | undefined
  readonly refresh: string
  readonly fence: number
}

/**
 * A token to sign in to a mailbox with, renewed where it is about to end: by one process, while others wait for what it
 * gets. Throws SignInAgain where the consent is good no more, and what stands in the way where it may be had later.
 */
export async function freshToken(desk: ConsentDesk, workspace: string, mailbox: string): Promise<string> {
  for (;;) {
    const found = await transaction(desk.store, { workspace }, (tx) => readOrLease(tx, desk, mailbox))
    if (typeof found === 'string') return found
    if (found instanceof SignInAgain) throw found
    if (found === undefined) await wait(LOOK_EVERY)
    else return renew(desk, workspace, mailbox, found)
  }
}

/** The token, where it is still good; what it takes to renew it, leased to us; or undefined: another renews it. */
async function readOrLease(
  tx: Transaction,
  { keys }: ConsentDesk,
  mailbox: string,
): Promise<string | Renewal | SignInAgain | undefined> {
  const row = await tx.db
    .selectFrom('mail_consent')
    .selectAll()
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return new SignInAgain('nobody has consented')
  if (row.refused_at !== null) return new SignInAgain(row.said ?? '')
  const access = unsealFor(keys, mailbox, 'access', row.sealed_access)
  if (access !== undefined && row.expires_at.getTime() - BEFORE_ITS_END > tx.now) return access
  if (row.lease_until !== null && row.lease_until.getTime() > tx.now)
    return row.expires_at.getTime() > tx.now ? access : undefined
  const refresh = row.sealed_refresh === null ? undefined : unsealFor(keys, mailbox, 'refresh', row.sealed_refresh)
  const secret =
    row.sealed_client_secret === null ? undefined : unsealFor(keys, mailbox, 'client', row.sealed_client_secret)
  const fence = row.fence + 1
  if (refresh === undefined) {
    const said = 'the provider gave nothing to renew it by, or the keys of the installation are others'
    await refuse(tx, mailbox, row.fence, said)
    return new SignInAgain(said)
  }
  await tx.db
    .updateTable('mail_consent')
    .set({ lease_until: new Date(tx.now + LEASE), fence })
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .execute()
  return {
    provider: row.provider,
    client: row.client_id === null ? undefined : { id: row.client_id, secret },
    refresh,
    fence,
  }
}

async function renew(desk: ConsentDesk, workspace: string, mailbox: string, leased: Renewal): Promise<string> {
  const { store, keys, consents } = desk
  const note = (work: (tx: Transaction) => Promise<void>): Promise<void> => transaction(store, { workspace }, work)
  let tokens: Tokens
  try {
    const provider = providerOf(consents, leased.provider)
    const client = leased.client ?? provider.client
    if (client === undefined) throw new Error(`${provider.title}: this installation is no longer registered with it`)
    tokens = await askForToken(provider, client, { grant_type: 'refresh_token', refresh_token: leased.refresh })
  } catch (error) {
    if (error instanceof SignInAgain) await note((tx) => refuse(tx, mailbox, leased.fence, error.message))
    else await note((tx) => change(tx, mailbox, leased.fence, { lease_until: null }).then(() => undefined))
    throw error
  }
  const { access, forMs, refresh = leased.refresh } = tokens
  await note(async (tx) => {
    await change(tx, mailbox, leased.fence, {
      lease_until: null,
      sealed_access: sealFor(keys, mailbox, 'access', access),
      expires_at: new Date(tx.now + forMs),
      sealed_refresh: sealFor(keys, mailbox, 'refresh', refresh),
    })
  })
  return access
}

/** Nothing is asked under this consent again, and somebody is to sign in anew. */
async function refuse(tx: Transaction, mailbox: string, fence: number, said: string): Promise<void> {
  if (!(await change(tx, mailbox, fence, { lease_until: null, refused_at: new Date(tx.now), said }))) return
  const { address } = await tx.db
    .selectFrom('mailbox')
    .select('address')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', mailbox)
    .executeTakeFirstOrThrow()
  await raiseAttention(tx, { once: goneConsent(mailbox), code: 'mail-sign-in-again', data: { address } })
}

/** Changes it where our lease holds; a consent that was given anew meanwhile is left as it is. Answers whether it did. */
async function change(
  tx: Transaction,
  mailbox: string,
  fence: number,
  set: {
    readonly lease_until: null
    readonly refused_at?: Date
    readonly said?: string
    readonly sealed_access?: string
    readonly expires_at?: Date
    readonly sealed_refresh?: string
  },
): Promise<boolean> {
  const [changed] = await tx.db
    .updateTable('mail_consent')
    .set(set)
    .where('workspace_id', '=', tx.workspace)
    .where('mailbox_id', '=', mailbox)
    .where('fence', '=', fence)
    .execute()
  return (changed?.numUpdatedRows ?? 0n) > 0n
}

/** A server did not take the token: the next to want one renews it first, and so finds out whether the consent holds. */
export async function doubtToken(desk: ConsentDesk, workspace: string, mailbox: string): Promise<void> {
  await transaction(desk.store, { workspace }, (tx) =>
    tx.db
      .updateTable('mail_consent')
      .set({ expires_at: new Date(tx.now) })
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .where('refused_at', 'is', null)
      .execute(),
  )
}
