import { permissionsOf } from '@avow/contract'
import { type JsonObject, transaction } from '../src/db/index.ts'
import type { Desk } from '../src/desk.ts'
import { EVENT_HANDLERS } from '../src/event-handlers.ts'
import { findOrAddCustomer } from '../src/features/people/index.ts'
import { type NewMessage, openRequest, receiveMessage } from '../src/features/tickets/index.ts'
import type { Access } from '../src/http/handler.ts'
import { ALWAYS_OPEN } from './charters.ts'
import type { TestDatabase } from './database.ts'
import { openTestDesk } from './desk.ts'
import { publish } from './publish.ts'

/** A desk at work: a workspace with a charter, two agents, and customers who write. */
export interface TicketDesk {
  readonly desk: Desk
  readonly database: TestDatabase
  readonly workspace: string
  readonly anna: Access
  readonly ben: Access
  /** An API key of the workspace. */
  readonly key: Access
  /** Somebody of another workspace, with the same charter. */
  readonly stranger: Access
  /** A ticket by mail; answers its id and number. */
  open(request?: OpenedBy): Promise<{ readonly ticket: string; readonly number: number }>
  write(ticket: string, message?: Partial<NewMessage>): ReturnType<typeof receiveMessage>
  /** Another person of the workspace's staff, as they call. */
  hire(name: string): Promise<Access>
  close(): Promise<void>
}

export interface OpenedBy {
  readonly email?: string
  readonly channel?: string
  readonly at?: number
  readonly facts?: JsonObject
  readonly message?: Partial<NewMessage>
}

/** For one test file: in `beforeAll`, closed in `afterAll`. */
export async function openTicketDesk(): Promise<TicketDesk> {
  const desk = await openTestDesk(EVENT_HANDLERS, 'https://desk.example')
  const { store, database } = desk
  const workspace = await database.makeWorkspace('acme')
  const other = await database.makeWorkspace('other')
  for (const each of [workspace, other]) await publish(store, each, ALWAYS_OPEN)
  const mailbox = await transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    await tx.db
      .insertInto('mailbox')
      .values({ workspace_id: workspace, id, address: 'help@acme.example', name: 'Acme', language: 'en', zone: null })
      .execute()
    return id
  })

  const access = (of: string, person: string | undefined): Access => ({
    workspace: of,
    slug: of === workspace ? 'acme' : 'other',
    person,
    actor: person === undefined ? 'key:1' : `user:${person}`,
    roles: ['agent'],
    permissions: permissionsOf(['agent']),
    get now() {
      return Date.now()
    },
  })
  const hire = async (of: string, name: string): Promise<Access> => {
    const person = await transaction(store, { workspace: of }, async (tx) => {
      const id = tx.newId()
      await tx.db
        .insertInto('person')
        .values({
          workspace_id: of,
          id,
          kind: 'staff',
          name,
          email: `${name.toLowerCase()}@${of}.example`,
          created_at: new Date(tx.now),
        })
        .execute()
      return id
    })
    return access(of, person)
  }
  return {
    desk,
    database,
    workspace,
    anna: await hire(workspace, 'Anna'),
    ben: await hire(workspace, 'Ben'),
    key: access(workspace, undefined),
    stranger: await hire(other, 'Sam'),
    hire: (name) => hire(workspace, name),
    open: ({ email = 'carla@customer.example', channel = 'email', at, facts, message } = {}) =>
      transaction(store, { workspace }, async (tx) =>
        openRequest(tx, {
          channel,
          by: 'customer',
          customer: await findOrAddCustomer(tx, { email, name: 'Carla Customer' }),
          customerSays: { name: 'Carla Customer', address: email },
          mailbox,
          ...(at === undefined ? {} : { at }),
          ...(facts === undefined ? {} : { facts }),
          message: { subject: 'The kettle leaks', text: 'It leaks from the lid.', ...message },
        }),
      ),
    write: (ticket, message) =>
      transaction(store, { workspace, tickets: [ticket] }, (tx) =>
        receiveMessage(tx, ticket, { subject: 'Re: The kettle leaks', text: 'And now from the spout.', ...message }),
      ),
    close: () => desk.close(),
  }
}
