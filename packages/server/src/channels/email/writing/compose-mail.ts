import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { attachmentName, cleanLine, cleanText, safeHtml } from '../reading/index.ts'
import { checkedAddress, checkedMessageId, checkedType, isMessageId } from './checked.ts'
import { footerParagraph, footerText, type MailFooter } from './mail-footer.ts'
import {
  type Direction,
  endOfWords,
  type MailSignature,
  mailPage,
  paragraphs,
  SIGNATURE_MARK,
  signedParagraphs,
} from './mail-page.ts'

export type Mail = {
  readonly from: string
  readonly fromName: string
  readonly to: string
  readonly toName: string
  /** Whom the header names, where these are others than the one recipient of this mail: several got it, each a mail of their own. */
  readonly addressed?: { readonly to: readonly string[]; readonly cc: readonly string[] } | undefined
  readonly replyTo?: string | undefined
  readonly subject: string
  /** The whole text, quotation included. */
  readonly text: string
  /** The way that what stands above the mark of signatures is written, where its writer said so. */
  readonly direction?: Direction | undefined
  /** The part of the text that is a signature, where there is one. */
  readonly signature?: MailSignature | undefined
  /** The end of the text, where it is a footer of ours. */
  readonly footer?: MailFooter | undefined
  /** What an agent wrote with an editor; cleaned once more here. Made from the text where it is left out. */
  readonly html?: string | undefined
  /** With angle brackets; the same for every repeat of this mail, by which a repeat is known. */
  readonly messageId: string
  readonly inReplyTo?: string | undefined
  /** Oldest first. */
  readonly references: readonly string[]
  /** UTC ms. */
  readonly date: number
  /** For mail that no person wrote just now; asks other machines not to answer (RFC 3834 §5). */
  readonly autoSubmitted?: 'auto-replied' | 'auto-generated' | undefined
  readonly attachments?: readonly OutgoingAttachment[] | undefined
  /** A language tag, such as `el` or `ar-EG`. */
  readonly language: string
}

export type OutgoingAttachment = {
  readonly name: string
  /** A content type without parameters. */
  readonly type: string
  readonly bytes: Uint8Array
}

const MOST_REFERENCES = 20

/**
 * One mail as bytes, the same bytes for the same mail. Throws MailRefused where an address, an id of ours or a content
 * type could be read as anything else; names and subject are cleaned to one line. The envelope is not in it: it is given
 * to the submitter.
 */
export async function composeMail(mail: Mail): Promise<Buffer> {
  const subject = cleanLine(mail.subject, 500)
  const language = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,3}$/iu.test(mail.language) ? mail.language : 'und'
  const text = cleanText(mail.text)
  const safe = mail.html === undefined ? undefined : safeHtml(mail.html)
  const fragment = safe === undefined || safe.tooLarge ? written(mail, text) : safe.html
  const node = new MailComposer({
    from: { name: cleanLine(mail.fromName, 200), address: checkedAddress(mail.from) },
    ...headerOf(mail),
    ...(mail.replyTo === undefined ? {} : { replyTo: [{ name: '', address: checkedAddress(mail.replyTo) }] }),
    subject,
    text: plainText(text),
    html: mailPage(fragment, language, subject),
    messageId: checkedMessageId(mail.messageId),
    ...(mail.inReplyTo !== undefined && isMessageId(mail.inReplyTo) ? { inReplyTo: mail.inReplyTo } : {}),
    references: mail.references.filter(isMessageId).slice(-MOST_REFERENCES),
    date: new Date(mail.date),
    headers: {
      'Content-Language': language,
      ...(mail.autoSubmitted === undefined
        ? {}
        : { 'Auto-Submitted': mail.autoSubmitted, 'X-Auto-Response-Suppress': 'All' }),
    },
    attachments: (mail.attachments ?? []).map(({ name, type, bytes }, place) => ({
      filename: attachmentName(name, type, place + 1),
      contentType: checkedType(type),
      contentDisposition: 'attachment',
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    // Otherwise drawn by chance at each call.
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  return node.build()
}

/** The text as HTML. */
function written(mail: Mail, text: string): string {
  const { footer } = mail
  const end = footer === undefined ? '' : footerText(footer)
  if (footer === undefined || !text.endsWith(end)) return withSignature(mail, text)
  const above = text.slice(0, text.length - end.length)
  const mark = `${SIGNATURE_MARK}\n`
  return above.endsWith(`\n${mark}`)
    ? `${withSignature(mail, above.slice(0, -mark.length))}\n${footerParagraph(footer, SIGNATURE_MARK)}`
    : `${withSignature(mail, above)}\n${footerParagraph(footer, '')}`
}

/** The direction that was chosen is that of the words alone: what stands under them is ours, and goes the way of its language. */
function withSignature({ signature, direction }: Mail, text: string): string {
  const end = direction === undefined ? 0 : endOfWords(text)
  const below = text.slice(end)
  return [
    paragraphs(text.slice(0, end), direction),
    signature === undefined ? paragraphs(below) : signedParagraphs(below, signature),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

type Addressees = { readonly name: string; readonly address: string }[]

function headerOf({ to, toName, addressed }: Mail): { readonly to: Addressees; readonly cc?: Addressees } {
  if (addressed === undefined) return { to: [{ name: cleanLine(toName, 200), address: checkedAddress(to) }] }
  const plain = (address: string) => ({ name: '', address: checkedAddress(address) })
  return { to: addressed.to.map(plain), ...(addressed.cc.length === 0 ? {} : { cc: addressed.cc.map(plain) }) }
}

/** Letters beyond ASCII are written so that what is ASCII stays legible: text in base64 counts for spam with some. */
function plainText(
  content: string,
): string | { readonly content: string; readonly contentTransferEncoding: 'quoted-printable' } {
  return /[^\t\n\r -~]/u.test(content) ? { content, contentTransferEncoding: 'quoted-printable' } : content
}
