import { type JsonObject, type NewEvent, openTicket, type Transaction } from '../../db/index.ts'
import { forgetVersions, versionInForce } from '../charters/index.ts'
import { appendMessage } from './append-message.ts'
import { fits, isFactValue } from './fitting-facts.ts'
import type { NewMessage } from './new-message.ts'

/** A matter that somebody brings. */
export interface NewRequest {
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
  /** Facts beside the channel and those of the customer. */
  readonly facts?: JsonObject
  readonly message: NewMessage
}

/**
 * Opens a ticket with its first message, in the transaction that it is handed. Of the facts (the channel, the customer's
 * own, those given, which come before) only those go into it that the charter in force at `at` declares and can use. Throws
 * where the message's event id is taken.
 */
export async function openRequest(
  tx: Transaction,
  request: NewRequest,
): Promise<{ readonly ticket: string; readonly number: number }> {
  const { channel, by, customer, customerSays = {}, language, mailbox, follows } = request
  const at = Math.min(request.at ?? tx.now, tx.now)
  const facts = await declaredFacts(tx, at, { channel, ...(await factsOf(tx, customer)), ...request.facts })
  const created = await openTicket(tx, {
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
    },
    content: [{ part: 'customer', person: customer, value: { ...customerSays } }],
  })
  // From here on none is published that could be in force at its creation; one may have been since they were read.
  forgetVersions(tx)
  const { ticket } = created
  const message = await appendMessage(tx, { ticket, customer, channel }, { at, ...request.message })
  if (message === undefined) throw new Error(`the message ${request.message.id} was appended before`)
  return { ticket, number: Number(created.envelope['number']) }
}

function creatorOf({ by, person, machine, customer }: NewRequest): Pick<NewEvent, 'person' | 'machine'> {
  if (by === 'customer') return { person: customer }
  return person === undefined ? { machine: machine ?? 'avow' } : { person }
}

async function factsOf(tx: Transaction, person: string): Promise<JsonObject> {
  const found = await tx.db
    .selectFrom('person')
    .select('facts')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', person)
    .executeTakeFirst()
  return found?.facts ?? {}
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
