import type { MailServerFailure, MailServerFailureCode } from '@avow/contract'

/** The consent of somebody at the provider has to be given anew. Its message is what the provider said. */
export class SignInAgain extends Error {
  override readonly name = 'SignInAgain'
}

const LONGEST_SAID = 300

/**
 * Reads an error of imapflow, of nodemailer, of the network, or of TLS. Never holds the password: servers are not told to
 * repeat it.
 */
export function failureOf(error: unknown): MailServerFailure {
  const of = (name: string): string => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const said = (of('responseText') || of('message') || String(error)).replace(/\s+/gu, ' ').slice(0, LONGEST_SAID)
  if (error instanceof SignInAgain) return { code: 'sign-in-again', said }
  if (isTrue(error, 'authenticationFailed') || /^E(?:NO)?AUTH$/u.test(of('code'))) return { code: 'sign-in', said }
  if (isTrue(error, 'mailboxMissing')) return { code: 'no-such-folder', said }
  // nodemailer puts a code of its own over that of the network.
  return { code: codeOf(of('originalCode') || of('code'), said), said }
}

function codeOf(code: string, said: string): MailServerFailureCode {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EDNS') return 'no-such-host'
  if (/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/u.test(code)) return 'certificate-expired'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'certificate-name'
  if (/SELF_SIGNED|UNABLE_TO_/u.test(code)) return 'certificate-unknown'
  if (/CERT|ERR_TLS/u.test(code)) return 'certificate'
  if (/^(?:ENOSPC|EDQUOT|53100)$/u.test(code)) return 'no-room'
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'port-closed'
  if (/TIMEDOUT|TIMEOUT/u.test(code)) return 'too-slow'
  if (/STARTTLS/iu.test(said)) return 'no-encryption'
  if (/ECONN|EPROTO|ERR_SSL|ParserError|NoConnection|ClosedAfter|ETLS|ESOCKET/u.test(code)) return 'no-answer'
  return 'other'
}

function isTrue(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, name) === true
}
