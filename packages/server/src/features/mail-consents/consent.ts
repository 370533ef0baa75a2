import { type ConsentClient, type ConsentProvider, KNOWN_CONSENTS } from '../../consent-providers/index.ts'
import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Keys } from '../../secrets/index.ts'
import { settleAttention } from '../attention/index.ts'
import type { Tokens } from './ask-for-token.ts'

const PURPOSE = 'stored-password'

/** A secret of a consent as it is stored; what is stored for one mailbox and use opens for no other. */
export function sealFor(keys: Keys, mailbox: string, what: 'access' | 'refresh' | 'client' | 'asked', text: string) {
  return keys.seal(PURPOSE, `mail consent ${what} ${mailbox}`, text)
}

/** Undefined where it does not open. */
export function unsealFor(
  keys: Keys,
  mailbox: string,
  what: 'access' | 'refresh' | 'client' | 'asked',
  sealed: string,
): string | undefined {
  return keys.unseal(PURPOSE, `mail consent ${what} ${mailbox}`, sealed)
}

/** What attention to a consent that is good no more is about. */
export const goneConsent = (mailbox: string): string => `mail-sign-in-again ${mailbox}`

/** The provider of a name. Throws `bad-request` for none. */
export function providerOf(providers: readonly ConsentProvider[] = KNOWN_CONSENTS, name: string): ConsentProvider {
  const provider = providers.find((each) => each.name === name)
  if (provider !== undefined) return provider
  const message = 'No provider of this name is known here.'
  throw new Refusal('bad-request', message, { at: [{ path: 'provider', message, typed: name }] })
}

export interface NewConsent {
  readonly provider: string
  /** As whom we asked, where it was typed for this mailbox. */
  readonly client: ConsentClient | undefined
  readonly tokens: Tokens
}

/** Keeps what somebody consented to, in place of what was before. The mailbox has its account already. */
export async function keepConsent(
  tx: Transaction,
  keys: Keys,
  mailbox: string,
  { provider, client, tokens: { access, forMs, refresh } }: NewConsent,
): Promise<void> {
  const values = {
    provider,
    client_id: client?.id ?? null,
    sealed_client_secret: client?.secret === undefined ? null : sealFor(keys, mailbox, 'client', client.secret),
    sealed_access: sealFor(keys, mailbox, 'access', access),
    expires_at: new Date(tx.now + forMs),
    sealed_refresh: refresh === undefined ? null : sealFor(keys, mailbox, 'refresh', refresh),
    lease_until: null,
    refused_at: null,
    said: null,
  }
  await tx.db
    .insertInto('mail_consent')
    .values({ workspace_id: tx.workspace, mailbox_id: mailbox, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'mailbox_id'])
        .doUpdateSet((eb) => ({ ...values, fence: eb('mail_consent.fence', '+', 1) })),
    )
    .execute()
  await settleAttention(tx, [goneConsent(mailbox)])
}
