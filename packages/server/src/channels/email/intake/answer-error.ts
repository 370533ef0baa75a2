import { MailTooLarge } from './incoming-bytes.ts'

/** What the sender of a mail is told: smtp-server reads the reply code from the error. */
export interface SmtpError extends Error {
  readonly responseCode: number
}

export function smtpError(responseCode: number, message: string): SmtpError {
  return Object.assign(new Error(message), { responseCode })
}

const NO_ROOM = ['ENOSPC', 'EDQUOT', '53100']

/** The reply for a mail that was not kept. Nothing of ours is lost by it: 4xx asks the sender to keep the mail and try again. */
export function answerTo(error: unknown, mostBytes: number): SmtpError {
  if (error instanceof MailTooLarge)
    return smtpError(552, `The message is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB`)
  if (error instanceof Error && 'code' in error && NO_ROOM.includes(String(error.code)))
    return smtpError(452, 'There is no room to keep the message at the moment, try again later')
  return smtpError(451, 'The message could not be kept at the moment, try again later')
}
