import { z } from 'zod'

/** What stands in the way of fetching from a mail server or sending by it, as far as a person can mend it. */
export const MAIL_SERVER_FAILURES = [
  /** No machine has this name. */
  'no-such-host',
  /** The machine takes nothing at this port. */
  'port-closed',
  /** Something is there that does not speak as a mail server should, or hangs up. */
  'no-answer',
  /** Nothing came back in time. */
  'too-slow',
  'certificate-expired',
  /** The certificate is one for other names. */
  'certificate-name',
  /** The certificate is its own witness, or has one that nobody knows. */
  'certificate-unknown',
  /** Anything else that is wrong with it. */
  'certificate',
  /** The server does not offer encryption there. */
  'no-encryption',
  'sign-in',
  /** What somebody consented to at the provider is good no more. */
  'sign-in-again',
  'no-such-folder',
  /** Our own disk is full: the mail stays where it lies. */
  'no-room',
  /** Anything else: `said` tells. */
  'other',
] as const

export const mailServerFailure = z.object({
  code: z.enum(MAIL_SERVER_FAILURES),
  /** In the words of the server or of the network; one line. */
  said: z.string(),
})

export type MailServerFailure = z.infer<typeof mailServerFailure>
export type MailServerFailureCode = MailServerFailure['code']
