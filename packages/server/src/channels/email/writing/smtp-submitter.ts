import { createTransport } from 'nodemailer'
import type { ServerTrust } from '../mail-server.ts'
import { failureOf } from '../mail-server-failure.ts'
import { cleanLine } from '../reading/index.ts'
import { checkedAddress } from './checked.ts'
import { accountSettings, type SmtpAccount } from './smtp-account.ts'
import { smtpSettings } from './smtp-settings.ts'
import type { RefusedRecipient, Submission, Submitter } from './submitter.ts'

/**
 * Gives mail to a server, over a few connections that are kept open: that of an account, or that at an address
 * (AVOW_SMTP_URL, see smtpSettings).
 */
export function createSubmitter(server: string | SmtpAccount, trust: ServerTrust = {}): Submitter {
  const transport = createTransport({
    ...(typeof server === 'string' ? smtpSettings(server) : accountSettings(server, trust)),
    pool: true,
    maxConnections: 4,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async submit({ from, to }, bytes) {
      const addresses = to.map(checkedAddress)
      const envelope = { from: from === '' ? '' : checkedAddress(from), to: addresses }
      try {
        const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
        const { accepted, rejectedErrors = [] } = await transport.sendMail({ envelope, raw })
        return answer(addresses, accepted, rejectedErrors, undefined)
      } catch (error) {
        const submission = answer(addresses, [], errorsIn(error), error)
        return isAboutMail(asError(error)) ? submission : { ...submission, failure: failureOf(error) }
      }
    },
    close: async () => transport.close(),
  }
}

/** What nodemailer tells with an error: the server's reply, and at which command. */
type SmtpError = {
  readonly code?: unknown
  readonly command?: unknown
  readonly responseCode?: unknown
  readonly response?: unknown
  readonly recipient?: unknown
  readonly message?: unknown
  readonly rejectedErrors?: unknown
}

/** Every address is answered for: by the server's own reply to it, else by what ended the whole. */
function answer(to: readonly string[], accepted: readonly string[], errors: SmtpError[], whole: unknown): Submission {
  const refused = to
    .filter((address) => !accepted.includes(address))
    .map((address) => refusal(address, errors.find(({ recipient }) => recipient === address) ?? asError(whole)))
  return { accepted, refused }
}

function refusal(address: string, error: SmtpError): RefusedRecipient {
  const { responseCode, response, message } = error
  const reply = typeof responseCode === 'number' ? responseCode : null
  return {
    address,
    code: reply,
    text: cleanLine(String(response ?? message ?? ''), 500),
    permanent: isAboutMail(error) && reply !== null && reply >= 500 && reply < 600,
    ...(error.command === 'RCPT TO' ? { atRecipient: true } : {}),
  }
}

/** A refused sign-in, greeting or encryption is a fault of our settings: it may be mended, and the mail sent then. */
function isAboutMail({ code, command }: SmtpError): boolean {
  return ['MAIL FROM', 'RCPT TO', 'DATA'].includes(String(command)) && code !== 'EAUTH'
}

function errorsIn(error: unknown): SmtpError[] {
  const { rejectedErrors } = asError(error)
  return Array.isArray(rejectedErrors) ? rejectedErrors.map(asError) : []
}

function asError(error: unknown): SmtpError {
  return typeof error === 'object' && error !== null ? error : { message: String(error) }
}
