import { type AuthorProof, type MailRow, type MailVerifier, NO_PROOF } from '../../channels/email/index.ts'

/**
 * Finds out who sent a mail, as far as the DNS tells in time; of one that was imported nobody is asked, since the DNS tells of
 * today.
 */
export async function proveMail(
  verifier: MailVerifier | undefined,
  { client, envelopeFrom, isImported }: MailRow,
  raw: Uint8Array<ArrayBuffer>,
): Promise<AuthorProof> {
  if (verifier === undefined || isImported) return NO_PROOF
  return verifier.verify(raw, { client, envelopeFrom })
}
