import { z } from 'zod'
import { SignInAgain } from '../../channels/email/index.ts'
import type { ConsentClient, ConsentProvider } from '../../consent-providers/index.ts'

/** What a provider gave. */
export interface Tokens {
  readonly access: string
  /** How long it is good, ms. */
  readonly forMs: number
  /** Undefined: it gave no other than before, or none at all. */
  readonly refresh: string | undefined
}

const WITHIN = 10_000
/** An hour, where the provider does not say (RFC 6749 §5.1 only recommends it), s. */
const USUAL = 3600

const given = z.object({
  access_token: z.string().min(1).max(20_000),
  expires_in: z.coerce.number().int().min(1).max(31_536_000).default(USUAL),
  refresh_token: z.string().min(1).max(20_000).optional(),
})
const refusal = z.object({ error: z.string(), error_description: z.string().optional() })

/** What only a person can mend, by signing in at the provider (RFC 6749 §5.2, OpenID Connect Core §3.1.2.6). */
const FOR_A_PERSON = ['invalid_grant', 'interaction_required', 'consent_required', 'login_required', 'access_denied']

/**
 * Asks a provider for tokens. Throws SignInAgain where it refuses for good, and other errors where it may say something else
 * later. No message holds a token, a code or a secret.
 */
export async function askForToken(
  { token, title }: ConsentProvider,
  { id, secret }: ConsentClient,
  asked: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const answer = await fetch(token, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ ...asked, client_id: id, ...(secret === undefined ? {} : { client_secret: secret }) }),
    redirect: 'error',
    signal: AbortSignal.timeout(WITHIN),
  }).catch((error: unknown) => {
    throw error instanceof TypeError && error.cause !== undefined ? error.cause : error
  })
  const body: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) {
    const read = given.safeParse(body)
    if (!read.success) throw new Error(`${title} answered something that is no token`)
    const { access_token: access, expires_in: seconds, refresh_token: refresh } = read.data
    return { access, forMs: seconds * 1000, refresh }
  }
  const read = refusal.safeParse(body)
  if (!read.success) throw new Error(`${title} answered ${answer.status}`)
  const { error, error_description: why } = read.data
  const said = `${title}: ${error}${why === undefined ? '' : ` (${why})`}`.slice(0, 300)
  throw FOR_A_PERSON.includes(error) ? new SignInAgain(said) : new Error(said)
}
