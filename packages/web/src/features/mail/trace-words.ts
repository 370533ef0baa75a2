import type { MailTrace } from '@avow/contract'
import type { Words } from '../../messages/make-words.ts'

/** Why a mail is on its ticket, in sentences. */
export function traceWords({ code, ticket, is_stranger, merged, is_old }: MailTrace, words: Words): readonly string[] {
  const number = String(ticket ?? '')
  return [
    words.say(`trace.${code}`, { ticket: number }),
    ...(merged === null ? [] : [words.say('trace.merged', { merged: String(merged), ticket: number })]),
    ...(is_old === true ? [words.say('trace.old')] : []),
    ...(is_stranger ? [words.say('trace.stranger')] : []),
  ]
}
