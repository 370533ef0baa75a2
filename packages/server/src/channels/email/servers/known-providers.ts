import type { MailServer } from '../mail-server.ts'

/** Where a provider keeps the mail of its customers. */
export interface KnownProvider {
  /** The domains of its addresses. */
  readonly domains: readonly string[]
  /** What the names of its mail exchangers end with, where companies bring domains of their own. */
  readonly exchangers?: readonly string[]
  readonly fetching: MailServer
  readonly sending: MailServer
  /** It takes no password that people sign in with: one is made for programs, in the settings of the provider. */
  readonly wantsOwnPassword?: boolean
  /** Who lets us in without any password (OAuth 2), by name. */
  readonly consent?: 'google' | 'microsoft'
}

const tls = (host: string, port: number): MailServer => ({ host, port, security: 'tls' })
const starttls = (host: string): MailServer => ({ host, port: 587, security: 'starttls' })

/** As the providers tell on their pages of help, November 2026. */
export const KNOWN_PROVIDERS: readonly KnownProvider[] = [
  {
    domains: ['gmail.com', 'googlemail.com'],
    exchangers: ['google.com', 'googlemail.com'],
    fetching: tls('imap.gmail.com', 993),
    sending: tls('smtp.gmail.com', 465),
    wantsOwnPassword: true,
    consent: 'google',
  },
  {
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'outlook.it', 'hotmail.it', 'live.it', 'outlook.de'],
    exchangers: ['mail.protection.outlook.com', 'mx.microsoft', 'olc.protection.outlook.com'],
    fetching: tls('outlook.office365.com', 993),
    sending: starttls('smtp.office365.com'),
    consent: 'microsoft',
  },
  {
    domains: ['yahoo.com', 'yahoo.it', 'yahoo.de', 'yahoo.fr', 'yahoo.co.uk', 'yahoo.gr', 'ymail.com'],
    exchangers: ['yahoodns.net'],
    fetching: tls('imap.mail.yahoo.com', 993),
    sending: tls('smtp.mail.yahoo.com', 465),
    wantsOwnPassword: true,
  },
  {
    domains: ['icloud.com', 'me.com', 'mac.com'],
    exchangers: ['mail.icloud.com'],
    fetching: tls('imap.mail.me.com', 993),
    sending: starttls('smtp.mail.me.com'),
    wantsOwnPassword: true,
  },
  {
    domains: ['aol.com'],
    fetching: tls('imap.aol.com', 993),
    sending: tls('smtp.aol.com', 465),
    wantsOwnPassword: true,
  },
  {
    domains: ['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch'],
    fetching: tls('imap.gmx.net', 993),
    sending: starttls('mail.gmx.net'),
  },
  { domains: ['gmx.com'], fetching: tls('imap.gmx.com', 993), sending: starttls('mail.gmx.com') },
  { domains: ['web.de'], fetching: tls('imap.web.de', 993), sending: starttls('smtp.web.de') },
  {
    domains: ['t-online.de'],
    fetching: tls('secureimap.t-online.de', 993),
    sending: tls('securesmtp.t-online.de', 465),
    wantsOwnPassword: true,
  },
  { domains: ['libero.it'], fetching: tls('imapmail.libero.it', 993), sending: tls('smtp.libero.it', 465) },
  { domains: ['virgilio.it'], fetching: tls('in.virgilio.it', 993), sending: tls('out.virgilio.it', 465) },
  { domains: ['orange.fr'], fetching: tls('imap.orange.fr', 993), sending: tls('smtp.orange.fr', 465) },
  { domains: ['wp.pl'], fetching: tls('imap.wp.pl', 993), sending: tls('smtp.wp.pl', 465) },
  { domains: ['o2.pl'], fetching: tls('poczta.o2.pl', 993), sending: tls('poczta.o2.pl', 465) },
  {
    domains: ['onet.pl', 'op.pl', 'onet.eu', 'poczta.onet.pl', 'vp.pl'],
    fetching: tls('imap.poczta.onet.pl', 993),
    sending: tls('smtp.poczta.onet.pl', 465),
  },
  {
    domains: ['interia.pl', 'poczta.fm'],
    fetching: tls('poczta.interia.pl', 993),
    sending: tls('poczta.interia.pl', 465),
  },
  {
    domains: ['fastmail.com', 'fastmail.fm'],
    exchangers: ['messagingengine.com'],
    fetching: tls('imap.fastmail.com', 993),
    sending: tls('smtp.fastmail.com', 465),
    wantsOwnPassword: true,
  },
  {
    domains: [],
    exchangers: ['ovh.net'],
    fetching: tls('ssl0.ovh.net', 993),
    sending: tls('ssl0.ovh.net', 465),
  },
]

/** The provider of a domain. */
export function providerOfDomain(domain: string): KnownProvider | undefined {
  return KNOWN_PROVIDERS.find(({ domains }) => domains.includes(domain))
}

/** The provider whose mail exchanger this is. */
export function providerOfExchanger(name: string): KnownProvider | undefined {
  const host = name.toLowerCase().replace(/\.$/u, '')
  return KNOWN_PROVIDERS.find(({ exchangers = [] }) =>
    exchangers.some((end) => host === end || host.endsWith(`.${end}`)),
  )
}
