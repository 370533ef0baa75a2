export { attachmentName } from './attachment-name.ts'
export { cleanLine, cleanText } from './clean-text.ts'
export { detectLanguage } from './detect-language.ts'
export { escapeHtml, linkify } from './linkify.ts'
export { isMailAddress } from './mail-address.ts'
export { createMailReader, type MailReader, type MailReaderOptions } from './mail-reader.ts'
export {
  type AutomaticReason,
  type DoubtfulFrom,
  type MailAttachment,
  type Mailbox,
  type MailHeader,
  MailReaderUnavailable,
  MailUnreadable,
  type ReadMail,
  type Unreadable,
  type UnreadableReason,
} from './mail-shape.ts'
export { type NewPart, newPart } from './new-part.ts'
export { type ReadOptions, readMail } from './read-mail.ts'
export { type SafeHtml, type SafeHtmlOptions, safeHtml } from './safe-html.ts'
