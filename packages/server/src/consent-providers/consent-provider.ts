import { isLoopback } from '@avow/contract'
import { z } from 'zod'
import type { MailServer } from '../channels/email/mail-server.ts'

/** As whom we ask a provider: what it gave to whoever registered the desk with it. */
export interface ConsentClient {
  readonly id: string
  readonly secret: string | undefined
}

/** Who lets us in to a mailbox without its password, once its owner has consented (OAuth 2, RFC 6749). */
export interface ConsentProvider {
  readonly name: string
  /** As people know it. */
  readonly title: string
  /** Addresses of these domains are its own; more are found by the servers that they use. */
  readonly domains: readonly string[]
  readonly authorise: string
  readonly token: string
  readonly scope: string
  /** What it wants to be asked beside what the standard has. */
  readonly more: Readonly<Record<string, string>>
  readonly fetching: MailServer
  readonly sending: MailServer
  /** Undefined: the installation has none, and each mailbox brings its own. */
  readonly client: ConsentClient | undefined
}

/** As the providers tell on their pages for developers, November 2026. */
export const KNOWN_CONSENTS: readonly ConsentProvider[] = [
  {
    name: 'google',
    title: 'Google',
    domains: [],
    authorise: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    scope: 'https://mail.google.com/',
    more: { access_type: 'offline', prompt: 'consent' },
    fetching: { host: 'imap.gmail.com', port: 993, security: 'tls' },
    sending: { host: 'smtp.gmail.com', port: 465, security: 'tls' },
    client: undefined,
  },
  {
    name: 'microsoft',
    title: 'Microsoft',
    domains: [],
    authorise: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scope: 'offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send',
    more: { prompt: 'select_account' },
    fetching: { host: 'outlook.office365.com', port: 993, security: 'tls' },
    sending: { host: 'smtp.office365.com', port: 587, security: 'starttls' },
    client: undefined,
  },
]

/** Tokens and secrets go there: encrypted, or not off this machine. */
const endpoint = z.url().refine((address) => {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}, 'must begin with https://')
const server = z.object({
  host: z.string().min(1),
  port: z.number().int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls']),
})
const client = { client_id: z.string().min(1), client_secret: z.string().min(1).optional() }
const ownProvider = z.strictObject({
  title: z.string().min(1),
  domains: z.array(z.string().toLowerCase()).default([]),
  authorise: endpoint,
  token: endpoint,
  scope: z.string().min(1),
  more: z.record(z.string(), z.string()).default({}),
  fetching: server,
  sending: server,
  ...client,
})
const file = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/u), z.unknown())

/**
 * The providers that an installation knows: those of the table, with the clients that a file (AVOW_OAUTH_FILE, JSON) names
 * for them, and others that it describes whole. Throws where it is not such a file, without a secret in the message.
 */
export function readConsentProviders(text: string): readonly ConsentProvider[] {
  let given: z.infer<typeof file>
  try {
    given = file.parse(JSON.parse(text))
  } catch {
    throw new Error('it is not a JSON object by names of providers')
  }
  const known = KNOWN_CONSENTS.map((provider) => {
    const { [provider.name]: own, ...rest } = given
    given = rest
    return own === undefined ? provider : { ...provider, client: clientOf(provider.name, own) }
  })
  const others = Object.entries(given).map(([name, described]) => {
    const read = ownProvider.safeParse(described)
    if (!read.success) throw new Error(`${name}: ${whereIn(read.error)}`)
    const { client_id: id, client_secret: secret, ...provider } = read.data
    return { name, ...provider, client: { id, secret } }
  })
  return [...known, ...others]
}

function clientOf(name: string, given: unknown): ConsentClient {
  const read = z.strictObject(client).safeParse(given)
  if (!read.success) throw new Error(`${name}: ${whereIn(read.error)}`)
  return { id: read.data.client_id, secret: read.data.client_secret }
}

function whereIn({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()).join('; ')
}
