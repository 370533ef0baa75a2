import { isLoopback } from '@avow/contract'
import type { SMTPTransportOptions } from 'nodemailer/lib/smtp-transport'

/** No step of a conversation may take longer, ms. */
export const PATIENCE = 10_000

/**
 * The settings in `smtp://user:password@host:port` (port 587, STARTTLS where offered) or `smtps://…` (port 465, TLS from
 * the start). Certificates are verified; `?verify=no` turns that off for a server with a certificate of its own making.
 * A password goes over the network in TLS only. Throws TypeError, without the password, for any other address.
 */
export function smtpSettings(address: string): SMTPTransportOptions {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new TypeError('The address of the mail server must look like smtp://host:587 or smtps://user:password@host')
  }
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  const user = decodeURIComponent(url.username)
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    requireTLS: !secure && user !== '' && !isLoopback(host),
    tls: { rejectUnauthorized: url.searchParams.get('verify') !== 'no' },
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
  }
}
