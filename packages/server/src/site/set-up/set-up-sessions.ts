import { permissionsOf, rolesOf } from '@avow/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../desk.ts'
import { CLIENT_ADDRESS, type SignIn } from '../../http/sign-in/index.ts'
import type { SetUpAdmin } from './step.ts'

/** Who asks: an administrator of the workspace, somebody else with a session, or nobody. */
export async function whoAsks(
  { store }: Desk,
  signIn: SignIn,
  workspace: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SetUpAdmin | 'other' | undefined> {
  const { cookie } = request.headers
  if (cookie === undefined) return undefined
  const { session, cookies } = await signIn.read(new Headers({ cookie }))
  if (session === undefined) return undefined
  for (const each of cookies) reply.header('set-cookie', each)
  const member = await store.control
    .selectFrom('control.member as member')
    .innerJoin('control.user as user', 'user.id', 'member.user_id')
    .select(['member.person_id', 'member.roles', 'user.email'])
    .where('member.user_id', '=', session.user)
    .where('member.workspace_id', '=', workspace)
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst()
  const mayManage = member !== undefined && permissionsOf(rolesOf(member.roles)).has('workspace.manage')
  return mayManage ? { person: member.person_id, email: member.email } : 'other'
}

/** Signs somebody in by the answer's cookie. */
export async function openSession(
  { publicUrl }: Desk,
  signIn: SignIn,
  { email, password }: { readonly email: string; readonly password: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<'open' | 'wrong' | 'too-often'> {
  const { origin } = new URL(publicUrl)
  const headers = { [CLIENT_ADDRESS]: request.ip, origin, 'content-type': 'application/json' }
  const body = JSON.stringify({ email, password })
  const answer = await signIn.handle(
    new Request(`${publicUrl}/api/auth/sign-in/email`, { method: 'POST', headers, body }),
  )
  if (!answer.ok) return answer.status === 429 ? 'too-often' : 'wrong'
  for (const each of answer.headers.getSetCookie()) reply.header('set-cookie', each)
  return 'open'
}

/** Did a browser say that a page of somebody else sends this? Cookies of ours do not come with it either (SameSite). */
export function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}
