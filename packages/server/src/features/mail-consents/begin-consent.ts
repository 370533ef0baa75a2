import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { ConsentClient } from '../../consent-providers/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { providerOf, sealFor, unsealFor } from './consent.ts'

/** Somebody has so long to sign in at the provider, ms. */
const WITHIN = 600_000

const asked = z.object({
  verifier: z.string(),
  provider: z.string(),
  client: z.object({ id: z.string(), secret: z.string().optional() }).optional(),
  username: z.string(),
  folders: z.array(z.string()),
  from: z.enum(['now', 'all']).optional(),
})
/** What is to be set when the consent is given. */
export type Asked = z.infer<typeof asked>
export type ToAsk = Omit<Asked, 'verifier' | 'client'> & { readonly client: ConsentClient | undefined }

/** Where providers send people back to; they want it registered word for word. */
export const wayBack = ({ publicUrl }: Pick<Desk, 'publicUrl'>): string => `${publicUrl}/desk/settings/mail-sign-in`

/**
 * Begins a consent in the session of somebody: answers the address at the provider to go to (RFC 6749 §4.1 with PKCE, RFC
 * 7636). Throws `bad-request` without a session, and where nobody is registered with the provider.
 */
export async function beginConsent(
  tx: Transaction,
  desk: Desk,
  { slug, session }: Pick<Access, 'slug' | 'session'>,
  mailbox: string,
  { client, ...ask }: ToAsk,
): Promise<string> {
  if (session === undefined)
    throw new Refusal('bad-request', 'Only a person in a browser can consent: sign in at the desk.')
  const provider = providerOf(desk.consents, ask.provider)
  const as = client ?? provider.client
  if (as === undefined) {
    const message = `Type the id of the client that ${provider.title} gave you, or name it where the desk is started.`
    throw new Refusal('bad-request', message, { at: [{ path: 'client_id', message }] })
  }
  const verifier = randomBytes(32).toString('base64url')
  // The workspace stands in front, so that the page that people come back to knows where they were.
  const state = `${slug}.${randomBytes(32).toString('base64url')}`
  const kept: Asked = {
    ...ask,
    verifier,
    client: client && { id: client.id, ...(client.secret === undefined ? {} : { secret: client.secret }) },
  }
  await tx.db
    .deleteFrom('mail_consent_asked')
    .where('workspace_id', '=', tx.workspace)
    .where('asked_at', '<', new Date(tx.now - WITHIN))
    .execute()
  await tx.db
    .insertInto('mail_consent_asked')
    .values({
      workspace_id: tx.workspace,
      state_hash: hashOf(state),
      mailbox_id: mailbox,
      session,
      sealed: sealFor(desk.keys, mailbox, 'asked', JSON.stringify(kept)),
      asked_at: new Date(tx.now),
    })
    .execute()
  const url = new URL(provider.authorise)
  const query = {
    ...provider.more,
    response_type: 'code',
    client_id: as.id,
    redirect_uri: wayBack(desk),
    scope: provider.scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: ask.username,
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

/**
 * Takes what was asked under a state, once: in the session that asked, and not too late. Throws `not-found` otherwise, with
 * nothing taken from whoever did ask.
 */
export async function takeAsked(
  desk: Desk,
  { workspace, session }: Pick<Access, 'workspace' | 'session'>,
  state: string,
): Promise<Asked & { readonly mailbox: string }> {
  return transaction(desk.store, { workspace }, async (tx) => {
    const row =
      session === undefined
        ? undefined
        : await tx.db
            .deleteFrom('mail_consent_asked')
            .where('workspace_id', '=', workspace)
            .where('state_hash', '=', hashOf(state))
            .where('session', '=', session)
            .where('asked_at', '>', new Date(tx.now - WITHIN))
            .returning(['mailbox_id', 'sealed'])
            .executeTakeFirst()
    const text = row && unsealFor(desk.keys, row.mailbox_id, 'asked', row.sealed)
    if (row === undefined || text === undefined)
      throw new Refusal('not-found', 'This sign-in was not begun here, or too long ago. Begin it again.')
    return { ...asked.parse(JSON.parse(text)), mailbox: row.mailbox_id }
  })
}

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest()
}
