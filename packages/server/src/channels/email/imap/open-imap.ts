import { ImapFlow } from 'imapflow'
import type { MailServer, MailSignIn, ServerTrust } from '../mail-server.ts'

/** A mailbox at another server. */
export type ImapAccount = MailServer & MailSignIn

/** Neither reaching a server nor its first word may take longer, ms. */
export const CONNECT_WITHIN = 10_000
/** A connection that says nothing for so long is given up; while it waits for mail it is asked more often, ms. */
const SILENT_AT_MOST = 180_000
const ASK_EVERY = 60_000
/** What one answer of a server may hold: a mail at most, and what belongs to it. */
const LARGEST_ANSWER = 120 * 1024 * 1024

/** Signs in. Throws what the network, the certificate or the server says against it: `failureOf` reads it. */
export async function openImap(account: ImapAccount, { ca }: ServerTrust = {}): Promise<ImapFlow> {
  const { host, port, security, username: user } = account
  const client = new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    auth: 'password' in account ? { user, pass: account.password } : { user, accessToken: account.accessToken },
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
