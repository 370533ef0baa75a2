import type { MailTrace } from '@avow/contract'

/** Why a mail is on its ticket; what is left out does not apply. */
export function traceOf(code: MailTrace['code'], about: Partial<Omit<MailTrace, 'code'>> = {}): MailTrace {
  return { code, ticket: null, message_id: null, is_stranger: false, merged: null, ...about }
}
