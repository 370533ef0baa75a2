import { dkimVerify } from 'mailauth'
import { beforeAll, describe, expect, it } from 'vitest'
import { dnsError, type Lookup } from '../verifying/lookup.ts'
import { keyRecord, recordStrings } from './key-record.ts'
import { signMail } from './sign-mail.ts'
import { type KeyKind, makeSigningKey, openSigningKey, type SigningKey } from './signing-key.ts'

const AT = Date.UTC(2026, 10, 23, 12)
const records = new Map<string, readonly string[]>()
const lookup: Lookup = async (name, type) => {
  const strings = type === 'TXT' ? records.get(name) : undefined
  if (strings === undefined) throw dnsError('ENOTFOUND', name)
  return [[...strings]]
}

async function keyOf(kind: KeyKind, selector: string): Promise<SigningKey> {
  const { privatePem, publicKey } = await makeSigningKey(kind)
  const key = { domain: 'mill.example', selector, kind }
  const { name, value } = keyRecord({ ...key, publicKey })
  records.set(name, recordStrings(value))
  return openSigningKey(key, privatePem)
}

let keys: readonly SigningKey[]
beforeAll(async () => {
  keys = [await keyOf('rsa', 'one'), await keyOf('ed25519', 'two')]
})

const HEAD = ['From: "The  mill" <care@mill.example>', 'To: carla@home.example', 'Subject: Your \r\n\t kettle '].join(
  '\r\n',
)
const mail = (body: string, head = HEAD) => Buffer.from(`${head}\r\n\r\n${body}`)
/** What mailauth says of each signature. */
async function verdicts(raw: Buffer): Promise<readonly string[]> {
  const { results } = await dkimVerify(raw, { resolver: lookup })
  return results.map(({ status }) => `${status.result} ${status.aligned || 'not aligned'}`)
}

describe('a signed mail', () => {
  it('is verified by another’s reader, by each key, and stands behind its signatures as it was', async () => {
    const raw = mail('It leaks. \r\n\r\n  Still.\t \r\n')
    const signed = signMail(raw, keys, AT)
    expect(signed.subarray(-raw.length)).toEqual(raw)
    expect(await verdicts(signed)).toEqual(['pass mill.example', 'pass mill.example'])
  })

  it.each([
    ['no body', ''],
    ['nothing but empty lines', '\r\n \r\n\r\n'],
    ['no end of its last line', 'It leaks'],
    ['blanks at its end', 'It leaks\r\n \t'],
    ['letters beyond ASCII', 'Τρέχει — ‏يتسرب\r\n'],
    ['a very long run of blanks', `a${' '.repeat(200_000)}b\r\n`],
  ])('verifies with %s', async (_, body) => {
    expect(await verdicts(signMail(mail(body), keys, AT))).toEqual(['pass mill.example', 'pass mill.example'])
  })

  it('verifies where blanks changed on the way, and not where a word did', async () => {
    const signed = signMail(mail('It leaks.\r\n'), keys.slice(0, 1), AT).toString()
    expect(await verdicts(Buffer.from(signed.replace('It leaks.', 'It  leaks. ')))).toEqual(['pass mill.example'])
    for (const [word, other] of [
      ['leaks', 'sings'],
      ['kettle', 'teapot'],
      ['carla@', 'berta@'],
    ] as const)
      expect(await verdicts(Buffer.from(signed.replace(word, other)))).not.toEqual([expect.stringContaining('pass')])
  })

  it('does not verify with a second From, Subject or Reply-To put before or behind ours', async () => {
    const signed = signMail(mail('It leaks.\r\n'), keys.slice(0, 1), AT).toString()
    for (const more of ['From: evil@mill.example', 'Subject: Pay now', 'Reply-To: evil@evil.example']) {
      expect(await verdicts(Buffer.from(`${more}\r\n${signed}`))).not.toEqual([expect.stringContaining('pass')])
      const behind = signed.replace('\r\n\r\n', `\r\n${more}\r\n\r\n`)
      expect(await verdicts(Buffer.from(behind))).not.toEqual([expect.stringContaining('pass')])
    }
  })

  it('says which headers it vouches for, the first one once more than it is there, and is the same each time', () => {
    const raw = mail(
      'x',
      `${HEAD}\r\nIn-Reply-To: <1@home.example>\r\nReferences: <1@home.example>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0`,
    )
    const signed = signMail(raw, keys.slice(0, 1), AT).toString()
    const head = signed.slice(0, signed.indexOf('From: '))
    const names = (/h=([^;]*);/u.exec(head)?.[1] ?? '').replace(/\s/gu, '').split(':')
    expect(names.filter((name) => name === 'From')).toHaveLength(2)
    for (const name of [
      'To',
      'Subject',
      'Date',
      'Message-ID',
      'In-Reply-To',
      'References',
      'Auto-Submitted',
      'MIME-Version',
    ])
      expect(names).toContain(name)
    expect(head).toContain(`t=${AT / 1000};`)
    expect(Math.max(...head.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
    expect(signMail(raw, keys, AT)).toEqual(signMail(raw, keys, AT))
  })

  it('is left as it is where nothing signs', () => {
    const raw = mail('x')
    expect(signMail(raw, [], AT)).toBe(raw)
  })
})

describe('the record of a key', () => {
  it('is cut into strings that a TXT record holds', async () => {
    const { value } = keyRecord({ domain: 'mill.example', selector: 'one', kind: 'rsa', publicKey: 'A'.repeat(392) })
    const strings = recordStrings(value)
    expect(strings.map(({ length }) => length)).toEqual([255, value.length - 255])
    expect(strings.join('')).toBe(value)
  })
})
