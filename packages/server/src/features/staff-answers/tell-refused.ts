import type { Transaction } from '../../db/index.ts'
import { answeringMailbox } from '../mailboxes/index.ts'
import { sendMail } from '../outbox/index.ts'
import { speaking } from './messages/speak.ts'
import type { StaffMember } from './staff-member.ts'
import type { Unsendable } from './words-to-send.ts'

/** Why a mail to a signed address is no answer. */
export type Refused =
  | { readonly code: 'staff-unverified' | 'staff-not-allowed' | 'staff-expired' }
  | { readonly code: 'staff-unsendable'; readonly why: Unsendable }

const DAY = 86_400_000

/**
 * Tells the holder of a signed address that a mail to it was not taken as their answer: at the address that they sign in
 * with, in words of ours alone, once in a day (UTC) at most.
 */
export async function tellRefused(
  tx: Transaction,
  { id, name, email, language: spoken }: StaffMember,
  number: number,
  refused: Refused,
): Promise<void> {
  const mailbox = (await answeringMailbox(tx))?.id
  if (mailbox === undefined) return
  const { language, say } = speaking([spoken])
  const reason = refused.code === 'staff-unsendable' ? refused.why : refused.code
  await sendMail(tx, {
    kind: 'staff',
    once: `staff-mail-held/${id}/${Math.floor(tx.now / DAY)}`,
    to: email,
    toName: name,
    subject: say('refused.subject', { number: String(number) }),
    text: [say('refused.lead', { number: String(number) }), say(`refused.${reason}`), say('refused.desk')].join('\n\n'),
    language,
    mailbox,
  })
}
