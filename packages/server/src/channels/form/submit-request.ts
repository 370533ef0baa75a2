import { createHash } from 'node:crypto'
import type { Transaction } from '../../db/index.ts'
import { acknowledge, raiseUnspoken } from '../../features/acknowledgements/index.ts'
import { versionInForce } from '../../features/charters/index.ts'
import { decideTicket } from '../../features/commitments/index.ts'
import { makeLink } from '../../features/links/index.ts'
import { answeringMailbox } from '../../features/mailboxes/index.ts'
import { findOrAddCustomer } from '../../features/people/index.ts'
import { openRequest } from '../../features/tickets/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { askLanguage, askOtherLanguage } from '../email/reading/index.ts'
import { publicPromised } from './preview-promise.ts'
import type { FormFields } from './read-form.ts'

export interface ToSubmit {
  readonly fields: FormFields
  /** Of the page that the form stood on: taken where the text does not tell. */
  readonly language: string
  readonly keys: Keys
  readonly publicUrl: string
  /** Writes what the page tells, for the ticket’s history. */
  readonly tell: (promised: { readonly due: number; readonly zone: string }) => string
}

/** A token that opens the customer’s page; or how long to wait, ms, since the address sent too many. */
export type Submitted = { readonly token: string } | { readonly waitMs: number }

export const FOLLOW_DAYS = 180
/** From one address. */
const MOST_AN_HOUR = 5
const HOUR = 3_600_000

/** Takes in a request from the form. The same form sent again opens the request that it opened first. */
export async function submitRequest(tx: Transaction, about: ToSubmit): Promise<Submitted> {
  const { fields, keys, publicUrl } = about
  const id = eventId(fields)
  const { name, email, subject, message } = fields
  const charter = await versionInForce(tx, tx.now)
  const languages = charter?.document.languages ?? []
  const text = `${subject}\n${message}`
  const written = await askLanguage(text, languages)
  const language = written ?? about.language
  const other = written ?? (await askOtherLanguage(text, languages))
  // This locks the customer's row: of the same form sent twice at once, the second sees what the first did.
  const customer = await findOrAddCustomer(tx, { email, name, language })
  const before = await ticketOfEvent(tx, id)
  if (before !== undefined)
    return { token: await makeLink(tx, { ticket: before, purpose: 'follow', days: FOLLOW_DAYS }) }
  const waitMs = await tooMany(tx, customer)
  if (waitMs > 0) return { waitMs }
  const mailbox = await answeringMailbox(tx)
  const { ticket, number } = await openRequest(tx, {
    channel: 'form',
    by: 'customer',
    customer,
    customerSays: { name, address: email },
    language,
    facts: fields.facts,
    ...(mailbox === undefined ? {} : { mailbox: mailbox.id }),
    message: { id, subject, text: message, from: { name, address: email }, language, channel: 'form' },
  })
  if (other !== undefined) await raiseUnspoken(tx, [{ ticket, language: other, spoken: languages }])
  const mailboxAddress = mailbox?.address ?? ''
  const acknowledged = await acknowledge(tx, { ticket, number, keys, publicUrl, mailboxAddress })
  if (acknowledged !== 'sent') await noteTold(tx, ticket, customer, about)
  return { token: await makeLink(tx, { ticket, purpose: 'follow', days: FOLLOW_DAYS }) }
}

/** What the page tells counts as told, where no mail tells it (SPEC F4). */
async function noteTold(tx: Transaction, ticket: string, person: string, { tell }: ToSubmit): Promise<void> {
  const decided = await decideTicket(tx, ticket)
  const [promised] = decided === undefined ? [] : publicPromised(decided.charter, decided.decision.commitments)
  if (decided === undefined || promised === undefined) return
  const zone = decided.charter.zone.name
  await tx.append({
    id: tx.newId(),
    ticket,
    type: 'message.auto',
    by: 'bot',
    machine: 'avow',
    fields: { kind: 'shown', tells: [promised.promise.id] },
    content: [{ part: 'text', person, value: tell({ due: promised.due, zone }) }],
  })
}

/** Of what was sent too: another text under the same mark is another request. */
function eventId({ once = '', email, subject, message }: FormFields): string {
  const about = JSON.stringify([email.toLowerCase(), subject, message])
  return `form:${once}:${createHash('sha256').update(about).digest('hex').slice(0, 16)}`
}

async function ticketOfEvent(tx: Transaction, id: string): Promise<string | undefined> {
  const found = await tx.db
    .selectFrom('event')
    .select('ticket_id')
    .where('workspace_id', '=', tx.workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.ticket_id
}

/** How long to wait until this customer may send one more, ms. */
async function tooMany(tx: Transaction, customer: string): Promise<number> {
  const rows = await tx.db
    .selectFrom('ticket')
    .select('created_at')
    .where('workspace_id', '=', tx.workspace)
    .where('customer_id', '=', customer)
    .where('channel', '=', 'form')
    .where('created_at', '>', new Date(tx.now - HOUR))
    .orderBy('created_at', 'desc')
    .limit(MOST_AN_HOUR)
    .execute()
  const oldest = rows[MOST_AN_HOUR - 1]
  return oldest === undefined ? 0 : oldest.created_at.getTime() + HOUR - tx.now
}
