import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import {
  acceptMail,
  type FetchedMail,
  type FetchedPlace,
  type FolderPlace,
  fetchNew,
  INTAKE_LIMITS,
  isKeptAlready,
  type NextReader,
  type OnMailStep,
  openImap,
  type ServerTrust,
} from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { keepPlace, knowAgain, type LeasedAccount, noteFetched } from '../../features/mail-accounts/index.ts'
import { signInNow } from '../../features/mail-consents/index.ts'
import { tryPlusAddress } from '../../features/plus-addresses/index.ts'
import { reconcileFolder } from './reconcile-folder.ts'

export interface Following {
  readonly desk: Desk
  readonly next: NextReader
  readonly trust: ServerTrust
  /** How long to wait for a word of the server before it is asked again, ms. */
  readonly everyMs: number
  /** The largest mail that is fetched whole, bytes. */
  readonly mostBytes?: number | undefined
  readonly onStep?: OnMailStep | undefined
}

/**
 * Fetches all that is new in the folders of an account, and then whatever comes, until told to stop. Each mail is kept in
 * one transaction with the place behind it, so that none is fetched twice or passed over. Throws what stands in the way.
 */
export async function followAccount(following: Following, held: LeasedAccount, signal: AbortSignal): Promise<void> {
  if (held.account === undefined)
    throw new Error('the password was sealed by other keys than those of this installation')
  const { host, port, security } = held.account
  const signIn = await signInNow(following.desk, held.workspace, held.mailbox, held.account)
  const account = { host, port, security, ...signIn }
  const ending = new AbortController()
  const all = AbortSignal.any([signal, ending.signal])
  const fetched = new Set<string>()
  const hasFetched = async (folder: string): Promise<void> => {
    fetched.add(folder)
    // Fetched is an account when all of its folders are.
    if (fetched.size < held.folders.length) return
    await noteFetched(following.desk.store, held)
    await tryPlusAddress(following.desk.store, held)
  }
  // One connection for each folder: a server tells only of the one that is open.
  const runs = held.folders.map(async ({ name, place }) => {
    const client = await openImap(account, following.trust)
    const close = (): void => client.close()
    all.addEventListener('abort', close, { once: true })
    try {
      if (all.aborted) return
      await followFolder(following, { held, client, folder: name, place, hasFetched, signal: all })
    } catch (error) {
      // A connection that we closed ourselves has failed in nothing.
      if (!all.aborted) throw error
    } finally {
      all.removeEventListener('abort', close)
      client.close()
    }
  })
  try {
    await Promise.all(runs)
  } finally {
    ending.abort()
    await Promise.allSettled(runs)
  }
}

interface FolderRun {
  readonly held: LeasedAccount
  readonly client: ImapFlow
  readonly folder: string
  readonly place: FolderPlace
  readonly hasFetched: (folder: string) => Promise<void>
  readonly signal: AbortSignal
}

async function followFolder(following: Following, run: FolderRun): Promise<void> {
  const { desk, next, everyMs, mostBytes = INTAKE_LIMITS.bytes, onStep = () => undefined } = following
  const { held, client, folder, hasFetched, signal } = run
  const { workspace } = held
  const { store, blobs } = desk
  await client.mailboxOpen(folder, { readOnly: true })
  const news = newsOf(client)
  let { place } = run
  /** A mail with the place behind it. */
  const keep = async (mail: FetchedMail, behind: FolderPlace, at: FetchedPlace): Promise<void> => {
    try {
      const sha256 = createHash('sha256').update(mail.bytes).digest()
      if (await knowAgain(store, held, sha256, at, behind)) return
      await acceptMail(
        { store, blobs, next, onStep },
        {
          from: mail.from,
          to: [{ workspace, mailbox: held.mailbox, address: recipientOf(mail, held.address) }],
          bytes: once(mail.bytes),
          fetched: at,
          arrived: mail.arrived,
          ...(mail.wholeSize === undefined ? {} : { wholeSize: mail.wholeSize }),
          alongside: (tx) => keepPlace(tx, held, folder, behind, { mails: 1, isRenumbered: false }),
        },
      )
    } catch (error) {
      if (!isKeptAlready(error)) throw error
      await transaction(store, { workspace }, (tx) =>
        keepPlace(tx, held, folder, behind, { mails: 0, isRenumbered: false }),
      )
    }
  }
  while (!signal.aborted) {
    const heard = news.next()
    place = await fetchNew(client, {
      folder,
      place,
      since: held.account?.since,
      mostBytes,
      signal,
      async take(mail, behind) {
        await keep(mail, behind, { folder, uidValidity: behind.uidValidity ?? 0, uid: mail.uid })
        place = behind
      },
      async pass(behind) {
        const isRenumbered = place.uidValidity !== null && place.uidValidity !== behind.uidValidity
        if (isRenumbered) desk.log.warn({ workspace, mailbox: held.mailbox, folder }, 'a folder was numbered anew')
        await transaction(store, { workspace }, (tx) => keepPlace(tx, held, folder, behind, { mails: 0, isRenumbered }))
        place = behind
      },
    })
    await hasFetched(folder)
    const found = await reconcileFolder({
      ...{ store, held, client, folder, place, signal },
      keep: (mail, at) => keep(mail, place, at),
    })
    if (found !== undefined && found.fetched + found.failed > 0)
      desk.log.warn({ workspace, mailbox: held.mailbox, folder, ...found }, 'mails were missing from a folder')
    await Promise.race([heard, wait(everyMs, undefined, { signal }).catch(() => undefined)])
    if (!client.usable && !signal.aborted)
      throw Object.assign(new Error('the connection ended'), { code: 'NoConnection' })
  }
}

/** Tells when a folder has more mails than before, or the connection ends. */
function newsOf(client: ImapFlow): { next(): Promise<void> } {
  let tell = (): void => undefined
  client.on('exists', () => tell())
  client.on('close', () => tell())
  return {
    next: () =>
      new Promise((resolve) => {
        tell = resolve
      }),
  }
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}

/** The address that servers noted, where it is this mailbox’s under a token of ours; else the mailbox’s own. */
function recipientOf({ deliveredTo }: FetchedMail, address: string): string {
  const [name = '', domain = ''] = address.split('@')
  const isOurs = (each: string): boolean => {
    const at = each.toLowerCase()
    return at === address || (at.startsWith(`${name}+`) && at.endsWith(`@${domain}`))
  }
  return deliveredTo.find(isOurs) ?? address
}
