import { type AuthorProof, isNear, type MailProof, type MailRow, trustedProof } from '../../channels/email/index.ts'
import type { PreparedMail } from './prepare-mail.ts'

/**
 * What is known of who sent a mail: by the server before the mailbox where that is believed, else by ourselves. Counts only
 * where we and the verifier read the same one address in its From.
 */
export function senderProof(
  {
    row,
    prepared: { mail },
    proof,
  }: { readonly row: MailRow; readonly prepared: PreparedMail; readonly proof: AuthorProof },
  authservId: string | null,
): MailProof {
  const from = mail.fromIsDoubtful === null ? mail.from?.address.toLowerCase() : undefined
  const isPassedOn = row.client === undefined || isNear(row.client.address)
  const trusted =
    authservId === null || !isPassedOn
      ? undefined
      : trustedProof(mail.headers, { authservId, from: from?.slice(from.lastIndexOf('@') + 1) })
  if (trusted !== undefined) return trusted
  const { author, ...found } = proof
  return found.sender === 'verified' && author !== from ? { ...found, sender: 'unknown' } : found
}
