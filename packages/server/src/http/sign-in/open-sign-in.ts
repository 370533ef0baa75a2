import { betterAuth } from 'better-auth'
import type { Desk } from '../../desk.ts'
import { type SignInOptions, signInSettings } from './sign-in-settings.ts'

/** Who a session belongs to, and since when it lasts. */
export interface Session {
  readonly id: string
  readonly user: string
  /** UTC ms. */
  readonly createdAt: number
}

/** Sessions of people, by better-auth in the control schema. */
export interface SignIn {
  /** Answers what is asked below /api/auth. */
  handle(request: Request): Promise<Response>
  /** The session that a request's cookie opens, and the cookies to set where it was prolonged. */
  read(headers: Headers): Promise<{ session: Session | undefined; cookies: readonly string[] }>
}

/** Opens sign-in. What it is asked must come from a page of ours: that is for the caller to see to. */
export function openSignIn(desk: Desk, options: SignInOptions = {}): SignIn {
  const auth = betterAuth(signInSettings(desk, options))
  return {
    handle: (request) => auth.handler(request),
    async read(headers) {
      const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true })
      if (response === null) return { session: undefined, cookies: [] }
      const { id, userId, createdAt } = response.session
      return { session: { id, user: userId, createdAt: createdAt.getTime() }, cookies: answered.getSetCookie() }
    },
  }
}
