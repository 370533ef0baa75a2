import type { Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import { versionInForce } from '../charters/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import type { Author } from './author.ts'
import { checkFacts, type Facts } from './fitting-facts.ts'
import { openRequest } from './open-request.ts'

/** A matter that staff take in: at the counter, on the phone, from a letter. */
export interface TakenIn {
  readonly channel: string
  readonly customer: {
    readonly name: string
    readonly email?: string | undefined
    readonly phone?: string | undefined
    readonly language?: string | undefined
  }
  readonly subject: string
  readonly text: string
  readonly facts: Facts
  /** The stamp of a letter, RFC 3339. */
  readonly received_at?: string | undefined
}

/**
 * Opens a ticket for a customer. A letter's stamp is when it was brought, and is judged from; for other channels a typed
 * time is only shown. Throws `unknown-fact`, `no-charter` for facts without a charter, and `bad-request` for a stamp in
 * the future.
 */
export async function createTicket(
  tx: Transaction,
  author: Author,
  taken: TakenIn,
): Promise<{ readonly ticket: string; readonly number: number }> {
  const { channel, subject, text, facts } = taken
  const { name, email, phone, language } = taken.customer
  const stamp = stampOf(tx, taken)
  const at = channel === 'letter' ? stamp : undefined
  const charter = await versionInForce(tx, at ?? tx.now)
  if (charter !== undefined) checkFacts(charter, facts)
  else if (Object.keys(facts).length > 0)
    throw new Refusal('no-charter', 'No charter is in force at the time of this ticket: it takes no facts.')
  const known = { name, ...(phone === undefined ? {} : { phone }) }
  const spoken = language === undefined ? {} : { language }
  const customer = await findOrAddCustomer(tx, { ...known, ...spoken, ...(email === undefined ? {} : { email }) })
  return openRequest(tx, {
    channel,
    by: 'agent',
    ...(author.person === undefined ? { machine: author.machine } : { person: author.person }),
    customer,
    customerSays: { ...known, ...(email === undefined ? {} : { address: email }) },
    facts,
    ...spoken,
    ...(at === undefined ? {} : { at }),
    message: { subject, text, ...(stamp === undefined || at !== undefined ? {} : { saidAt: stamp }) },
  })
}

function stampOf(tx: Transaction, { received_at: typed }: TakenIn): number | undefined {
  if (typed === undefined) return undefined
  const stamp = Date.parse(typed)
  if (stamp <= tx.now) return stamp
  const message = `${typed} is still to come. Give the time at which it came in.`
  throw new Refusal('bad-request', message, { at: [{ path: 'received_at', message, typed }] })
}
