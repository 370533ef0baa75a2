import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import type { Caller } from './caller.ts'
import { keyCaller } from './key-caller.ts'
import type { KnownSessions } from './known-sessions.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import { sessionCaller } from './session-caller.ts'

export interface Doors {
  readonly sessions: KnownSessions
  readonly trusted: () => readonly string[]
}

/** Who makes a request: by key, else by session. Refuses who is neither; prolongs a session's cookies on the way. */
export async function readCaller(
  desk: Desk,
  { sessions, trusted }: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  workspace: string | undefined,
): Promise<Caller> {
  const { authorization, cookie } = request.headers
  if (authorization !== undefined) return keyCaller(desk, authorization, workspace)
  if (cookie === undefined) throw notSignedIn()
  const now = Date.now()
  const { session, cookies } = await sessions.of(cookie, now)
  if (session === undefined) throw notSignedIn()
  refuseCrossSite(request, trusted())
  const caller = await sessionCaller(desk, session, workspace, now)
  if (caller === undefined) throw notSignedIn()
  for (const each of cookies) reply.header('set-cookie', each)
  return caller
}

function notSignedIn(): Refusal {
  return new Refusal('not-signed-in', 'Sign in at the desk, or send an API key: Authorization: Bearer KEY.')
}
