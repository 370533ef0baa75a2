import { cleanLine } from './clean-text.ts'
import type { ReadMail } from './mail-shape.ts'

/** What a server reports of one recipient of a mail (RFC 3464 §2.3, or what it says in words of its own). */
export interface ReportedRecipient {
  /** In small letters. */
  readonly address: string
  readonly action: ReportedAction
  /** Enhanced status code (RFC 3463), such as 5.1.1; null where it names none. */
  readonly status: string | null
  /** In the server's words, one line. */
  readonly said: string
}

export type ReportedAction = 'failed' | 'delayed' | 'delivered'

const MOST_CHARACTERS = 50_000
const MOST_RECIPIENTS = 100
const STATUS_PARTS = ['message/delivery-status', 'message/global-delivery-status']
/** Reports of other matters: that a mail was read, or that somebody called it spam. */
const OTHER_REPORTS = ['message/disposition-notification', 'message/feedback-report']

/**
 * What a mail of a machine says of the delivery of another mail, recipient by recipient: by the parts that the standard has
 * for it, else by what postmasters write (exim, qmail, Exchange, sendmail and others). Empty where it says nothing of that.
 * Whether it may say so is not asked here.
 */
export function deliveryReport(
  mail: Pick<ReadMail, 'attachments' | 'headers' | 'subject' | 'text'>,
): readonly ReportedRecipient[] {
  if (mail.attachments.some(({ type }) => OTHER_REPORTS.includes(type))) return []
  const parts = mail.attachments.filter(({ type }) => STATUS_PARTS.includes(type))
  const told = parts.flatMap(({ bytes }) =>
    byFields(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MOST_CHARACTERS)).toString('utf8')),
  )
  return (told.length > 0 ? told : byWords(mail)).slice(0, MOST_RECIPIENTS)
}

function byFields(part: string): ReportedRecipient[] {
  return part
    .replace(/\r\n?/gu, '\n')
    .replace(/\n[ \t]+/gu, ' ')
    .split(/\n{2,}/u)
    .flatMap((block) => {
      const fields = new Map(
        block.split('\n').flatMap((line) => {
          const colon = line.indexOf(':')
          return colon <= 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
        }),
      )
      const status = statusIn(fields.get('status') ?? '')
      const said = cleanLine(withoutType(fields.get('diagnostic-code') ?? ''), 300)
      const action = actionOf(fields.get('action') ?? '', status)
      // The one that we wrote to, and the one that it was passed on to.
      const addresses = ['original-recipient', 'final-recipient', 'x-actual-recipient'].flatMap(
        (name) => addressesIn(withoutType(fields.get(name) ?? ''))[0] ?? [],
      )
      return [...new Set(addresses)].map((address) => ({ address, action, status: status ?? statusIn(said), said }))
    })
}

function actionOf(action: string, status: string | null): ReportedAction {
  const word = /[a-z]+/u.exec(action.toLowerCase())?.[0]
  if (word === 'failed' || word === 'delayed') return word
  if (word === 'delivered' || word === 'relayed' || word === 'expanded') return 'delivered'
  return status?.startsWith('2') ? 'delivered' : status?.startsWith('4') ? 'delayed' : 'failed'
}

/** `rfc822; somebody@home.example` without what stands before the semicolon. */
function withoutType(value: string): string {
  return value.replace(/^[\w/-]{1,40}\s*;\s*/u, '')
}

/** Below such a line stands the mail that it is about. */
const COPY =
  /^(?:-{2,}.{0,20}(?:copy of|original message|unsent message|returned message|below this line|message header|the following)|message headers? follow|below is a copy|original message (?:headers?|follows))/iu
const FAILED =
  /undeliver|deliver|fail|return|bounce|reject|refus|could ?n[o']t|wasn't able|did not reach|unknown|error|non recapitat|niedostarcz|mislukt|fehlgeschlagen|unzustellbar/iu
const DELAYED = /\bdelay|\bwarning\b|will (?:be )?(?:retr|continue)|keep trying|do not need to resend|still trying/iu
const GIVEN_UP = /giv(?:en|ing) up|permanent(?:ly)? (?:error|fail)|could not be delivered|not going to try/iu

function byWords({ headers, subject, text }: Pick<ReadMail, 'headers' | 'subject' | 'text'>): ReportedRecipient[] {
  const lines = text.slice(0, MOST_CHARACTERS).split('\n')
  const copy = lines.findIndex((line) => COPY.test(line.trim()))
  const said = copy < 0 ? lines : lines.slice(0, copy)
  const words = said.join('\n')
  const named = headers.filter(({ name }) => name === 'x-failed-recipients').flatMap(({ value }) => addressesIn(value))
  if (named.length === 0 && !FAILED.test(`${subject}\n${words}`)) return []
  const begun = said.flatMap((line) => addressesIn(/^\s*<?[^\s<>]{1,320}/u.exec(line)?.[0] ?? ''))
  const addresses = named.length > 0 ? named : begun.length > 0 ? begun : addressesIn(words)
  const isDelayed = DELAYED.test(`${subject}\n${words}`) && !GIVEN_UP.test(words)
  return [...new Set(addresses)].slice(0, MOST_RECIPIENTS).map((address) => {
    const about = wordsAbout(said, address)
    const status = statusIn(about) ?? statusIn(words)
    return { address, action: isDelayed ? 'delayed' : 'failed', status, said: cleanLine(about, 300) }
  })
}

/** From the line that names the address up to the next empty one, or up to a line that names another. */
function wordsAbout(lines: readonly string[], address: string): string {
  const from = lines.findIndex((line) => line.toLowerCase().includes(address))
  if (from < 0) return ''
  const about = lines.slice(from, from + 6)
  const end = about.findIndex(
    (line, index) => index > 0 && (line.trim() === '' || addressesIn(line).some((other) => other !== address)),
  )
  return (end < 0 ? about : about.slice(0, end)).map((line) => line.trim()).join(' ')
}

/** The enhanced code, or the SMTP reply as one of the class alone. Four numbers with dots are a machine's address. */
function statusIn(words: string): string | null {
  const enhanced = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/u.exec(words)?.[0]
  if (enhanced !== undefined) return enhanced
  const reply = /(?<![\w.])([45])\d\d(?=[ -]\D)/u.exec(words)?.[1]
  return reply === undefined ? null : `${reply}.0.0`
}

function addressesIn(words: string): string[] {
  const found = words.match(/[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?/giu) ?? []
  return found.map((address) => address.toLowerCase())
}
