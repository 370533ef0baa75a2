import type { AuthorProof } from './mail-proof.ts'
import type { MailOrigin } from './verify-mail.ts'

/** What passes to the process that verifies. */
export type ToVerifier =
  | { readonly kind: 'verify'; readonly id: number; readonly raw: Uint8Array; readonly origin: MailOrigin }
  | { readonly kind: 'found'; readonly lookup: number; readonly records: string[] | string[][] }
  | { readonly kind: 'not-found'; readonly lookup: number; readonly code: string }

/** What comes from it: it has no way to the network of its own, and asks for each lookup. */
export type FromVerifier =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'look-up'
      readonly id: number
      readonly lookup: number
      readonly name: string
      readonly type: string
    }
  | { readonly kind: 'proof'; readonly id: number; readonly proof: AuthorProof }
