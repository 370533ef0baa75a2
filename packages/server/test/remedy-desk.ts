import { randomUUID } from 'node:crypto'
import type { AuditEntry, Grant, RemediesOfTicket, Ticket } from '@avow/contract'
import { type JsonObject, transaction } from '../src/db/index.ts'
import { addApiKey } from '../src/features/api-keys/index.ts'
import { findOrAddCustomer } from '../src/features/people/index.ts'
import { openRequest } from '../src/features/tickets/index.ts'
import { openTestApp, type TestApp, type TestAppOptions } from './app.ts'
import { WITH_REMEDIES } from './charters.ts'
import { publish } from './publish.ts'

/** Who calls: by session or by key. */
export interface Who {
  readonly person: string
  readonly cookie?: string
  readonly key?: string
}

export interface Answered<T> {
  readonly status: number
  /** Of the catalogue, where it was refused. */
  readonly code: string | undefined
  readonly body: T
}

/** A desk whose charter gives remedies, over HTTP. */
export interface RemedyDesk {
  readonly app: TestApp
  /** An agent: 100 EUR a ticket, 500 EUR a day, 200 EUR a month of kindness. */
  readonly anna: Who
  /** A team lead: 1000 EUR a ticket. */
  readonly lea: Who
  hire(positions: readonly string[]): Promise<Who>
  /** A key of somebody, or of nobody. */
  keyOf(owner: Who | undefined): Promise<Who>
  /** A ticket of a gold customer; answers its number. */
  open(facts?: JsonObject): Promise<number>
  /** With facts of `open`, 80 EUR of R1 where nothing else is said. */
  grant(who: Who, ticket: number, body?: object, key?: string): Promise<Answered<Grant>>
  post<T>(who: Who, path: string, body?: object | string, key?: string): Promise<Answered<T>>
  get<T>(who: Who, path: string): Promise<T>
  remedies(who: Who, ticket: number): Promise<RemediesOfTicket>
  ticket(number: number): Promise<Ticket>
  /** What stands on the audit log, the newest first. */
  audit(): Promise<readonly AuditEntry[]>
  close(): Promise<void>
}

export const EUR_800 = { tier: 'gold', amount: { minor: 80_000, currency: 'EUR' } } as const

/** For one test file: in `beforeAll`, closed in `afterAll`. */
export async function openRemedyDesk({
  charter = WITH_REMEDIES,
  ...options
}: TestAppOptions & { readonly charter?: string } = {}): Promise<RemedyDesk> {
  const app = await openTestApp(options)
  const { store } = app.desk
  const { workspace } = app
  await publish(store, workspace, charter)
  const admin = await app.signInAs(['admin'])

  const hire = async (positions: readonly string[]): Promise<Who> => {
    const { person, cookie } = await app.signInAs(['agent'])
    const held = positions.map((position) => ({ workspace_id: workspace, position, person_id: person }))
    if (held.length > 0)
      await transaction(store, { workspace }, ({ db }) => db.insertInto('position_holder').values(held).execute())
    return { person, cookie }
  }
  const post = async <T>(
    { cookie, key }: Who,
    path: string,
    body: object | string = {},
    once: string = randomUUID(),
  ): Promise<Answered<T>> => {
    const answer = await app.ask('POST', `/api/v1${path}`, {
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined ? {} : { key }),
      headers: { 'idempotency-key': once },
      body,
    })
    // Whoever asks says what the route answers.
    const said = (await answer.json()) as T & { readonly code?: string }
    return { status: answer.status, code: answer.ok ? undefined : said.code, body: said }
  }
  const get = async <T>({ cookie, key }: Who, path: string): Promise<T> => {
    const by = { ...(cookie === undefined ? {} : { cookie }), ...(key === undefined ? {} : { key }) }
    const answer = await app.ask('GET', `/api/v1${path}`, by)
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  return {
    app,
    anna: await hire(['agent']),
    lea: await hire(['team-lead']),
    hire,
    async keyOf(owner) {
      const { secret } = await addApiKey(store, {
        workspace,
        name: 'bot',
        roles: ['agent'],
        ...(owner === undefined ? {} : { owner: owner.person }),
      })
      return { person: owner?.person ?? '', key: secret }
    },
    open: (facts = EUR_800) =>
      transaction(store, { workspace }, async (tx) => {
        const { number } = await openRequest(tx, {
          channel: 'email',
          by: 'customer',
          customer: await findOrAddCustomer(tx, { email: 'carla@customer.example', name: 'Carla' }),
          facts,
          message: { subject: 'The kettle leaks', text: 'It leaks from the lid.' },
        })
        return number
      }),
    grant: (who, ticket, body, key) =>
      post(
        who,
        `/tickets/${ticket}/grants`,
        { clause: 'R1', remedy: 'refund', amount: eur(8000), seen: 1, ...body },
        key,
      ),
    post,
    get,
    remedies: (who, ticket) => get(who, `/tickets/${ticket}/remedies`),
    ticket: (number) => get({ person: '', cookie: admin.cookie }, `/tickets/${number}`),
    audit: async () =>
      (await get<{ items: AuditEntry[] }>({ person: '', cookie: admin.cookie }, '/audit?limit=200')).items,
    close: () => app.close(),
  }
}

export function eur(minor: number) {
  return { minor, currency: 'EUR' }
}
