import type { MailDomainRecords } from '@avow/contract'
import type { Lookup } from '../verifying/index.ts'
import { textsAt } from './look-up-key.ts'
import { readTags } from './tag-list.ts'

type Spf = MailDomainRecords['spf']
type Dmarc = MailDomainRecords['dmarc']

/** A term of SPF (RFC 7208 §12): a mechanism or a modifier, as far as its form goes. */
const TERM =
  /^(?:[+?~-]?(?:all|include:\S+|(?:a|mx|ptr)(?:[:/]\S+)?|ip4:[0-9./]+|ip6:[0-9a-f:./]+|exists:\S+)|[a-z][a-z0-9._-]*=\S*)$/iu
const OPEN = /^[+?]?all$/iu

/** Asks the DNS for SPF and DMARC of a domain. Never throws for what it says. */
export async function readDomainRecords(lookup: Lookup, domain: string): Promise<MailDomainRecords> {
  const [spf, dmarc] = await Promise.all([readSpf(lookup, domain), readDmarc(lookup, domain)])
  return { spf, dmarc }
}

async function readSpf(lookup: Lookup, name: string): Promise<Spf> {
  const texts = await textsAt(lookup, name)
  if (texts === undefined) return { name, state: 'unanswered', said: [] }
  const said = texts.filter((text) => /^v=spf1(?: |$)/iu.test(text))
  const [record] = said
  if (record === undefined) return { name, state: 'missing', said }
  return { name, state: said.length > 1 ? 'several' : spfState(record), said }
}

function spfState(record: string): Spf['state'] {
  const terms = record
    .split(' ')
    .slice(1)
    .filter((term) => term !== '')
  if (!terms.every((term) => TERM.test(term))) return 'syntax'
  return terms.some((term) => OPEN.test(term)) ? 'open' : 'there'
}

/** Where a domain says nothing, what the nearest domain above it says holds; of a top domain nobody asks. */
async function readDmarc(lookup: Lookup, domain: string): Promise<Dmarc> {
  const labels = domain.split('.')
  const above = labels.slice(0, Math.max(1, labels.length - 1)).map((_, from) => labels.slice(from).join('.'))
  for (const each of above) {
    const name = `_dmarc.${each}`
    const texts = await textsAt(lookup, name)
    if (texts === undefined) return { name, state: 'unanswered', said: [] }
    const said = texts.filter((text) => /^v=DMARC1\s*(?:;|$)/u.test(text))
    const [record] = said
    if (record !== undefined) return { name, state: said.length > 1 ? 'several' : dmarcState(record), said }
  }
  return { name: `_dmarc.${domain}`, state: 'missing', said: [] }
}

function dmarcState(record: string): Dmarc['state'] {
  const policy = readTags(record)?.get('p')?.toLowerCase()
  if (policy === 'none') return 'watching'
  return policy === 'quarantine' || policy === 'reject' ? 'there' : 'syntax'
}
