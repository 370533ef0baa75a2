import { PROBLEMS, type ProblemCode } from '@avow/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { refuseCrossSite } from './access/index.ts'
import { CLIENT_ADDRESS, type SignIn } from './sign-in/index.ts'

/** What of the library's routes is open. Signing up, resetting by mail and changing an address are not among it. */
const GET_ROUTES = ['get-session', 'list-sessions', 'ok']
const POST_ROUTES = [
  'sign-in/email',
  'sign-out',
  'change-password',
  'revoke-session',
  'revoke-sessions',
  'revoke-other-sessions',
  'two-factor/enable',
  'two-factor/disable',
  'two-factor/get-totp-uri',
  'two-factor/verify-totp',
  'two-factor/verify-backup-code',
  'two-factor/generate-backup-codes',
]

const REFUSED: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'body-too-large',
  415: 'unsupported-media-type',
  422: 'bad-request',
  429: 'too-many',
}

/** Headers that the library may see; nothing about hosts and proxies is among them. */
const PASSED = ['cookie', 'origin', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']

/** Signing in, out, and what somebody does with their own sessions and password: /api/auth/*. */
export function registerSignIn(
  app: FastifyInstance,
  desk: Desk,
  signIn: SignIn,
  trusted: () => readonly string[],
): void {
  const serve = (method: 'GET' | 'POST', path: string) =>
    app.route({
      method,
      url: `/api/auth/${path}`,
      exposeHeadRoute: false,
      handler: async (request, reply) => {
        if (request.headers.origin !== undefined || request.headers.cookie !== undefined)
          refuseCrossSite(request, trusted())
        return answer(reply, await signIn.handle(asked(desk, request)))
      },
    })
  for (const path of GET_ROUTES) serve('GET', path)
  for (const path of POST_ROUTES) serve('POST', path)
}

function asked({ publicUrl }: Desk, { method, url, headers, body, ip }: FastifyRequest): Request {
  const passed = new Headers({ [CLIENT_ADDRESS]: ip })
  for (const name of PASSED) {
    const value = headers[name]
    if (typeof value === 'string') passed.set(name, value)
  }
  if (method === 'GET') return new Request(`${publicUrl}${url}`, { headers: passed })
  passed.set('content-type', 'application/json')
  return new Request(`${publicUrl}${url}`, { method, headers: passed, body: JSON.stringify(bodyOf(url, body)) })
}

/** Who changes their password ends their other sessions, wherever they are. */
function bodyOf(url: string, body: unknown): unknown {
  const given = typeof body === 'object' && body !== null ? body : {}
  return url.startsWith('/api/auth/change-password') ? { ...given, revokeOtherSessions: true } : given
}

async function answer(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const wait = response.headers.get('x-retry-after')
  if (wait !== null) reply.header('retry-after', wait)
  const text = await response.text()
  if (!response.ok) throw refused(response.status, text)
  return reply.code(response.status).type('application/json; charset=utf-8').send(text)
}

function refused(status: number, text: string): Error {
  const code = REFUSED[status]
  if (code === undefined) return new Error(`sign-in answered ${status}`)
  const said = readMessage(text)
  return new Refusal(code, said ?? PROBLEMS[code].title)
}

function readMessage(text: string): string | undefined {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null && 'message' in said ? `${String(said.message)}.` : undefined
  } catch {
    return undefined
  }
}
