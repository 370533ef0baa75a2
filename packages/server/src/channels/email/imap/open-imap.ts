import { ImapFlow } from 'imapflow'

/** How a mailbox at another server is reached. */
export interface ImapAccount {
  readonly host: string
  readonly port: number
  /** `none` sends the password for all to read: only within one machine. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string
  readonly password: string
}

export interface ImapTrust {
  /** Certificates (PEM) to trust beside those of the system. */
  readonly ca?: string
}

const CONNECT_WITHIN = 20_000
/** A connection that says nothing for so long is given up; while it waits for mail it is asked more often, ms. */
const SILENT_AT_MOST = 180_000
const ASK_EVERY = 60_000
/** What one answer of a server may hold: a mail at most, and what belongs to it. */
const LARGEST_ANSWER = 120 * 1024 * 1024

/** Signs in. Throws what the network, the certificate or the server says against it: `failureOf` reads it. */
export async function openImap(account: ImapAccount, { ca }: ImapTrust = {}): Promise<ImapFlow> {
  const { host, port, security, username, password } = account
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: { user: username, pass: password },
    tls: { ...(ca === undefined ? {} : { ca }), minVersion: 'TLSv1.2' },
    logger: false,
    connectionTimeout: CONNECT_WITHIN,
    greetingTimeout: CONNECT_WITHIN,
    socketTimeout: SILENT_AT_MOST,
    maxIdleTime: ASK_EVERY,
    autoIdleDelay: 1000,
    maxLiteralSize: LARGEST_ANSWER,
    maxResponseSize: LARGEST_ANSWER,
    clientInfo: { name: 'Avow' },
  })
  // What ends a connection is thrown where it is used, too.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw error
  }
}
