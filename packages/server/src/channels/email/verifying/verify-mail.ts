import { type AuthenticateResult, authenticate } from 'mailauth'
import type { Lookup } from './lookup.ts'
import { isNear, type MailClient, plainAddress } from './mail-client.ts'
import { type AuthorProof, type MethodProof, NO_PROOF, type ProofResult } from './mail-proof.ts'

/** What is known of how a mail came. */
export interface MailOrigin {
  /** Undefined where it was fetched: then its SPF cannot be judged. */
  readonly client: MailClient | undefined
  /** Empty for the null return path. */
  readonly envelopeFrom: string
}

/** Nobody signs more often; each costs a key to be asked for, and a hash of the whole mail. */
const MOST_SIGNATURES = 10
const SMALLEST_KEY = 1024

/**
 * Asks SPF, DKIM and DMARC about a mail. Costs time in proportion to its size and asks the DNS some tens of times at most;
 * never throws for what the mail holds or the DNS says.
 */
export async function verifyMail(raw: Uint8Array, origin: MailOrigin, lookup: Lookup): Promise<AuthorProof> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  if (signaturesOf(bytes) > MOST_SIGNATURES) return { ...NO_PROOF, dkim: { result: 'fail', domain: null } }
  const { client, envelopeFrom } = origin
  const sender = client !== undefined && !isNear(client.address) ? client : undefined
  const found = await authenticate(bytes, {
    ...(sender === undefined ? {} : { ip: plainAddress(sender.address), helo: sender.helo || 'unknown' }),
    sender: envelopeFrom,
    mta: 'avow',
    resolver: lookup,
    minBitLength: SMALLEST_KEY,
    rejectRsaSha1: true,
    disableArc: true,
    disableBimi: true,
  })
  return proofOf(found, sender !== undefined)
}

function proofOf({ spf, dkim, dmarc }: AuthenticateResult, isDirect: boolean): AuthorProof {
  const [author, ...others] = dkim.headerFrom
  // Where there is no signature, a result says so.
  const signatures = dkim.results.filter(({ signingDomain }) => signingDomain !== undefined)
  const passed = signatures.filter(({ status }) => status.result === 'pass')
  // Behind the part that it covers anybody can write more.
  const whole = passed.filter(({ status }) => !status.underSized)
  const aligned = whole.find(({ status }) => Boolean(status.aligned))
  const bySpf = dmarc !== false && Boolean(dmarc.alignment?.spf?.result)
  const asked = dmarc === false ? 'none' : resultOf(dmarc.status.result)
  const isProven = (asked === 'pass' && (bySpf || aligned !== undefined)) || (asked === 'none' && aligned !== undefined)
  const policy = asked === 'pass' && !isProven ? 'none' : asked === 'fail' ? failure({ spf, dkim, isDirect }) : asked
  return {
    spf: spf === false || !isDirect ? NO_PROOF.spf : method(resultOf(spf.status.result), spf.domain),
    dkim: dkimOf(aligned ?? whole[0], signatures),
    dmarc: method(policy, author?.slice(author.lastIndexOf('@') + 1)),
    sender: isProven ? 'verified' : policy === 'fail' ? 'failed' : 'unknown',
    author: others.length === 0 ? author?.toLowerCase() : undefined,
  }
}

/** What it says that nothing vouches for a mail: that it is forged only where all could be asked that might have. */
function failure({
  spf,
  dkim,
  isDirect,
}: Pick<AuthenticateResult, 'spf' | 'dkim'> & { readonly isDirect: boolean }): ProofResult {
  // Passed on by a server of ours or fetched: where it came from nobody knows any more.
  if (!isDirect) return 'none'
  const words = [...dkim.results.map(({ status }) => status.result), spf === false ? 'none' : spf.status.result]
  return words.some((word) => resultOf(word) === 'temperror') ? 'temperror' : 'fail'
}

type Signature = AuthenticateResult['dkim']['results'][number]

function dkimOf(passed: Signature | undefined, all: readonly Signature[]): MethodProof {
  if (passed !== undefined) return method('pass', passed.signingDomain)
  const unanswered = all.find(({ status }) => status.result === 'temperror')
  if (unanswered !== undefined) return method('temperror', unanswered.signingDomain)
  const [first] = all
  return first === undefined ? NO_PROOF.dkim : method('fail', first.signingDomain)
}

function method(result: ProofResult, domain: string | undefined): MethodProof {
  const ascii = domain === undefined ? undefined : asciiOf(domain)
  return { result, domain: ascii ?? null }
}

/** A domain as the DNS writes it; undefined for what is none. */
function asciiOf(domain: string): string | undefined {
  const url = `http://${domain.toLowerCase().replace(/\.$/u, '')}`
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  return /^[a-z0-9._-]{1,253}$/u.test(host) ? host : undefined
}

/** The words of RFC 8601 in our four. */
function resultOf(word: string): ProofResult {
  switch (word) {
    case 'pass':
      return 'pass'
    case 'fail':
    case 'softfail':
    case 'permerror':
    case 'policy':
      return 'fail'
    case 'temperror':
    case 'temperr':
      return 'temperror'
    default:
      return 'none'
  }
}

function signaturesOf(bytes: Buffer): number {
  const end = /\r?\n\r?\n/u.exec(bytes.toString('latin1', 0, LONGEST_HEADER))?.index ?? LONGEST_HEADER
  return bytes.toString('latin1', 0, end).match(/^dkim-signature[ \t]*:/gimu)?.length ?? 0
}

const LONGEST_HEADER = 1024 * 1024
