import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport'
import type { MailServer, MailSignIn, ServerTrust } from '../mail-server.ts'
import { PATIENCE } from './smtp-settings.ts'

/** A server that mail leaves by, and as whom we sign in there; undefined where it asks for nobody. */
export interface SmtpAccount extends MailServer {
  readonly signIn: MailSignIn | undefined
}

/** Its settings. Certificates are verified, and what was said to be encrypted is, or nothing is sent. */
export function accountSettings(
  { host, port, security, signIn }: SmtpAccount,
  { ca }: ServerTrust = {},
): SMTPTransportOptions {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(signIn === undefined ? {} : { auth: authOf(signIn) }),
    tls: { ...(ca === undefined ? {} : { ca }), minVersion: 'TLSv1.2' },
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
  }
}

function authOf(signIn: MailSignIn): NonNullable<SMTPTransportOptions['auth']> {
  const { username: user } = signIn
  return 'password' in signIn
    ? { user, pass: signIn.password }
    : { type: 'OAuth2', user, accessToken: signIn.accessToken }
}
