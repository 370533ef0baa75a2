/** What a method says of a mail (RFC 8601 §2.7, in four words): `temperror` where the DNS gave no answer in time. */
export const PROOF_RESULTS = ['pass', 'fail', 'none', 'temperror'] as const
export type ProofResult = (typeof PROOF_RESULTS)[number]

/** What one method says, and of which domain (in ASCII, so that no letter looks like another); null where of none. */
export interface MethodProof {
  readonly result: ProofResult
  readonly domain: string | null
}

/**
 * Whether a mail is from whom it says: `verified` where the domain of its From vouches for it, `failed` where that domain
 * says that such a mail is not from it, `unknown` where nobody can tell.
 */
export type SenderProof = 'verified' | 'failed' | 'unknown'

/** What could be found out of who sent a mail: kept with its row. */
export interface MailProof {
  readonly spf: MethodProof
  readonly dkim: MethodProof
  readonly dmarc: MethodProof
  readonly sender: SenderProof
}

/** The proof of a mail with the one address that its From names as the verifier read it; undefined where it names not one. */
export interface AuthorProof extends MailProof {
  readonly author: string | undefined
}

const NOTHING: MethodProof = { result: 'none', domain: null }

/** Where nothing was asked. */
export const NO_PROOF: AuthorProof = {
  spf: NOTHING,
  dkim: NOTHING,
  dmarc: NOTHING,
  sender: 'unknown',
  author: undefined,
}

const UNANSWERED: MethodProof = { result: 'temperror', domain: null }

/** Where nobody answered in time: the mail goes on unverified. */
export const UNANSWERED_PROOF: AuthorProof = {
  spf: UNANSWERED,
  dkim: UNANSWERED,
  dmarc: UNANSWERED,
  sender: 'unknown',
  author: undefined,
}
