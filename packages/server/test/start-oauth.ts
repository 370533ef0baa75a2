import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ConsentProvider } from '../src/consent-providers/index.ts'

/** A provider that people consent at (OAuth 2), on loopback: it checks what the standards ask it to check. */
export interface OauthServer {
  readonly url: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Tokens for it are good so long from now on, s. */
  lasts: number
  /** How often tokens were asked for, by kind. */
  readonly asked: { authorization_code: number; refresh_token: number }
  /** Somebody follows an address that the desk gave, and consents. Answers where they are sent back to. */
  consent(address: string, user: string): Promise<URL>
  /** Nothing that was given is good any more. */
  revoke(): void
  /** Whose mailbox a token that is still good opens. */
  userOf(access: string): string | undefined
  close(): Promise<void>
}

interface Code {
  readonly challenge: string
  readonly redirect: string
  readonly user: string
}

export async function startOauth(redirect: () => string): Promise<OauthServer> {
  const client = { id: 'the-desk', secret: 'secret-of-the-desk' }
  const codes = new Map<string, Code>()
  const access = new Map<string, { readonly user: string; readonly until: number }>()
  const refresh = new Map<string, string>()
  const asked = { authorization_code: 0, refresh_token: 0 }
  const state = { lasts: 3600 }

  const authorise = (url: URL, response: ServerResponse): void => {
    const of = (name: string): string => url.searchParams.get(name) ?? ''
    const isFit =
      of('response_type') === 'code' &&
      of('client_id') === client.id &&
      of('redirect_uri') === redirect() &&
      of('scope') === 'mail' &&
      of('code_challenge_method') === 'S256' &&
      /^[\w-]{43}$/u.test(of('code_challenge')) &&
      of('state').length > 40
    if (!isFit) {
      response.writeHead(400).end()
      return
    }
    const code = randomUUID()
    codes.set(code, {
      challenge: of('code_challenge'),
      redirect: of('redirect_uri'),
      user: of('user') || of('login_hint'),
    })
    const back = new URL(of('redirect_uri'))
    back.searchParams.set('code', code)
    back.searchParams.set('state', of('state'))
    response.writeHead(302, { location: back.href }).end()
  }

  const userFor = (form: URLSearchParams): string | undefined => {
    if (form.get('client_id') !== client.id || form.get('client_secret') !== client.secret) return undefined
    if (form.get('grant_type') === 'refresh_token') {
      asked.refresh_token++
      const user = refresh.get(form.get('refresh_token') ?? '')
      // Each is good for once.
      refresh.delete(form.get('refresh_token') ?? '')
      return user
    }
    asked.authorization_code++
    const known = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    return known?.challenge === challenge && known.redirect === form.get('redirect_uri') ? known.user : undefined
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (url.pathname === '/authorise') return authorise(url, response)
    const form = new URLSearchParams(await text(request))
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    if (url.pathname === '/introspect') {
      const user = userOf(form.get('token') ?? '')
      return say(200, user === undefined ? { active: false } : { active: true, username: user })
    }
    const user = userFor(form)
    if (user === undefined) return say(400, { error: 'invalid_grant', error_description: 'it is good no more' })
    const [token, next] = [randomUUID(), randomUUID()]
    access.set(token, { user, until: Date.now() + state.lasts * 1000 })
    refresh.set(next, user)
    say(200, { access_token: token, token_type: 'Bearer', expires_in: state.lasts, refresh_token: next })
  }
  const userOf = (token: string): string | undefined => {
    const found = access.get(token)
    return found !== undefined && found.until > Date.now() ? found.user : undefined
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  const url = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}`
  return {
    url,
    client,
    asked,
    get lasts() {
      return state.lasts
    },
    set lasts(seconds) {
      state.lasts = seconds
    },
    async consent(address, user) {
      const there = new URL(address)
      there.searchParams.set('user', user)
      const answered = await fetch(there, { redirect: 'manual' })
      const location = answered.headers.get('location')
      if (location === null) throw new Error(`the provider answered ${answered.status}`)
      return new URL(location)
    },
    revoke() {
      access.clear()
      refresh.clear()
    },
    userOf,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** The provider as an installation describes it. */
export function consentAt(
  { url, client }: OauthServer,
  servers: Pick<ConsentProvider, 'fetching' | 'sending'>,
): ConsentProvider {
  return {
    name: 'home',
    title: 'Home',
    domains: ['home.example'],
    authorise: `${url}/authorise`,
    token: `${url}/token`,
    scope: 'mail',
    more: { prompt: 'consent' },
    client,
    ...servers,
  }
}
