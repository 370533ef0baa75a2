import { randomUUID } from 'node:crypto'
import type { Role } from '@avow/contract'
import type { FastifyInstance } from 'fastify'
import { APP, type EventHandler, transaction } from '../src/db/index.ts'
import { EVENT_HANDLERS } from '../src/event-handlers.ts'
import { addApiKey } from '../src/features/api-keys/index.ts'
import { HANDLERS } from '../src/handlers.ts'
import type { ApiHandlers } from '../src/http/api/index.ts'
import { type AppOptions, buildPartOfApp } from '../src/http/build-app.ts'
import { addSignIn, openSignIn } from '../src/http/sign-in/index.ts'
import type { TestDatabase } from './database.ts'
import { openTestDesk, type TestDesk } from './desk.ts'
import { freePort } from './free-port.ts'

export const PASSWORD = 'correct horse battery staple'

export interface TestPerson {
  readonly user: string
  readonly person: string
  readonly email: string
  /** For the header `Cookie`. */
  readonly cookie: string
}

export interface TestApp {
  /** Where it listens, on loopback; `desk.publicUrl` too. */
  readonly url: string
  readonly app: FastifyInstance
  readonly desk: TestDesk
  readonly database: TestDatabase
  /** Id of the workspace `acme`, which all below is about where no other is named. */
  readonly workspace: string
  makeWorkspace(slug: string): Promise<string>
  /** Adds a person of staff and signs them in as a browser does. */
  signInAs(roles: readonly Role[], workspace?: string): Promise<TestPerson>
  /** The secret of a new API key. */
  keyFor(roles: readonly Role[], workspace?: string): Promise<string>
  /** A request as a page of the desk makes it: with Origin, and JSON where there is a body. */
  ask(method: string, path: string, options?: Asked): Promise<Response>
  close(): Promise<void>
}

export interface Asked {
  readonly cookie?: string
  readonly key?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type TestAppOptions = Partial<Omit<AppOptions, 'handlers' | 'signIn'>> & {
  /** Where it says that it is found; where it listens where left out. */
  readonly publicUrl?: string
  /** Every handler of the product where left out. */
  readonly handlers?: Partial<ApiHandlers>
  /** Tries to sign in; as many as wanted where left out. */
  readonly triesPerMinute?: number
  readonly eventHandlers?: readonly EventHandler[]
  readonly desk?: Partial<Pick<TestDesk, 'owner' | 'blobs' | 'prints' | 'outward' | 'consents' | 'lookup'>>
}

/** A server that listens on loopback, over the real PostgreSQL; for one test file, closed in `afterAll`. */
export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const {
    eventHandlers = EVENT_HANDLERS,
    handlers = HANDLERS,
    triesPerMinute = 1_000_000,
    publicUrl,
    desk: ofDesk,
    ...ofApp
  } = options
  // The address has to be known before anything listens there.
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const desk: TestDesk = { ...(await openTestDesk(eventHandlers, publicUrl ?? url)), ...ofDesk }
  const { database } = desk
  const workspace = await database.makeWorkspace('acme')
  const app = await buildPartOfApp(desk, {
    handlers,
    version: 'test',
    signIn: openSignIn(desk, { triesPerMinute }),
    requestsPerMinute: 1_000_000,
    events: { connect: () => database.connect(APP) },
    ...ofApp,
  })
  await app.listen({ host: '127.0.0.1', port })

  const ask: TestApp['ask'] = (method, path, { cookie, key, body, headers } = {}) =>
    fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: desk.publicUrl }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })

  return {
    url,
    app,
    desk,
    database,
    workspace,
    ask,
    makeWorkspace: (slug) => database.makeWorkspace(slug),
    async signInAs(roles, of = workspace) {
      const email = `${randomUUID()}@staff.example`
      const user = await addSignIn(desk, { email, name: 'Ada Agent', password: PASSWORD })
      const person = await addPerson(desk, of, email)
      await desk.store.control
        .insertInto('control.member')
        .values({ user_id: user, workspace_id: of, person_id: person, roles: [...roles] })
        .execute()
      const answer = await ask('POST', '/api/auth/sign-in/email', { body: { email, password: PASSWORD } })
      if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`)
      return { user, person, email, cookie: cookieOf(answer) }
    },
    async keyFor(roles, of = workspace) {
      const { secret } = await addApiKey(desk.store, { workspace: of, name: 'test', roles })
      return secret
    },
    async close() {
      await app.close()
      await desk.close()
    },
  }
}

/** What a browser would send back. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

function addPerson({ store }: TestDesk, workspace: string, email: string): Promise<string> {
  return transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    await tx.db
      .insertInto('person')
      .values({
        workspace_id: workspace,
        id,
        kind: 'staff',
        name: 'Ada Agent',
        email,
        created_at: new Date(tx.now),
      })
      .execute()
    return id
  })
}
