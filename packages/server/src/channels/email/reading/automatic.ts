import type { AutomaticReason, Mailbox, MailHeader } from './mail-shape.ts'

type Signs = {
  readonly headers: readonly MailHeader[]
  readonly from: Mailbox | null
  readonly subject: string
  /** The types of the parts that are no text. */
  readonly types: readonly string[]
  /** The sender of the envelope; empty is the null return path; undefined where there was no envelope. */
  readonly envelopeFrom: string | undefined
}

/** Whether a machine sent this mail (RFC 3834 §2 and what mail programs do beside it), and by which sign. */
export function automaticReason({ headers, from, subject, types, envelopeFrom }: Signs): AutomaticReason | null {
  const valueOf = (name: string): string | undefined => headers.find((header) => header.name === name)?.value.trim()
  const says = (name: string, pattern: RegExp): boolean => pattern.test(valueOf(name) ?? '')
  const has = (names: readonly string[]): boolean => headers.some(({ name }) => names.includes(name))

  if (types.some((type) => REPORTS.includes(type)) || says('content-type', /^multipart\/report\b/iu)) {
    return 'delivery-report'
  }
  if (has(['x-failed-recipients'])) return 'delivery-report'
  if (envelopeFrom === '' || says('return-path', /^<\s*>$/u)) return 'null-return-path'
  if (says('auto-submitted', /^(?!no\s*(?:[;(]|$)).+/iu)) return 'auto-submitted'
  if (has(AUTORESPONDERS)) return 'auto-response-header'
  if (says('precedence', /^(?:bulk|list|junk|auto[-_]?reply)\b/iu)) return 'precedence'
  if (has(LISTS)) return 'list'
  if (says('x-auto-response-suppress', /\b(?:all|oof|autoreply)\b/iu)) return 'suppresses-responses'
  if (ROBOTS.test(from?.address ?? '') || says('from', NOBODY)) return 'robot-sender'
  // People write such subjects too; a reply that the person did not open, or a rule that sent it, is the other sign.
  if (VACATION.test(subject) && (has(RULES) || has(['in-reply-to', 'references']))) return 'vacation-subject'
  return null
}

const REPORTS = [
  'message/delivery-status',
  'message/global-delivery-status',
  'message/disposition-notification',
  'message/feedback-report',
]

const AUTORESPONDERS = [
  'x-autoreply',
  'x-auto-reply',
  'x-autoreply-from',
  'x-autorespond',
  'x-autoresponder',
  'x-autoresponse',
  'x-mail-autoreply',
  'x-vacation',
]

const LISTS = ['list-id', 'list-unsubscribe', 'list-post']

const RULES = ['x-ms-exchange-inbox-rules-loop', 'x-ms-exchange-generated-message-source']

const ROBOTS = /^(?:mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?)(?:[+=-][^@]*)?@/iu

/** Mail servers that speak for themselves name no address, or none with a domain. */
const NOBODY = /<\s*>|^\s*"?\s*mailer[- ]daemon\s*"?\s*$|<\s*mailer-daemon\s*>/iu

const VACATION = new RegExp(
  `^\\s*(?:\\[[^\\]]{0,40}\\]\\s*)?(?:${[
    'automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|away from (?:the|my) office|on (?:annual leave|vacation)',
    'risposta automatica|fuori ufficio|assente dall',
    'automatyczna odpowiedź|odpowiedź automatyczna|autoodpowiedź|poza biurem|nieobecność',
    'αυτόματη απάντηση|εκτός γραφείου',
    'رد تلقائي|الرد التلقائي|خارج المكتب',
    'automatische antwort|abwesenheit|réponse automatique|respuesta automática|resposta automática',
  ].join('|')})`,
  'iu',
)
