import type { MailHeader } from '../reading/index.ts'
import { type MailProof, type MethodProof, NO_PROOF, type ProofResult } from './mail-proof.ts'

/**
 * What the server that took the mail for us found out of it, where that writes Authentication-Results under this name
 * (RFC 8601). Only the topmost counts: what stands below came with the mail, and anybody can write that. Undefined where it
 * is another's. `from`: the domain that the mail says it is from.
 */
export function trustedProof(
  headers: readonly MailHeader[],
  { authservId, from }: { readonly authservId: string; readonly from: string | undefined },
): MailProof | undefined {
  const topmost = headers.find(({ name }) => name === 'authentication-results')?.value
  if (topmost === undefined) return undefined
  const [named = '', ...results] = withoutComments(topmost).split(';')
  const [id = ''] = named.trim().split(/\s+/u)
  if (unquoted(id).toLowerCase() !== authservId.toLowerCase()) return undefined
  const read = results.map(readResult)
  const of = (method: string, property: string): MethodProof => {
    const said = read.filter((each) => each.method === method)
    const best = said.find(({ result }) => result === 'pass') ?? said[0]
    return best === undefined ? NO_PROOF.dkim : { result: best.result, domain: best.domainOf(property) }
  }
  const dmarc = of('dmarc', 'header.from')
  const isOfAuthor = dmarc.domain !== null && dmarc.domain === from?.toLowerCase()
  return {
    spf: of('spf', 'smtp.mailfrom'),
    dkim: of('dkim', 'header.d').domain === null ? of('dkim', 'header.i') : of('dkim', 'header.d'),
    dmarc,
    sender: !isOfAuthor
      ? 'unknown'
      : dmarc.result === 'pass'
        ? 'verified'
        : dmarc.result === 'fail'
          ? 'failed'
          : 'unknown',
  }
}

interface ReadResult {
  readonly method: string
  readonly result: ProofResult
  readonly domainOf: (property: string) => string | null
}

function readResult(text: string): ReadResult {
  const pairs = text
    .trim()
    .split(/\s+/u)
    .map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, Math.max(at, 0)).toLowerCase(), unquoted(pair.slice(at + 1))] as const
    })
  const [[method, word] = ['', '']] = pairs
  return {
    method: method.split('/')[0] ?? '',
    result: WORDS[word.toLowerCase()] ?? 'none',
    domainOf: (property) => {
      const value = pairs.find(([name]) => name === property)?.[1].toLowerCase()
      const domain = value?.slice(value.lastIndexOf('@') + 1) ?? ''
      return /^[a-z0-9._-]{1,253}$/u.test(domain) ? domain : null
    },
  }
}

const WORDS: Readonly<Partial<Record<string, ProofResult>>> = {
  pass: 'pass',
  fail: 'fail',
  softfail: 'fail',
  permerror: 'fail',
  policy: 'fail',
  temperror: 'temperror',
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/u, '$1')
}

/** Comments may nest, and hold semicolons (RFC 5322 §3.2.2); within quotes they are none. */
function withoutComments(text: string): string {
  let depth = 0
  let isQuoted = false
  let kept = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (letter === '\\') {
      if (depth === 0) kept += text.slice(at, at + 2)
      at += 1
    } else if (letter === '"' && depth === 0) {
      isQuoted = !isQuoted
      kept += letter
    } else if (letter === '(' && !isQuoted) depth += 1
    else if (letter === ')' && !isQuoted) depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += letter
  }
  return kept
}
