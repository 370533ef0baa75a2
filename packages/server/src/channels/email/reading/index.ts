export { APPOINTMENT_KINDS, type Appointment, type AppointmentKind } from './appointments.ts'
export { askLanguage, askOtherLanguage } from './ask-language.ts'
export { attachmentName } from './attachment-name.ts'
export { cleanLine, cleanText, withoutBidiControls } from './clean-text.ts'
export { deliveryReport, type ReportedAction, type ReportedRecipient } from './delivery-report.ts'
export { isDeadAddress } from './is-dead-address.ts'
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
export { isHeaderBlock } from './quotation-marks.ts'
export { type ReadOptions, readMail } from './read-mail.ts'
export { type SafeHtml, type SafeHtmlOptions, safeHtml } from './safe-html.ts'
