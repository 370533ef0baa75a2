import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth'
import { afterAll, describe, expect, it } from 'vitest'
import { dnsError, type Lookup, rememberingLookup } from './lookup.ts'
import { isNear } from './mail-client.ts'
import { createMailVerifier } from './mail-verifier.ts'
import { verifyMail } from './verify-mail.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
const RECORDS: Readonly<Record<string, string>> = {
  'home.example': 'v=spf1 ip4:203.0.113.5 -all',
  'spf-only.example': 'v=spf1 ip4:203.0.113.5 -all',
  '_dmarc.spf-only.example': 'v=DMARC1; p=reject',
  '_dmarc.home.example': 'v=DMARC1; p=reject',
  'k1._domainkey.home.example': `v=DKIM1; k=rsa; p=${KEY}`,
  'k1._domainkey.quiet.example': `v=DKIM1; k=rsa; p=${KEY}`,
  'k1._domainkey.evil.example': `v=DKIM1; k=rsa; p=${KEY}`,
}
const lookup: Lookup = async (name, type) => {
  const text = RECORDS[name]
  if (type !== 'TXT' || text === undefined) throw dnsError('ENOTFOUND', name)
  return [text.match(/.{1,255}/gu) ?? []]
}

const letter = (from: string, more = ''): Buffer =>
  Buffer.from(`${more}From: ${from}\r\nTo: support@care.example\r\nSubject: The lamp\r\n\r\nIt is broken.\r\n`)
const signed = async (raw: Buffer, signingDomain: string, maxBodyLength?: number): Promise<Buffer> => {
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const options = {
    signingDomain,
    selector: 'k1',
    privateKey: key,
    ...(maxBodyLength === undefined ? {} : { maxBodyLength }),
  }
  const { signatures } = await dkimSign(raw, {
    signingDomain,
    selector: 'k1',
    privateKey: key,
    signatureData: [options],
  })
  return Buffer.concat([Buffer.from(signatures), raw])
}
const client = { address: '203.0.113.5', helo: 'mx.home.example' }
const from = (raw: Buffer, origin: Partial<Parameters<typeof verifyMail>[1]> = {}) =>
  verifyMail(raw, { client, envelopeFrom: 'carla@home.example', ...origin }, lookup)

describe('who sent a mail', () => {
  it('is verified by the address that its domain sends from', async () => {
    expect(await from(letter('Carla <carla@home.example>'))).toEqual({
      spf: { result: 'pass', domain: 'home.example' },
      dkim: { result: 'none', domain: null },
      dmarc: { result: 'pass', domain: 'home.example' },
      sender: 'verified',
      author: 'carla@home.example',
    })
  })

  it('has failed where the domain says that it sends from elsewhere', async () => {
    const elsewhere = { client: { ...client, address: '198.51.100.9' } }
    expect(await from(letter('carla@home.example'), elsewhere)).toMatchObject({
      spf: { result: 'fail' },
      dmarc: { result: 'fail' },
      sender: 'failed',
    })
  })

  it('is verified by a signature of its domain, however the mail came', async () => {
    const raw = await signed(letter('carla@home.example'), 'home.example')
    for (const way of [undefined, { address: '10.0.0.3', helo: 'relay' }, { address: '198.51.100.9', helo: '' }])
      expect(await from(raw, { client: way })).toMatchObject({
        dkim: { result: 'pass', domain: 'home.example' },
        sender: 'verified',
      })
  })

  it('is verified by the signature alone where the domain has no policy', async () => {
    const raw = await signed(letter('carla@quiet.example'), 'quiet.example')
    expect(await from(raw)).toMatchObject({ dmarc: { result: 'none', domain: 'quiet.example' }, sender: 'verified' })
  })

  it('is not known where a mail was passed on and nothing vouches for it', async () => {
    const near = { client: { address: '127.0.0.1', helo: 'relay' } }
    for (const origin of [near, { client: undefined }])
      expect(await from(letter('carla@spf-only.example'), origin)).toMatchObject({
        spf: { result: 'none' },
        dmarc: { result: 'none' },
        sender: 'unknown',
      })
  })

  it('is not verified by the signature of another domain, of a part of the mail, or of a mail that was changed', async () => {
    const near = { client: undefined }
    const other = await signed(letter('carla@home.example'), 'evil.example')
    expect(await from(other, near)).toMatchObject({
      dkim: { result: 'pass', domain: 'evil.example' },
      sender: 'unknown',
    })
    const part = await signed(letter('carla@home.example'), 'home.example', 5)
    expect(await from(part, near)).toMatchObject({ dkim: { result: 'fail' }, sender: 'unknown' })
    const whole = await signed(letter('carla@home.example'), 'home.example')
    const changed = Buffer.from(whole.toString().replace('broken', 'whole'))
    expect(await from(changed, near)).toMatchObject({ dkim: { result: 'fail' }, sender: 'unknown' })
  })

  it('is nobody where From names several, and where there are more signatures than anybody makes', async () => {
    const twice = letter('carla@home.example', 'From: mallory@evil.example\r\n')
    expect(await from(twice)).toMatchObject({ sender: 'unknown', author: undefined })
    const many = letter('carla@home.example', 'DKIM-Signature: v=1\r\n'.repeat(11))
    expect(await from(many)).toMatchObject({ dkim: { result: 'fail' }, spf: { result: 'none' }, sender: 'unknown' })
  })

  it('names domains as the DNS does', async () => {
    expect(await from(letter('carla@hоme.example'))).toMatchObject({ dmarc: { domain: 'xn--hme-sed.example' } })
  })
})

describe('the process that verifies', () => {
  const verifiers: { close(): Promise<void> }[] = []
  const make = (options: Parameters<typeof createMailVerifier>[0]) => {
    // Where no deadline is what is tried, a slow machine may take its time.
    const made = createMailVerifier({ lookupMs: 100_000, deadlineMs: 100_000, ...options })
    verifiers.push(made)
    return made
  }
  afterAll(() => Promise.all(verifiers.map((each) => each.close())))
  const origin = { client, envelopeFrom: 'carla@home.example' }

  it('finds the same, by lookups that it asks us for', async () => {
    const raw = await signed(letter('carla@home.example'), 'home.example')
    const proofs = await Promise.all([1, 2, 3].map(() => make({ lookup }).verify(raw, origin)))
    for (const proof of proofs) expect(proof).toEqual(await from(raw))
  })

  it('fault F29: answers in time while the DNS says nothing, and the mail is unverified', async () => {
    const silent: Lookup = () => new Promise(() => undefined)
    const verifier = make({ lookup: silent, lookupMs: 200 })
    const proofs = await Promise.all([1, 2, 3, 4].map(() => verifier.verify(letter('carla@home.example'), origin)))
    for (const proof of proofs)
      expect(proof).toMatchObject({ spf: { result: 'temperror' }, dmarc: { result: 'temperror' }, sender: 'unknown' })
  })

  it('fault F29: does not call a sender false whose signature could not be looked up', async () => {
    const some: Lookup = (name, type) =>
      name.includes('_domainkey') ? Promise.reject(dnsError('ESERVFAIL', name)) : lookup(name, type)
    const raw = await signed(letter('carla@home.example'), 'home.example')
    const elsewhere = { ...origin, client: { ...client, address: '198.51.100.9' } }
    expect(await make({ lookup: some }).verify(raw, elsewhere)).toMatchObject({
      dkim: { result: 'temperror' },
      dmarc: { result: 'temperror' },
      sender: 'unknown',
    })
  })

  it('gives up what takes too long, and answers after it was closed', async () => {
    const silent: Lookup = () => new Promise(() => undefined)
    const slow = make({ lookup: silent, lookupMs: 60_000, deadlineMs: 300 })
    expect(await slow.verify(letter('carla@home.example'), origin)).toMatchObject({ sender: 'unknown' })
    await slow.close()
    expect(await slow.verify(letter('carla@home.example'), origin)).toMatchObject({ sender: 'unknown' })
  })
})

describe('lookups', () => {
  it('are asked once in a while, and not at all while every server is silent', async () => {
    let now = 0
    let asked = 0
    let isDown = false
    const remembering = rememberingLookup(
      async (name) => {
        asked += 1
        if (isDown) throw dnsError('ETIMEOUT', name)
        return [['v=spf1']]
      },
      { clock: () => now },
    )
    await remembering('a.example', 'TXT')
    await remembering('A.example', 'TXT')
    expect(asked).toBe(1)
    now = 61_000
    isDown = true
    for (let each = 0; each < 30; each++)
      await expect(remembering(`${each}.example`, 'TXT')).rejects.toMatchObject({ code: expect.any(String) })
    expect(asked).toBe(11)
    now += 20_000
    isDown = false
    await remembering('a.example', 'TXT')
    expect(asked).toBe(12)
  })

  it('know what is near', () => {
    expect(['127.0.0.1', '::1', '::ffff:10.1.2.3', '192.168.3.4', 'fe80::1'].map(isNear)).toEqual(Array(5).fill(true))
    expect(['203.0.113.5', '::ffff:8.8.8.8', '2001:db8::1'].map(isNear)).toEqual([false, false, false])
  })
})
