import { setTimeout as wait } from 'node:timers/promises'
import { failureOf, type NextReader, type OnMailStep, type ServerTrust } from '../../channels/email/index.ts'
import type { Desk } from '../../desk.ts'
import {
  AccountLost,
  giveAccountBack,
  type LeasedAccount,
  leaseAccounts,
  renewLease,
} from '../../features/mail-accounts/index.ts'
import { doubtToken } from '../../features/mail-consents/index.ts'
import { followAccount } from './follow-account.ts'

export interface MailFetchingOptions {
  readonly desk: Desk
  readonly next: NextReader
  readonly trust?: ServerTrust
  /** How often accounts are looked for that nobody holds, ms. */
  readonly lookMs?: number
  /** How often a folder is asked where its server says nothing, ms. */
  readonly everyMs?: number
  /** How long an account is held without a sign of life, ms. */
  readonly leaseMs?: number
  /** The largest mail that is fetched whole, bytes. */
  readonly mostBytes?: number
  readonly onStep?: OnMailStep
}

/** Waits after the first, second, … failure, ms. */
const WAITS = [5_000, 15_000, 60_000, 120_000, 300_000]

/**
 * Fetches mail over IMAP, from each account by one process of however many there are. What fails is tried again, the more
 * seldom the more often it failed, and stands on the account until it goes well.
 */
export function startMailFetching(options: MailFetchingOptions): { stop(): Promise<void> } {
  const { desk, next, trust = {}, lookMs = 2_000, everyMs = 60_000, leaseMs = 60_000, mostBytes, onStep } = options
  const { store, keys, log } = desk
  const stopping = new AbortController()
  const held = new Set<Promise<void>>()

  const hold = async (account: LeasedAccount): Promise<void> => {
    const { workspace, mailbox } = account
    const losing = new AbortController()
    const renewal = setInterval(() => {
      renewLease(store, account, leaseMs).catch((error: unknown) => {
        if (error instanceof AccountLost) losing.abort()
        else log.warn({ workspace, mailbox, err: error }, 'the hold on a mail account could not be renewed')
      })
    }, leaseMs / 3)
    try {
      await followAccount(
        { desk, next, trust, everyMs, mostBytes, onStep },
        account,
        AbortSignal.any([stopping.signal, losing.signal]),
      )
      await giveAccountBack(store, account)
    } catch (error) {
      if (error instanceof AccountLost) return
      const failure = failureOf(error)
      log.warn({ workspace, mailbox, failure: failure.code, said: failure.said }, 'mail could not be fetched')
      if (failure.code === 'sign-in' && account.account !== undefined && 'byConsent' in account.account)
        await doubtToken(desk, workspace, mailbox)
      const waitMs = WAITS[Math.min(account.failures, WAITS.length - 1)] ?? 0
      await giveAccountBack(store, account, { failure, waitMs })
    } finally {
      clearInterval(renewal)
    }
  }

  const look = async (): Promise<void> => {
    for (const { id } of await store.control.selectFrom('control.workspace').select('id').execute()) {
      if (stopping.signal.aborted) return
      for (const account of await leaseAccounts(store, keys, id, leaseMs)) {
        const holding = hold(account)
          .catch((error: unknown) => log.error({ workspace: id, err: error }, 'a mail account could not be given back'))
          .finally(() => held.delete(holding))
        held.add(holding)
      }
    }
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => log.error({ err: error }, 'mail accounts could not be looked for'))
      await wait(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
      await Promise.all(held)
    },
  }
}
