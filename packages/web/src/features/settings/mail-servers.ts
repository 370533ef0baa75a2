import type { CompanyAddress } from '@avow/contract'

export interface ServerTyped {
  readonly host: string
  /** 0: none is typed. */
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
}

/** What the window about the mail servers of an address holds; passwords stay in their fields. */
export interface ServersTyped {
  readonly fetches: boolean
  readonly fetching: ServerTyped
  readonly username: string
  /** One a line. */
  readonly folders: string
  readonly from: 'now' | 'all'
  readonly sends: boolean
  readonly sending: ServerTyped
  readonly signIn: 'same' | 'own' | 'none'
  readonly senderName: string
}

const PORTS = {
  fetching: { tls: 993, starttls: 143, none: 143 },
  sending: { tls: 465, starttls: 587, none: 25 },
} as const

export function usualPort(kind: keyof typeof PORTS, security: ServerTyped['security']): number {
  return PORTS[kind][security]
}

const UNKNOWN = (kind: keyof typeof PORTS): ServerTyped => ({ host: '', port: PORTS[kind].tls, security: 'tls' })

/** How many mails were fetched from there, in all its folders. */
export function fetchedOf({ folders }: NonNullable<CompanyAddress['account']>): number {
  return folders.reduce((sum, { fetched }) => sum + fetched, 0)
}

/** What is set, or what was guessed where nothing is. */
export function serversOf(
  { address, account, sender }: CompanyAddress,
  guessed: { readonly fetching: ServerTyped | null; readonly sending: ServerTyped | null } | undefined,
): ServersTyped {
  const isNew = account === null && sender === null
  return {
    fetches: isNew || account !== null,
    fetching: account ?? guessed?.fetching ?? UNKNOWN('fetching'),
    username: account?.username ?? address,
    folders: account?.folders.map(({ name }) => name).join('\n') ?? 'INBOX',
    from: 'now',
    sends: isNew || sender !== null,
    sending: sender ?? guessed?.sending ?? UNKNOWN('sending'),
    signIn: sender?.sign_in ?? (isNew || account !== null ? 'same' : 'own'),
    senderName: sender?.username ?? address,
  }
}

/** What is asked of the server about fetching. An empty password is the one that is kept. */
export function accountBody({ fetching: { host, port, security }, username, folders }: ServersTyped, password: string) {
  return {
    host: host.trim(),
    port,
    security,
    username: username.trim(),
    folders: folders
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    ...(password === '' ? {} : { password }),
  }
}

/** What is fetched once somebody has signed in at the provider. */
export function consentAsk(typed: ServersTyped, isNew: boolean) {
  const { username, folders } = accountBody(typed, '')
  return { username, folders, ...(isNew ? { from: typed.from } : {}) }
}

interface Passwords {
  readonly fetching: string
  readonly sending: string
}

/** And about sending. */
export function senderBody(typed: ServersTyped, { fetching, sending }: Passwords) {
  const { host, port, security } = typed.sending
  const signIn = signInOf(typed)
  const password = signIn === 'same' ? fetching : signIn === 'own' ? sending : ''
  return {
    host: host.trim(),
    port,
    security,
    sign_in: signIn,
    ...(signIn === 'own' ? { username: typed.senderName.trim() } : {}),
    ...(password === '' ? {} : { password }),
  }
}

/** The same for a try: what was typed for fetching and is not stored yet is told as what it is. */
export function senderTrialBody(typed: ServersTyped, passwords: Passwords) {
  const body = senderBody(typed, passwords)
  return body.sign_in === 'same' && passwords.fetching !== ''
    ? { ...body, sign_in: 'own' as const, username: typed.username.trim() }
    : body
}

/** Nobody signs in as for fetching where nothing is fetched. */
export function signInOf({ fetches, signIn }: ServersTyped): ServersTyped['signIn'] {
  return signIn === 'same' && !fetches ? 'own' : signIn
}
