import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../desk.ts'
import { Refusal } from '../../refusal.ts'
import type { SignIn } from '../sign-in/index.ts'
import type { Caller } from './caller.ts'
import { keyCaller } from './key-caller.ts'
import { refuseCrossSite } from './refuse-cross-site.ts'
import { sessionCaller } from './session-caller.ts'

export interface Doors {
  readonly signIn: SignIn
  readonly trusted: () => readonly string[]
}

/** Who makes a request: by key, else by session. Refuses who is neither; prolongs a session's cookies on the way. */
export async function readCaller(
  desk: Desk,
  { signIn, trusted }: Doors,
  request: FastifyRequest,
  reply: FastifyReply,
  workspace: string | undefined,
): Promise<Caller> {
  const { authorization, cookie } = request.headers
  if (authorization !== undefined) return keyCaller(desk, authorization, workspace)
  if (cookie === undefined) throw notSignedIn()
  const { session, cookies } = await signIn.read(new Headers({ cookie }))
  if (session === undefined) throw notSignedIn()
  refuseCrossSite(request, trusted())
  for (const each of cookies) reply.header('set-cookie', each)
  return sessionCaller(desk, session, workspace, Date.now())
}

function notSignedIn(): Refusal {
  return new Refusal('not-signed-in', 'Sign in at the desk, or send an API key: Authorization: Bearer KEY.')
}
