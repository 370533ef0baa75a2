import type { ReadMail } from '../../channels/email/index.ts'

export type MachineMail = 'bounce' | 'automatic'

/**
 * Whether a machine wrote a mail that wants no ticket: a report on mail of ours, or an answer that nobody wrote. Undefined
 * for a person's mail, and for machines that pass a person's words on (a group's list, a shop's form that is sent from
 * noreply@): those are not acknowledged, but somebody reads them.
 */
export function machineMail({ automatic, from, headers }: ReadMail): MachineMail | undefined {
  switch (automatic) {
    case 'delivery-report':
      return 'bounce'
    case 'null-return-path':
      return from === null || isPostmaster(from.address) ? 'bounce' : 'automatic'
    case 'auto-submitted':
    case 'auto-response-header':
    case 'vacation-subject':
      return from !== null && isPostmaster(from.address) ? 'bounce' : 'automatic'
    case 'precedence':
      return headers.some(({ name, value }) => name === 'precedence' && /^\s*list\b/iu.test(value))
        ? undefined
        : 'automatic'
    case 'robot-sender':
      return from === null || isPostmaster(from.address) ? 'bounce' : undefined
    default:
      return undefined
  }
}

function isPostmaster(address: string): boolean {
  return /^(?:mailer-daemon|postmaster)(?:[+=-][^@]*)?@/iu.test(address)
}

/** Reports quote the mail that they are about: whole, its header, or a line of it. */
const QUOTING = ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers', 'message/delivery-status']
const OUR_FORM = /<[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z2-7]{16}@[^@<>\s]{1,255}>/giu
const MOST_CHARACTERS = 200_000

/** What may be Message-IDs of ours anywhere in a mail of a machine, each once. */
export function namedByMachine({ inReplyTo, references, text, attachments }: ReadMail): readonly string[] {
  const quoted = attachments
    .filter(({ type }) => QUOTING.includes(type))
    .map(({ bytes }) => Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MOST_CHARACTERS)))
  const texts = [text.slice(0, MOST_CHARACTERS), ...quoted.map((bytes) => bytes.toString('latin1'))]
  const found = texts.flatMap((each) => each.match(OUR_FORM) ?? [])
  return [...new Set([...(inReplyTo === null ? [] : [inReplyTo]), ...references.toReversed(), ...found])]
}
