import type { CompiledCharter } from '@avow/core'
import { type JsonObject, type NewEvent, type NewTicket, openTickets, type Transaction } from '../../db/index.ts'
import { forgetVersions, versionInForce } from '../charters/index.ts'
import { eventOfMessage, keepAttachments } from './append-message.ts'
import { fits, isFactValue } from './fitting-facts.ts'
import { heardIn } from './hear-words.ts'
import type { NewMessage } from './new-message.ts'
import { repeatedContacts } from './repeated-contact.ts'
import { type Route, routeOf } from './route-request.ts'

/** A matter that somebody brings. */
export interface NewRequest {
  /** Id of the ticket; made where left out. */
  readonly ticket?: string
  /** email, form, counter, phone, letter … */
  readonly channel: string
  readonly by: 'customer' | 'agent'
  /** Id of the agent, when one takes it in, */
  readonly person?: string
  /** or the name of the machine that does. */
  readonly machine?: string
  /** Id of the customer. */
  readonly customer: string
  /** What the customer gave with this request; kept beside its creation. */
  readonly customerSays?: { readonly name?: string; readonly address?: string; readonly phone?: string }
  /** When it was brought, UTC ms; now where left out. The charter in force then is the one that it is pinned to. */
  readonly at?: number
  readonly language?: string
  /** Id of the mailbox it came to. */
  readonly mailbox?: string
  /** Id of the closed ticket that it follows. */
  readonly follows?: string
  readonly isDemo?: boolean
  /** History from elsewhere: it is closed from the start, and no charter judges it. */
  readonly isImported?: boolean
  /** Facts beside the channel and those of the customer. */
  readonly facts?: JsonObject
  readonly message: NewMessage
}

export interface OpenedRequest {
  readonly ticket: string
  readonly number: number
}

/**
 * Opens a ticket with its first message, in the transaction that it is handed. Of the facts (the channel, the language, the
 * customer's own, those given, which come before) only those go into it that the charter in force at `at` declares and can
 * use. By these the charter's routing gives it to a team, unless it came to an address that is a team's own. Throws where the
 * message's event id is taken.
 */
export async function openRequest(tx: Transaction, request: NewRequest): Promise<OpenedRequest> {
  const [opened] = await openRequests(tx, [request])
  if (opened === undefined) throw new Error('a ticket was not opened')
  return opened
}

/** The same for several, in few statements however many; answers in their order. */
export async function openRequests(
  tx: Transaction,
  requests: readonly NewRequest[],
): Promise<readonly OpenedRequest[]> {
  if (requests.length === 0) return []
  const own = await factsOf(
    tx,
    requests.map(({ customer }) => customer),
  )
  const news: Parameters<typeof openTickets>[1][number][] = []
  const charters: (CompiledCharter | undefined)[] = []
  for (const request of requests) {
    const { channel, customer, message } = request
    const at = Math.min(request.at ?? tx.now, tx.now)
    const language = request.language === undefined ? {} : { language: request.language }
    const facts = await declaredFacts(tx, at, { channel, ...language, ...own.get(customer), ...request.facts })
    const charter = request.isImported === true ? undefined : await versionInForce(tx, at)
    const route = request.isImported === true ? undefined : await routeTo(tx, at, request, facts)
    charters.push(charter)
    news.push({
      created: creationOf(request, at, facts),
      happened: (ticket) => [
        eventOfMessage(tx, { ticket, customer, channel }, { at, ...message }),
        ...heardIn(tx, charter, ticket, { at, ...message }),
        ...(route === undefined ? [] : [routing(tx, ticket, route)]),
        ...(request.isImported === true ? [closingOf(tx, ticket)] : []),
      ],
    })
  }
  const events = await openTickets(tx, news)
  // From here on none is published that could be in force at its creation; one may have been since they were read.
  forgetVersions(tx)
  const creations = events.filter(({ type }) => type === 'ticket.created')
  const messages = new Map(events.filter(({ type }) => type === 'message.received').map((each) => [each.ticket, each]))
  const opened: OpenedRequest[] = []
  for (const [index, { customer, message }] of requests.entries()) {
    const { ticket = '', envelope } = creations[index] ?? {}
    const received = messages.get(ticket)
    if (received === undefined) throw new Error('a ticket was not opened')
    await keepAttachments(tx, received, customer, message.attachments ?? [])
    opened.push({ ticket, number: Number(envelope?.['number']) })
  }
  const repeated = await repeatedContacts(
    tx,
    requests.map(({ customer, at = tx.now, message }, index) => ({
      ticket: opened[index]?.ticket ?? '',
      customer,
      at: Math.min(at, tx.now),
      // Who moves messages to a ticket of their own contacts nobody.
      charter: message.movedFrom === undefined ? charters[index] : undefined,
    })),
  )
  if (repeated.length > 0) await tx.appendAll(repeated)
  return opened
}

function creationOf(request: NewRequest, at: number, facts: JsonObject): NewTicket {
  const { ticket, channel, by, customer, customerSays = {}, language, mailbox, follows } = request
  return {
    ...(ticket === undefined ? {} : { ticket }),
    by,
    at,
    ...creatorOf(request),
    fields: {
      facts,
      channel,
      ...(by === 'agent' ? { for: 'customer' } : {}),
      ...(language === undefined ? {} : { language }),
      ...(mailbox === undefined ? {} : { mailbox }),
      ...(follows === undefined ? {} : { follows }),
      ...(request.isDemo === true ? { demo: true } : {}),
      ...(request.isImported === true ? { imported: true } : {}),
    },
    content: [{ part: 'customer', person: customer, value: { ...customerSays } }],
  }
}

function closingOf(tx: Transaction, ticket: string): NewEvent {
  return { id: tx.newId(), ticket, type: 'status.changed', by: 'system', machine: 'avow', fields: { to: 'closed' } }
}

function creatorOf({ by, person, machine, customer }: NewRequest): Pick<NewEvent, 'person' | 'machine'> {
  if (by === 'customer') return { person: customer }
  return person === undefined ? { machine: machine ?? 'avow' } : { person }
}

/** The row of the charter's routing by which a request goes to a team; undefined where its address says whose it is. */
async function routeTo(
  tx: Transaction,
  at: number,
  { by, mailbox }: NewRequest,
  facts: JsonObject,
): Promise<Route | undefined> {
  const charter = await versionInForce(tx, at)
  if (charter === undefined || charter.document.routing.length === 0) return undefined
  if (mailbox !== undefined && (await isOfTeam(tx, mailbox))) return undefined
  return routeOf(charter, { at, by, facts })
}

async function isOfTeam({ db, workspace }: Transaction, mailbox: string): Promise<boolean> {
  const found = await db
    .selectFrom('team')
    .select('name')
    .where('workspace_id', '=', workspace)
    .where('mailbox_id', '=', mailbox)
    .executeTakeFirst()
  return found !== undefined
}

function routing(tx: Transaction, ticket: string, { team, clause, row }: Route): NewEvent {
  const fields = { team, reason: 'routing', clause, row }
  return { id: tx.newId(), ticket, type: 'ticket.assigned', by: 'system', machine: 'avow', fields }
}

async function factsOf(tx: Transaction, persons: readonly string[]): Promise<ReadonlyMap<string, JsonObject>> {
  const found = await tx.db
    .selectFrom('person')
    .select(['id', 'facts'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', [...new Set(persons)])
    .execute()
  return new Map(found.map(({ id, facts }) => [id, facts]))
}

async function declaredFacts(tx: Transaction, at: number, facts: JsonObject): Promise<JsonObject> {
  const charter = await versionInForce(tx, at)
  return Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => {
      const definition = charter?.facts.get(name)
      return definition !== undefined && isFactValue(value) && fits(definition, value)
    }),
  )
}
