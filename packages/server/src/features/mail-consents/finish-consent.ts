import { SignInAgain } from '../../channels/email/index.ts'
import type { ConsentClient, ConsentProvider } from '../../consent-providers/index.ts'
import type { Desk } from '../../desk.ts'
import type { Access } from '../../http/handler.ts'
import { Refusal } from '../../refusal.ts'
import { askForToken, type Tokens } from './ask-for-token.ts'
import { type Asked, takeAsked, wayBack } from './begin-consent.ts'
import { providerOf } from './consent.ts'

/** A consent that was given, and what is to be set by it. */
export interface GivenConsent extends Pick<Asked, 'username' | 'folders' | 'from'> {
  readonly mailbox: string
  readonly provider: ConsentProvider
  /** As whom we asked, where it was typed for this mailbox. */
  readonly client: ConsentClient | undefined
  readonly tokens: Tokens
}

/**
 * Trades the code that somebody came back with for tokens, once and in the session that began it. Throws `not-found` where
 * it was begun by nobody here, and `bad-request` where the provider does not take it.
 */
export async function finishConsent(
  desk: Desk,
  access: Pick<Access, 'workspace' | 'session'>,
  { state, code }: { readonly state: string; readonly code: string },
): Promise<GivenConsent> {
  const { mailbox, verifier, provider: name, client: typed, ...rest } = await takeAsked(desk, access, state)
  const provider = providerOf(desk.consents, name)
  const client = typed && { id: typed.id, secret: typed.secret }
  const as = client ?? provider.client
  if (as === undefined) throw new Refusal('bad-request', `This installation is not registered with ${provider.title}.`)
  const asked = { grant_type: 'authorization_code', code, redirect_uri: wayBack(desk), code_verifier: verifier }
  try {
    return { ...rest, mailbox, provider, client, tokens: await askForToken(provider, as, asked) }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const what = error instanceof SignInAgain ? 'did not take what you came back with' : 'could not be asked'
    throw new Refusal('bad-request', `The provider ${what}: ${said}. Begin again.`)
  }
}
