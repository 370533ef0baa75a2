import { Resolver } from 'node:dns/promises'
import type { MailServer } from '../mail-server.ts'
import { type KnownProvider, providerOfDomain, providerOfExchanger } from './known-providers.ts'
import { reachesImap, reachesSmtp } from './reach.ts'

/** Where the mail of an address probably lies, and by what it probably leaves. */
export interface GuessedServers {
  /** By what they were found: a table of providers, the domain's own word, or a try of the usual names. */
  readonly by: 'known' | 'dns' | 'tried' | 'none'
  readonly fetching: MailServer | undefined
  readonly sending: MailServer | undefined
  /** A name outside of the domain, which nobody but the network vouches for: a person should look at it. */
  readonly isElsewhere: boolean
  /** The provider wants a password that was made for programs. */
  readonly wantsOwnPassword: boolean
  /** Who lets us in without any password (OAuth 2). */
  readonly consent: KnownProvider['consent']
}

export interface GuessOptions {
  readonly resolver?: Resolver
  /** Does a server of this kind answer there, under a certificate that is good? */
  readonly reaches?: { readonly imap: Reaches; readonly smtp: Reaches }
}
type Reaches = (server: MailServer) => Promise<boolean>

/** Guesses the servers of an address; nothing of it but its domain is told to anybody. */
export async function guessServers(address: string, options: GuessOptions = {}): Promise<GuessedServers> {
  const { resolver = new Resolver({ timeout: 2_000, tries: 2 }) } = options
  const { reaches = { imap: reachesImap, smtp: reachesSmtp } } = options
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  const known = providerOfDomain(domain)
  if (known !== undefined) return ofProvider(known)
  const [exchangers, imaps, submissions, submission] = await Promise.all([
    orNothing(resolver.resolveMx(domain)),
    serviceOf(resolver, `_imaps._tcp.${domain}`, 'tls'),
    serviceOf(resolver, `_submissions._tcp.${domain}`, 'tls'),
    serviceOf(resolver, `_submission._tcp.${domain}`, 'starttls'),
  ])
  const sending = submissions ?? submission
  if (imaps !== undefined && sending !== undefined) return found('dns', domain, imaps, sending)
  const provider = exchangers
    .sort((one, other) => one.priority - other.priority)
    .map(({ exchange }) => providerOfExchanger(exchange))
    .find((each) => each !== undefined)
  if (provider !== undefined) return ofProvider(provider)
  const [triedImap, triedSmtp] = await Promise.all([
    imaps ?? firstOf(['imap.', 'mail.', ''].map(at(domain, 993, 'tls')), reaches.imap),
    sending ??
      firstOf(
        ['smtp.', 'mail.', ''].flatMap((name) => [at(domain, 465, 'tls')(name), at(domain, 587, 'starttls')(name)]),
        reaches.smtp,
      ),
  ])
  return found(triedImap === undefined && triedSmtp === undefined ? 'none' : 'tried', domain, triedImap, triedSmtp)
}

function ofProvider({ fetching, sending, wantsOwnPassword = false, consent }: KnownProvider): GuessedServers {
  return { by: 'known', fetching, sending, isElsewhere: false, wantsOwnPassword, consent }
}

function found(
  by: GuessedServers['by'],
  domain: string,
  fetching: MailServer | undefined,
  sending: MailServer | undefined,
): GuessedServers {
  const isElsewhere = [fetching, sending].some(
    (server) => server !== undefined && server.host !== domain && !server.host.endsWith(`.${domain}`),
  )
  return { by, fetching, sending, isElsewhere, wantsOwnPassword: false, consent: undefined }
}

const at =
  (domain: string, port: number, security: MailServer['security']) =>
  (name: string): MailServer => ({ host: `${name}${domain}`, port, security })

/** The server that a domain names for a service (RFC 6186, RFC 8314); the root as its name says that there is none. */
async function serviceOf(
  resolver: Resolver,
  service: string,
  security: MailServer['security'],
): Promise<MailServer | undefined> {
  const records = await orNothing(resolver.resolveSrv(service))
  const [first] = records.sort((one, other) => one.priority - other.priority || other.weight - one.weight)
  const host = first?.name.toLowerCase().replace(/\.$/u, '') ?? ''
  return first === undefined || host === '' ? undefined : { host, port: first.port, security }
}

/** All are tried at a time; the first in their order that answers is it. */
async function firstOf(servers: readonly MailServer[], reaches: Reaches): Promise<MailServer | undefined> {
  const answers = await Promise.all(servers.map(reaches))
  return servers.find((_, index) => answers[index] === true)
}

/** A domain that says nothing, or a resolver that is not to be had, is no fault. */
async function orNothing<T>(asked: Promise<T[]>): Promise<T[]> {
  return asked.catch(() => [])
}
