/** What stands in the way of a mailbox, as far as a person can mend it. */
export const IMAP_FAILURES = [
  /** No machine has this name. */
  'no-such-host',
  /** Nothing answers at the port, or nothing that speaks IMAP. */
  'no-answer',
  /** The certificate is not one for this name, or of nobody we know. */
  'certificate',
  /** The server does not offer encryption there. */
  'no-encryption',
  'sign-in',
  'no-such-folder',
  /** Anything else: `said` tells. */
  'other',
] as const

export type ImapFailureCode = (typeof IMAP_FAILURES)[number]

export interface ImapFailure {
  readonly code: ImapFailureCode
  /** In the words of the server or of the network; one line. */
  readonly said: string
}

const LONGEST_SAID = 300

/** Reads an error of imapflow, of the network, or of TLS. Never holds the password: servers are not told to repeat it. */
export function failureOf(error: unknown): ImapFailure {
  const of = (name: string): string => {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  const said = (of('responseText') || of('message') || String(error)).replace(/\s+/gu, ' ').slice(0, LONGEST_SAID)
  if (isTrue(error, 'authenticationFailed')) return { code: 'sign-in', said }
  if (isTrue(error, 'mailboxMissing')) return { code: 'no-such-folder', said }
  return { code: codeOf(of('code'), said), said }
}

function codeOf(code: string, said: string): ImapFailureCode {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-such-host'
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/u.test(code)) return 'certificate'
  if (/STARTTLS/iu.test(said)) return 'no-encryption'
  if (
    /ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|TIMEOUT|EPROTO|ERR_SSL|ParserError|NoConnection|ClosedAfter/u.test(code)
  )
    return 'no-answer'
  return 'other'
}

function isTrue(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, name) === true
}
