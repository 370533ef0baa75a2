import { createTransport } from 'nodemailer'
import { cleanLine } from '../reading/index.ts'
import { checkedAddress } from './checked.ts'
import { smtpSettings } from './smtp-settings.ts'
import type { RefusedRecipient, Submission, Submitter } from './submitter.ts'

/** Gives mail to the server at `address` (AVOW_SMTP_URL, see smtpSettings), over a few connections that are kept open. */
export function createSubmitter(address: string): Submitter {
  const transport = createTransport({
    ...smtpSettings(address),
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
        return answer(addresses, [], errorsIn(error), error)
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

function refusal(address: string, { code, command, responseCode, response, message }: SmtpError): RefusedRecipient {
  const reply = typeof responseCode === 'number' ? responseCode : null
  // A refused sign-in, greeting or encryption is a fault of our settings: it may be mended, and the mail sent then.
  const isAboutMail = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(String(command)) && code !== 'EAUTH'
  return {
    address,
    code: reply,
    text: cleanLine(String(response ?? message ?? ''), 500),
    permanent: isAboutMail && reply !== null && reply >= 500 && reply < 600,
  }
}

function errorsIn(error: unknown): SmtpError[] {
  const { rejectedErrors } = asError(error)
  return Array.isArray(rejectedErrors) ? rejectedErrors.map(asError) : []
}

function asError(error: unknown): SmtpError {
  return typeof error === 'object' && error !== null ? error : { message: String(error) }
}
