import { describe, expect, it } from 'vitest'
import { dnsError, type Lookup } from '../verifying/lookup.ts'
import { readDomainRecords } from './domain-records.ts'
import { lookUpKey } from './look-up-key.ts'

const KEY = { domain: 'mill.example', selector: 'one', kind: 'rsa', publicKey: 'MIIBpublic==' } as const
const NAME = 'one._domainkey.mill.example'
const dns =
  (records: Readonly<Record<string, readonly (readonly string[])[]>>): Lookup =>
  async (name) => {
    const found = records[name]
    if (found === undefined) throw dnsError('ENODATA', name)
    return found.map((strings) => [...strings])
  }
const finding = async (...records: readonly (readonly string[])[]) =>
  (await lookUpKey(dns({ [NAME]: records }), KEY)).finding

describe('what the DNS says of a key', () => {
  it.each([
    ['as it was told', 'found', ['v=DKIM1; k=rsa; p=MIIBpublic==']],
    ['in several strings', 'found', ['v=DKIM1; k=rsa; p=MIIB', 'public==']],
    ['with blanks in the key, without what may be left out', 'found', ['p=MIIB public== ;']],
    ['for mail alone', 'found', ['v=DKIM1; s=email; h=sha1:sha256; p=MIIBpublic==']],
    ['of another key', 'other-key', ['v=DKIM1; k=rsa; p=MIIBother']],
    ['of a key of another kind', 'other-key', ['v=DKIM1; k=ed25519; p=MIIBpublic==']],
    ['withdrawn', 'withdrawn', ['v=DKIM1; p=']],
    ['being tried', 'testing', ['v=DKIM1; t=s:y; p=MIIBpublic==']],
    ['in quotation marks', 'syntax', ['"v=DKIM1; k=rsa; p=MIIBpublic=="']],
    ['of another version', 'syntax', ['v=DKIM2; p=MIIBpublic==']],
    ['with its version behind', 'syntax', ['p=MIIBpublic==; v=DKIM1']],
    ['without a key', 'syntax', ['v=DKIM1; k=rsa']],
    ['with two keys', 'syntax', ['v=DKIM1; p=MIIBpublic==; p=MIIBpublic==']],
    ['for other hashes', 'syntax', ['v=DKIM1; h=sha1; p=MIIBpublic==']],
    ['that is something else', 'syntax', ['google-site-verification']],
  ])('a record %s is %s', async (_, expected, strings) => {
    expect(await finding(strings)).toBe(expected)
  })

  it('several, none, one under a doubled name, and no answer are told apart', async () => {
    expect(await finding(['v=DKIM1; p=MIIBpublic=='], ['v=spf1 -all'])).toBe('several')
    expect(await lookUpKey(dns({}), KEY)).toEqual({ finding: 'missing', said: null })
    const doubled = dns({ [`${NAME}.mill.example`]: [['v=DKIM1; p=MIIBpublic==']] })
    expect(await lookUpKey(doubled, KEY)).toEqual({ finding: 'doubled-name', said: null })
    const silent: Lookup = async (name) => Promise.reject(dnsError('ESERVFAIL', name))
    expect(await lookUpKey(silent, KEY)).toEqual({ finding: 'unanswered', said: null })
  })

  it('what stands there is told, in part where it is long', async () => {
    const { said } = await lookUpKey(dns({ [NAME]: [['x'.repeat(5000)]] }), KEY)
    expect(said).toBe('x'.repeat(1000))
  })
})

describe('what a domain says of who sends its mail', () => {
  const spf = async (...texts: readonly string[]) =>
    (await readDomainRecords(dns({ 'mill.example': texts.map((text) => [text]) }), 'mill.example')).spf.state
  const dmarc = async (records: Readonly<Record<string, string>>, domain = 'mill.example') => {
    const found = Object.fromEntries(Object.entries(records).map(([name, text]) => [name, [[text]]]))
    return (await readDomainRecords(dns(found), domain)).dmarc
  }

  it.each([
    ['there', ['v=spf1 mx a:smtp.mill.example/24 ip4:203.0.113.0/24 ip6:2001:db8::/32 include:_spf.home.example ~all']],
    ['there', ['v=spf1 redirect=_spf.mill.example', 'verification=1']],
    ['open', ['v=spf1 mx +all']],
    ['open', ['v=spf1 all']],
    ['syntax', ['v=spf1 mx smtp.mill.example -all']],
    ['several', ['v=spf1 mx -all', 'v=spf1 a -all']],
    ['missing', ['v=spf10 -all']],
  ])('SPF is %s for %j', async (state, texts) => {
    expect(await spf(...texts)).toBe(state)
  })

  it('DMARC is its own, or that of the nearest domain above', async () => {
    expect(await dmarc({ '_dmarc.mill.example': 'v=DMARC1; p=reject; rua=mailto:d@mill.example' })).toEqual({
      name: '_dmarc.mill.example',
      state: 'there',
      said: ['v=DMARC1; p=reject; rua=mailto:d@mill.example'],
    })
    expect(await dmarc({ '_dmarc.mill.example': 'v=DMARC1;p=none' })).toMatchObject({ state: 'watching' })
    expect(await dmarc({ '_dmarc.mill.example': 'v=DMARC1; p=maybe' })).toMatchObject({ state: 'syntax' })
    expect(await dmarc({ '_dmarc.mill.example': 'v=DMARC1; p=quarantine' }, 'help.mill.example')).toMatchObject({
      name: '_dmarc.mill.example',
      state: 'there',
    })
    expect(await dmarc({ '_dmarc.example': 'v=DMARC1; p=reject' })).toMatchObject({
      name: '_dmarc.mill.example',
      state: 'missing',
    })
  })

  it('neither is called missing where nobody answered', async () => {
    const silent: Lookup = async (name) => Promise.reject(dnsError('ETIMEOUT', name))
    const { spf: of, dmarc: policy } = await readDomainRecords(silent, 'mill.example')
    expect([of.state, policy.state]).toEqual(['unanswered', 'unanswered'])
  })
})
