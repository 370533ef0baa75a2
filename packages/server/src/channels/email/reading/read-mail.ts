import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { appointmentsOf } from './appointments.ts'
import { attachmentName } from './attachment-name.ts'
import { automaticReason } from './automatic.ts'
import { readBodiesAsWritten } from './body-charset.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { readFlowedByQuotation } from './flowed-text.ts'
import { htmlToText } from './html-to-text.ts'
import { checkParts, MOST_DEPTH, MOST_HEADER_BYTES, MOST_HEADERS, MOST_TEXT, reasonOf } from './mail-limits.ts'
import { type MailAttachment, type MailHeader, MailUnreadable, type ReadMail } from './mail-shape.ts'
import { mailboxesOf, senderOf } from './mailboxes.ts'
import { messageIdOf, referencesOf } from './message-ids.ts'
import { newPart } from './new-part.ts'
import { openWinmail, type RawPart } from './open-winmail.ts'

export type ReadOptions = {
  /** The sender of the envelope, empty for the null return path; left out where there was no envelope. */
  readonly envelopeFrom?: string | undefined
}

readFlowedByQuotation()
readBodiesAsWritten()

/** More than anybody reads in a ticket; the raw mail has the rest. */
const MOST_SHOWN = 500_000
const CALENDAR = 'text/calendar'
const MOST_APPOINTMENTS = 10

/** Header lines by which only our own mail is marked: from outside they are a lie. */
const OUR_OWN = 'x-avow-'

/**
 * Reads a whole mail. What the mail says of itself is reported, not believed: who really sent it is not asked here.
 * Throws MailUnreadable. Costs time in proportion to the size; strangers' mail is read through createMailReader.
 */
export async function readMail(raw: Uint8Array<ArrayBuffer>, { envelopeFrom }: ReadOptions = {}): Promise<ReadMail> {
  checkParts(raw)
  const parsed = await parse(raw)
  const headers = headersOf(parsed)
  const { from, fromIsDoubtful } = senderOf(headers)
  const subject = cleanLine(parsed.subject ?? '')
  const { parts, ...inWinmail } = openWinmail(parsed.attachments.map(toPart))
  const written = parsed.html ?? inWinmail.html
  const html = written === null ? null : cleanText(written)
  const text = textOf(isBlank(parsed.text) ? inWinmail.text : parsed.text, html)
  const { fresh, quoted } = newPart(text.slice(0, MOST_SHOWN).toWellFormed())
  return {
    from,
    fromIsDoubtful,
    replyTo: mailboxesOf(headers, 'reply-to'),
    to: mailboxesOf(headers, 'to'),
    cc: mailboxesOf(headers, 'cc'),
    subject,
    messageId: messageIdOf(headers, 'message-id'),
    inReplyTo: messageIdOf(headers, 'in-reply-to'),
    references: referencesOf(headers),
    date: dateOf(headers),
    text,
    fresh,
    quoted,
    html,
    attachments: parts.map(toAttachment),
    appointments: parts
      .flatMap(({ type, bytes }) => (type === CALENDAR ? appointmentsOf(bytes) : []))
      .slice(0, MOST_APPOINTMENTS),
    headers,
    automatic: automaticReason({
      headers,
      from,
      subject,
      types: parsed.attachments.map(({ mimeType }) => mimeType),
      envelopeFrom,
    }),
  }
}

async function parse(raw: Uint8Array<ArrayBuffer>): Promise<Email> {
  // A buffer of its own is read in place; a view would be copied first.
  const whole = raw.byteOffset === 0 && raw.byteLength === raw.buffer.byteLength
  try {
    const parsed = await PostalMime.parse(whole ? raw.buffer : raw, {
      maxNestingDepth: MOST_DEPTH,
      maxHeadersSize: MOST_HEADER_BYTES,
      // A mail inside the mail is somebody else's text: kept whole, never mixed into this one.
      forceRfc822Attachments: true,
    })
    if (parsed.headers.length > MOST_HEADERS) {
      throw new MailUnreadable('headers-too-large', `more than ${MOST_HEADERS} header lines`)
    }
    if (Math.max(parsed.text?.length ?? 0, parsed.html?.length ?? 0) > MOST_TEXT) {
      throw new MailUnreadable('text-too-large', `more than ${MOST_TEXT} characters of text`)
    }
    return parsed
  } catch (error) {
    throw reasonOf(error)
  }
}

function headersOf({ headers }: Email): MailHeader[] {
  return headers
    .map(({ key, value }) => ({ name: key.toWellFormed(), value: cleanLine(value, MOST_HEADER_BYTES) }))
    .filter(({ name }) => !name.startsWith(OUR_OWN))
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

function textOf(plain: string | null | undefined, html: string | null): string {
  const text = cleanText(plain ?? '')
  return text.trim() === '' && html !== null ? htmlToText(html) : text
}

function dateOf(headers: readonly MailHeader[]): number | null {
  const at = Date.parse(headers.find(({ name }) => name === 'date')?.value ?? '')
  return Number.isNaN(at) ? null : at
}

function toPart({ filename, mimeType, contentId, disposition, related, content }: Attachment): RawPart {
  return {
    name: filename,
    type: mimeType,
    contentId: contentId ?? null,
    isInline: disposition === 'inline' || (related === true && (contentId ?? '') !== ''),
    bytes: bytesOf(content),
  }
}

function toAttachment(part: RawPart, place: number): MailAttachment {
  const type = /^[a-z0-9.+-]{1,100}\/[a-z0-9.+-]{1,100}$/u.test(part.type) ? part.type : 'application/octet-stream'
  const contentId = cleanLine(part.contentId ?? '', 300).replace(/^<|>$/gu, '')
  return {
    ...part,
    name: attachmentName(part.name, type, place + 1),
    type,
    contentId: contentId === '' ? null : contentId,
  }
}

function bytesOf(content: Attachment['content']): Uint8Array<ArrayBuffer> {
  if (content instanceof ArrayBuffer) return new Uint8Array(content)
  return new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content)
}
