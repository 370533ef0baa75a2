import { createHash, sign } from 'node:crypto'
import type { SigningKey } from './signing-key.ts'

/**
 * What of a mail's head is signed, where it is there. Those that are named with `more` are signed once more than they are
 * there: then a second one, which a reader might show in place of ours, breaks the signature (RFC 6376 §8.15).
 */
const SIGNED: readonly { readonly name: string; readonly more?: true }[] = [
  { name: 'From', more: true },
  { name: 'To', more: true },
  { name: 'Cc', more: true },
  { name: 'Reply-To', more: true },
  { name: 'Subject', more: true },
  { name: 'Date', more: true },
  { name: 'Message-ID', more: true },
  { name: 'In-Reply-To' },
  { name: 'References' },
  { name: 'Auto-Submitted' },
  { name: 'MIME-Version', more: true },
  { name: 'Content-Type', more: true },
  { name: 'Content-Transfer-Encoding' },
  { name: 'Content-Language' },
]

/**
 * A mail (CRLF, head first) with a DKIM signature (RFC 6376, RFC 8463) of each key before it: relaxed head and body, the
 * whole body. nodemailer and mailauth sign too, but neither can sign a header more often than it is there, nor the first
 * by Ed25519. The same bytes for the same mail. `at`: when it was written, UTC ms.
 */
export function signMail(mail: Buffer, keys: readonly SigningKey[], at: number): Buffer {
  if (keys.length === 0) return mail
  const text = mail.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) throw new Error('a mail without an end of its head cannot be signed')
  const bodyHash = createHash('sha256')
    .update(relaxedBody(text.slice(end + 4)), 'latin1')
    .digest('base64')
  const { names, lines } = toSign(fieldsOf(text.slice(0, end)))
  const signatures = keys.map((key) => {
    const unsigned = fold([
      'v=1',
      `a=${key.kind}-sha256`,
      'c=relaxed/relaxed',
      `d=${key.domain}`,
      `s=${key.selector}`,
      `t=${Math.floor(at / 1000)}`,
      `h=${names.join(':').replace(/(?:[^:]+:){5}/gu, '$&\r\n\t')}`,
      `bh=${bodyHash}`,
      'b=',
    ])
    const signed = `${lines.join('')}${relaxedField('DKIM-Signature', unsigned)}`
    return `DKIM-Signature: ${unsigned}${signatureOf(key, signed).replace(/.{1,72}/gu, '\r\n\t$&')}\r\n`
  })
  return Buffer.concat([Buffer.from(signatures.join(''), 'latin1'), mail])
}

function signatureOf({ kind, privateKey }: SigningKey, text: string): string {
  const bytes = Buffer.from(text, 'latin1')
  const signature =
    kind === 'rsa'
      ? sign('sha256', bytes, privateKey)
      : // RFC 8463 §3: the hash is what is signed.
        sign(null, createHash('sha256').update(bytes).digest(), privateKey)
  return signature.toString('base64')
}

interface Field {
  readonly name: string
  readonly value: string
}

function fieldsOf(head: string): readonly Field[] {
  return head.split(/\r\n(?![ \t])/u).map((field) => {
    const at = field.indexOf(':')
    return { name: field.slice(0, at).trim(), value: field.slice(at + 1) }
  })
}

/** Which headers are signed, in that order, and they as they are signed; of several of one name the last comes first. */
function toSign(fields: readonly Field[]): { readonly names: readonly string[]; readonly lines: readonly string[] } {
  const found = SIGNED.map(({ name, more }) => {
    const same = fields.filter((field) => field.name.toLowerCase() === name.toLowerCase()).reverse()
    return {
      names: [...same.map(() => name), ...(more ? [name] : [])],
      lines: same.map(({ value }) => `${relaxedField(name, value)}\r\n`),
    }
  })
  return { names: found.flatMap(({ names }) => names), lines: found.flatMap(({ lines }) => lines) }
}

function fold(tags: readonly string[]): string {
  return tags.join(';\r\n\t')
}

/** RFC 6376 §3.4.2, without the line's end. */
function relaxedField(name: string, value: string): string {
  const line = value
    .replaceAll('\r\n', '')
    .replace(/[ \t]+/gu, ' ')
    .replace(/^ | $/gu, '')
  return `${name.toLowerCase()}:${line}`
}

/** RFC 6376 §3.4.4. In steps that each take time in proportion to the length, whatever stands there. */
function relaxedBody(body: string): string {
  const lines = body
    .replace(/[ \t]+/gu, ' ')
    .replaceAll(' \r\n', '\r\n')
    .replace(/ $/u, '')
  let end = lines.length
  while (end >= 2 && lines.startsWith('\r\n', end - 2)) end -= 2
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`
}
