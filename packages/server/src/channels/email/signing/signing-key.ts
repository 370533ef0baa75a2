import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { domainToASCII } from 'node:url'
import { promisify } from 'node:util'

/** What signs: RSA with 2048 bits, which everybody reads, or Ed25519 (RFC 8463), which not everybody does yet. */
export type KeyKind = 'rsa' | 'ed25519'

/** A key by which mail of a domain is signed. */
export interface SigningKey {
  /** As the DNS writes it. */
  readonly domain: string
  readonly selector: string
  readonly kind: KeyKind
  readonly privateKey: KeyObject
}

/** A new key. The private half is PEM (PKCS 8): a secret. */
export interface MadeKey {
  readonly privatePem: string
  /** As a record of the DNS has it: base64, without spaces. */
  readonly publicKey: string
}

const generate = promisify(generateKeyPair)
/** RFC 8301 §3.2: receivers take no fewer than 1024 bits; longer than 2048 not all of them do, nor fits it one answer. */
const RSA_BITS = 2048
/** An Ed25519 key behind the head that says what it is (RFC 8410 §4). */
const ED25519_BYTES = 32

/** Makes a key by chance. RSA takes some tenths of a second. */
export async function makeSigningKey(kind: KeyKind): Promise<MadeKey> {
  const { privateKey } =
    kind === 'rsa' ? await generate('rsa', { modulusLength: RSA_BITS }) : await generate('ed25519', {})
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: (kind === 'rsa' ? der : der.subarray(-ED25519_BYTES)).toString('base64'),
  }
}

/** The key in a PEM of makeSigningKey. Throws where it is none. */
export function openSigningKey(key: Omit<SigningKey, 'privateKey'>, privatePem: string): SigningKey {
  return { ...key, privateKey: createPrivateKey(privatePem) }
}

/** The domain of a mail address as the DNS writes it. */
export function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  return domainToASCII(domain) || domain
}
