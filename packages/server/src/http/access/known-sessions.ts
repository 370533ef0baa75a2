import { createHash } from 'node:crypto'
import type { Session, SignIn } from '../sign-in/index.ts'

/** So long a cookie's meaning is remembered, ms; then sign-in is asked again, which prolongs the session where that is due. */
const REMEMBERED = 5 * 60_000
const MOST = 10_000

/**
 * Which session a cookie opens. Asking sign-in costs several statements, so its answer is remembered: not whether the
 * session still lives, which is asked of the database with every request (session-caller.ts).
 */
export class KnownSessions {
  readonly #signIn: SignIn
  readonly #known = new Map<string, { readonly session: Session; readonly until: number }>()

  constructor(signIn: SignIn) {
    this.#signIn = signIn
  }

  async of(
    cookie: string,
    now: number,
  ): Promise<{ readonly session: Session | undefined; readonly cookies: readonly string[] }> {
    const name = createHash('sha256').update(cookie).digest('base64')
    const known = this.#known.get(name)
    if (known !== undefined && known.until > now) return { session: known.session, cookies: [] }
    this.#known.delete(name)
    const read = await this.#signIn.read(new Headers({ cookie }))
    if (read.session === undefined) return read
    if (this.#known.size >= MOST) this.#known.clear()
    this.#known.set(name, { session: read.session, until: now + REMEMBERED })
    return read
  }
}
