import { isMailAddress } from '../../channels/email/index.ts'
import type { NewEvent, Transaction } from '../../db/index.ts'
import type { Keys } from '../../secrets/index.ts'
import { customersClock } from '../../site/customers-clock.ts'
import { type DecidedTicket, decideTicket } from '../commitments/index.ts'
import { makeLink, siteAddress } from '../links/index.ts'
import { type Mailbox, mailboxesOf, mailboxToAnswerFrom } from '../mailboxes/index.ts'
import { type NewMail, sendMails } from '../outbox/index.ts'
import { signingTeam } from '../teams/index.ts'
import { pageLanguages } from '../workspaces/index.ts'
import { dueWords } from './due-words.ts'
import { countMails } from './mail-limits.ts'
import { speaking } from './messages/speak.ts'

export interface TicketToTellOf {
  /** Its row is locked. */
  readonly ticket: string
  readonly number: number
}

export interface TellOptions {
  readonly keys: Keys
  /** Address in links, without a slash at its end; empty where there is none. */
  readonly publicUrl: string
}

/** A public promise of an answer that runs, whose time the customer was not told. */
interface NewTime {
  readonly promise: string
  readonly due: number
}

const LINK_DAYS = 365

/**
 * Tells customers whose tickets were with somebody who is away by when somebody else answers, in fixed words: the due time of
 * the promise as it stands, which no absence moves. Nothing is told where they know that time already, where they have not
 * heard from us on the ticket yet, or where a limit on automatic mail holds it back: their page has it.
 */
export async function tellNewTime(
  tx: Transaction,
  tickets: readonly TicketToTellOf[],
  { keys, publicUrl }: TellOptions,
): Promise<void> {
  const mails: NewMail[] = []
  const events: NewEvent[] = []
  for (const about of await customersOf(tx, tickets)) {
    const decided = await decideTicket(tx, about.ticket)
    const time = decided === undefined ? undefined : newTimeOf(decided, tx.now)
    const hasHeard = decided?.log.entries.some(({ event: { type } }) => HEARD.has(type)) === true
    if (decided === undefined || time === undefined || !hasHeard) continue
    const { ticket, number, address, person, mailbox } = about
    const mark = keys.mark('automatic-mail', `${tx.workspace} ${address.toLowerCase()}`)
    const [counted] = await countMails(tx, [{ address: mark, ticket }], {
      notesHeld: false,
    })
    if (counted === undefined || counted.isHeld) continue
    const { language, say } = speaking([about.language, mailbox.language ?? undefined, (await pageLanguages(tx))?.[0]])
    const due = dueWords(customersClock(about.zones, decided.charter, 'UTC'), time.due, language)
    const follow =
      publicUrl === ''
        ? []
        : [
            `${say('follow')}\n${await siteAddress(tx, publicUrl, language.split('-')[0] ?? language)}/requests/${await makeLink(tx, { ticket, purpose: 'follow', days: LINK_DAYS })}`,
          ]
    const text = [say('away', { number: String(number), due }), ...follow, say('add')].join('\n\n')
    const team = await signingTeam(tx, { team: null, mailbox: mailbox.id })
    const signature = team?.signsAutomatic === true ? await team.sign(language, mailbox.name) : undefined
    const event = tx.newId()
    const subject = say('away.subject', { number: String(number) })
    const words = { to: address, subject, text, signature, language }
    mails.push({ kind: 'new-time', once: event, ticket, ...words, mailbox: mailbox.id, event })
    events.push({
      id: event,
      ticket,
      type: 'message.auto',
      by: 'bot',
      machine: 'avow',
      fields: { kind: 'new-time', tells: [time.promise] },
      content: [{ part: 'text', person, value: text }],
    })
  }
  const outbox = await sendMails(tx, mails)
  await tx.appendAll(
    events.map((event, index) => ({ ...event, fields: { ...event.fields, outbox: outbox[index] ?? '' } })),
  )
}

/** What a customer hears from us. */
const HEARD: ReadonlySet<string> = new Set(['message.sent', 'message.auto'])

/** The answer that is due first, where its time was not told. */
function newTimeOf({ charter, decision, isTold }: DecidedTicket, now: number): NewTime | undefined {
  const answers = new Map(
    charter.promises
      .filter(({ clock: { kind } }) => kind === 'first-response' || kind === 'next-response')
      .map(({ id, clause }) => [id, (row: number) => isTold(clause.rows[row - 1]?.audience ?? clause.audience)]),
  )
  const [first] = decision.commitments
    .flatMap(({ promise, row, state, due, why }) =>
      state === 'running' && due !== null && due > now && answers.get(promise)?.(row) === true
        ? [{ promise, due, isTold: why.some(({ code }) => code === 'told') }]
        : [],
    )
    .sort((a, b) => a.due - b.due)
  return first === undefined || first.isTold ? undefined : first
}

interface Customer extends TicketToTellOf {
  readonly person: string
  readonly address: string
  readonly language: string | undefined
  readonly mailbox: Mailbox
  readonly zones: { readonly customer: string | null; readonly mailbox: string | null }
}

/** Those of them who can be written to; the rows of these persons are locked. */
async function customersOf(tx: Transaction, tickets: readonly TicketToTellOf[]): Promise<readonly Customer[]> {
  if (tickets.length === 0) return []
  const rows = await tx.db
    .selectFrom('ticket')
    .select(['id', 'number', 'customer_id', 'mailbox_id', 'language'])
    .where('workspace_id', '=', tx.workspace)
    .where(
      'id',
      'in',
      tickets.map(({ ticket }) => ticket),
    )
    .orderBy('number')
    .execute()
  const ids = [...new Set(rows.flatMap(({ customer_id }) => customer_id ?? []))]
  if (ids.length === 0) return []
  const persons = await tx.db
    .selectFrom('person')
    .select(['id', 'email', 'language', 'zone'])
    .where('workspace_id', '=', tx.workspace)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  const mailboxes = await mailboxesOf(tx)
  const ours = new Set(mailboxes.map(({ address }) => address))
  const found: Customer[] = []
  for (const { id, number, customer_id, mailbox_id, language } of rows) {
    const person = persons.find((one) => one.id === customer_id)
    const address = person?.email ?? undefined
    const mailbox = await mailboxToAnswerFrom(tx, mailbox_id)
    if (person === undefined || address === undefined || mailbox === undefined) continue
    if (!isMailAddress(address) || ours.has(address.toLowerCase())) continue
    found.push({
      ticket: id,
      number,
      person: person.id,
      address,
      language: language ?? person.language ?? undefined,
      mailbox,
      zones: { customer: person.zone, mailbox: mailboxes.find((one) => one.id === mailbox_id)?.zone ?? null },
    })
  }
  return found
}
