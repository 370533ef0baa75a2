import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { letterOf, outgoingOf, rowsOfAcceptance } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { acceptMail } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { setMailAccount } from '../mail-accounts/index.ts'
import { ticketFromMail } from './ticket-from-mail.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let house: MailHouse
let care: string
let mailbox: string
/** When the mailbox was connected, UTC ms. */
let connected: number
let uid = 0
beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  await publish(house.database.store, care, ALWAYS_OPEN)
  mailbox = await house.makeMailbox(care, 'support@care.example')
  connected = await connect(['INBOX'])
})
afterAll(() => house.close())

const connect = (folders: readonly string[], since?: number) =>
  transaction(house.database.store, { workspace: care }, async (tx) => {
    await setMailAccount(tx, house.desk.keys, mailbox, {
      host: 'imap.care.example',
      port: 993,
      security: 'tls',
      username: 'support',
      password: 'hush',
      folders,
      since,
    })
    const { connected_at } = await tx.db
      .selectFrom('mail_account')
      .select('connected_at')
      .where('workspace_id', '=', care)
      .executeTakeFirstOrThrow()
    return connected_at.getTime()
  })

/** A mail that is fetched, and came in there at `arrived`. */
async function fetched(arrived: number, from: string, headers: Readonly<Record<string, string>> = {}) {
  uid += 1
  const bytes = Buffer.from(letterOf({ from, headers }))
  const acceptance = await acceptMail(
    { store: house.desk.store, blobs: house.desk.blobs, next: house.reading, onStep: () => undefined },
    {
      from,
      to: [{ workspace: care, mailbox, address: 'support@care.example' }],
      bytes: (async function* () {
        yield bytes
      })(),
      fetched: { folder: 'INBOX', uidValidity: 1, uid },
      arrived,
    },
  )
  await house.reading.idle()
  const [row] = await rowsOfAcceptance(house, care, acceptance)
  if (row === undefined) throw new Error('no row')
  return row
}
/** What the event of its first message says. */
const fieldsOf = async (ticket: string | null) => {
  const { envelope } = await transaction(house.database.store, { workspace: care }, ({ db }) =>
    db
      .selectFrom('event')
      .select('envelope')
      .where('workspace_id', '=', care)
      .where('ticket_id', '=', ticket)
      .where('type', '=', 'message.received')
      .executeTakeFirstOrThrow(),
  )
  return envelope
}
const acknowledged = async (ticket: string | null) =>
  (await outgoingOf(house, care, ticket)).filter(({ kind }) => kind === 'acknowledgement').length

describe('a mail that lay there before its mailbox was connected', () => {
  it('for more than a day is a ticket that nobody is told of, and says so', async () => {
    const old = await fetched(connected - DAY - MINUTE, 'oda@home.example')
    expect([old.outcome, old.trace?.code, old.trace?.is_old]).toEqual(['ticketed', 'new', true])
    expect(await acknowledged(old.ticket_id)).toBe(0)
    const fields = await fieldsOf(old.ticket_id)
    expect(Date.parse(String(fields['said_at']))).toBe(Math.trunc(connected - DAY - MINUTE))
  })

  it('for minutes is not worth a word', async () => {
    const row = await fetched(Date.now() - MINUTE, 'quick@home.example')
    expect(await fieldsOf(row.ticket_id)).not.toHaveProperty('said_at')
  })

  it('for a day or less is acknowledged, and so is what came later, however late it is fetched', async () => {
    for (const [from, arrived] of [
      ['dora@home.example', connected - DAY + MINUTE],
      ['nora@home.example', connected + MINUTE],
      ['unsaid@home.example', Number.NaN],
    ] as const) {
      const row = await fetched(arrived, from)
      expect([row.outcome, row.trace?.is_old]).toEqual(['ticketed', undefined])
      expect(await acknowledged(row.ticket_id)).toBe(1)
    }
  })

  it('says nothing of it where it would be told to nobody at any rate', async () => {
    const row = await fetched(connected - 30 * DAY, 'bot@home.example', { 'Auto-Submitted': 'auto-generated' })
    expect(row).toMatchObject({ outcome: 'suppressed', trace: null })
    // Nor is anybody told when a person makes a ticket of it.
    await ticketFromMail(house.desk, care, row.id)
    const [made] = await transaction(house.database.store, { workspace: care }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['ticket_id', 'trace'])
        .where('workspace_id', '=', care)
        .where('id', '=', row.id)
        .execute(),
    )
    expect(made?.trace).toMatchObject({ code: 'by-hand' })
    expect(await acknowledged(made?.ticket_id ?? null)).toBe(0)
  })

  it('counts from when what holds it was connected: a further folder is, and what was set again is not', async () => {
    expect(await connect(['INBOX'])).toBe(connected)
    const more = await connect(['INBOX', 'Orders'])
    expect(more).toBeGreaterThan(connected)
    expect(await connect(['Orders'])).toBe(more)
  })
})
