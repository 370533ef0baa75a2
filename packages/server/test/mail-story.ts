import type { MailTrace } from '@avow/contract'
import { sql } from 'kysely'
import { transaction } from '../src/db/index.ts'
import type { MailHouse } from './mail.ts'
import { sendOne } from './raw-smtp.ts'

/** A mail as a person writes one. */
export interface Letter {
  readonly from?: string
  readonly envelopeFrom?: string
  readonly to?: readonly string[]
  readonly subject?: string
  readonly text?: string
  /** Further header lines. */
  readonly headers?: Readonly<Record<string, string>>
  /** The whole mail instead. */
  readonly raw?: string
}

let letters = 0

export function letterOf({
  from = 'Carla <carla@home.example>',
  to,
  subject = 'The lamp',
  text = 'It is broken.',
  headers,
}: Letter): string {
  letters += 1
  const lines = {
    From: from,
    To: (to ?? ['support@care.example'])[0] ?? '',
    Subject: subject,
    'Message-ID': `<letter-${letters}@home.example>`,
    ...headers,
  }
  const header = Object.entries(lines).map(([name, value]) => `${name}: ${value}`)
  return `${header.join('\r\n')}\r\n\r\n${text}\r\n`
}

/** Sends a letter over SMTP, waits until it is settled, and answers its rows in the workspace. */
export async function post(house: MailHouse, workspace: string, letter: Letter) {
  const { to = ['support@care.example'], envelopeFrom } = letter
  const from = envelopeFrom ?? /[^<\s]+@[^>\s]+/.exec(letter.from ?? 'carla@home.example')?.[0] ?? ''
  const reply = await sendOne(house.intake.port, { from, to, mail: letter.raw ?? letterOf(letter) })
  const acceptance = /kept as ([0-9a-f-]{36})$/.exec(reply)?.[1]
  if (acceptance === undefined) throw new Error(`not accepted: ${reply}`)
  await house.reading.idle()
  return rowsOfAcceptance(house, workspace, acceptance)
}

export async function rowsOfAcceptance(house: MailHouse, workspace: string, acceptance: string) {
  const { rows } = await transaction(house.database.store, { workspace }, ({ db }) =>
    sql<{
      id: string
      outcome: string | null
      reason: string | null
      ticket_id: string | null
      number: number | null
      event_id: string | null
      trace: MailTrace | null
    }>`
      select m.id, m.outcome, m.reason, m.ticket_id, t.number, m.event_id, m.trace
        from inbound_mail m left join ticket t on t."workspace_id" = ${workspace} and t.id = m.ticket_id
       where m."workspace_id" = ${workspace} and m.acceptance_id = ${acceptance} order by m.id`.execute(db),
  )
  return rows
}

/** The envelopes of a ticket's events. */
export async function envelopesOf(house: MailHouse, workspace: string, ticket: string | null | undefined) {
  const rows = await transaction(house.database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('event')
      .select('envelope')
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket ?? '')
      .orderBy('seq')
      .execute(),
  )
  return rows.map(({ envelope }) => envelope)
}

/** The mails of ours on a ticket, as the outbox keeps them. */
export async function outgoingOf(house: MailHouse, workspace: string, ticket: string | null | undefined) {
  const rows = await transaction(house.database.store, { workspace }, ({ db }) =>
    db
      .selectFrom('outbox')
      .select(['id', 'kind', 'payload'])
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket ?? '')
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ id, kind, payload }) => ({
    id,
    kind,
    to: String(payload['to']),
    text: String(payload['text']),
    subject: String(payload['subject']),
  }))
}
