import { cleanLine, isMailAddress } from '../reading/index.ts'
import { MailRefused } from './mail-refused.ts'

/** The address as it is, or MailRefused: nodemailer would take two addresses, or a line break, for part of one. */
export function checkedAddress(address: string): string {
  if (!isMailAddress(address)) throw new MailRefused('address', `“${cleanLine(address, 100)}” is not one mail address`)
  return address
}

/** A Message-ID with its angle brackets, as it is, or MailRefused. */
export function checkedMessageId(id: string): string {
  if (!isMessageId(id)) throw new MailRefused('message-id', `“${cleanLine(id, 100)}” is not a Message-ID`)
  return id
}

/** Ids from outside are named in our headers only where they are ids and nothing else. */
export function isMessageId(id: string): boolean {
  return /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/u.test(id)
}

/** Of files, what a part of a mail may be: not what has parts, or is a mail, itself. */
const OF_FILES = /^(?:application|audio|font|image|model|text|video)\/[a-z0-9.+-]{1,100}$/u

/** A content type as a part of a mail may have it, without parameters; bytes of no known type for what is none. */
export function mediaType(given: string): string {
  const type = given.split(';')[0]?.trim().toLowerCase() ?? ''
  return OF_FILES.test(type) ? type : 'application/octet-stream'
}

/** A type that we name in a header: two tokens, no parameters. */
export function checkedType(type: string): string {
  if (/^[a-z0-9.+-]{1,100}\/[a-z0-9.+-]{1,100}$/iu.test(type)) return type
  throw new MailRefused('attachment-type', `“${cleanLine(type, 100)}” is not a content type`)
}
