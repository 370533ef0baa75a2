import { ROUTES } from '@avow/contract'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { otherEnd } from '../../../test/other-end.ts'
import { callTicket, lastEntry } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { createSubmitter } from '../../channels/email/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { startOutbox } from '../../jobs/outbox/index.ts'
import { sendMail } from '../outbox/index.ts'
import { ticketHandlers } from './index.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const run = <T>(work: (tx: Transaction) => Promise<T>) => transaction(d.desk.store, { workspace: d.workspace }, work)
const calling = (number: number) => ({
  params: { number },
  query: undefined,
  body: undefined,
  access: d.anna,
  signal: new AbortController().signal,
})
const answering = async (number: number) =>
  ROUTES.readAnswering.answer.parse(await ticketHandlers.readAnswering(calling(number), d.desk))
const lift = async (number: number) =>
  ROUTES.liftAddress.answer.parse(await ticketHandlers.liftAddress(calling(number), d.desk))

/** Sends what is due by a server that refuses every recipient so. */
async function sendRefused(code: number, says: string, at: 'recipient' | 'data' = 'recipient'): Promise<void> {
  const end = await otherEnd({ says, ...(at === 'data' ? { onData: () => code } : { onRecipient: () => code }) })
  const submitter = createSubmitter(end.url)
  const outbox = startOutbox({
    store: d.desk.store,
    blobs: d.desk.blobs,
    keys: d.desk.keys,
    log: pino({ level: 'fatal' }),
    submitter,
    isFolder: false,
    everyMs: 3_600_000,
  })
  await outbox.runOnce()
  await outbox.close()
  await submitter.close()
  await end.close()
}

async function answered(email: string) {
  const { ticket, number } = await d.open({ email })
  await callTicket(d.desk, 'replyToTicket', d.anna, number, { text: 'On its way.', seen: 0, anyway: true })
  return { ticket, number }
}

describe('an address that a server refuses', () => {
  it('for good because nobody has it is dead, as a bounce would say: since when and why is told before the next answer', async () => {
    const { number } = await answered('nobody@gone.example')
    expect(await answering(number)).toMatchObject({ to: 'nobody@gone.example', unreachable: null, held: null })
    await sendRefused(550, '5.1.1 <nobody@gone.example>: Recipient address rejected: User unknown')
    const now = await answering(number)
    expect(now.unreachable).toMatchObject({ status: '5.1.1' })
    expect(Math.abs(Date.parse(now.unreachable?.since ?? '') - Date.now())).toBeLessThan(3_600_000)
    const ticket = await callTicket(d.desk, 'readTicket', d.anna, number)
    expect(lastEntry(ticket, 'mail.refused')).toBeDefined()
  })

  it('is known by words alone where there is no status', async () => {
    const { number } = await answered('words@gone.example')
    await sendRefused(550, 'No such user here')
    expect((await answering(number)).unreachable).toMatchObject({ status: null })
  })

  it.each([
    ['for now', 450, '4.1.1 User unknown', 'recipient'],
    ['since its box is full', 552, '5.2.2 Mailbox full', 'recipient'],
    ['for a policy against us', 550, '5.7.1 Blocked: see our list', 'recipient'],
    ['not, but the mail itself', 550, '5.1.1 User unknown', 'data'],
  ] as const)('%s is not', async (name, code, says, at) => {
    const { number } = await answered(`${name.replaceAll(/\W/g, '-')}@gone.example`)
    await sendRefused(code, says, at)
    expect((await answering(number)).unreachable).toBeNull()
  })
})

describe('automatic mail that is held back', () => {
  it('is told with its reason, and leaves with the address when somebody lifts that; on the audit log', async () => {
    const { ticket, number } = await answered('dead@gone.example')
    await sendRefused(550, '5.1.1 User unknown')
    await run(async (tx) => {
      const { mailbox_id } = await tx.db
        .selectFrom('ticket')
        .select('mailbox_id')
        .where('workspace_id', '=', tx.workspace)
        .where('id', '=', ticket)
        .executeTakeFirstOrThrow()
      await tx.heads.lock([ticket])
      await sendMail(tx, {
        kind: 'rating',
        once: ticket,
        ticket,
        to: 'Dead@gone.example',
        subject: 'How did we do?',
        text: 'Tell us.',
        language: 'en',
        mailbox: mailbox_id ?? '',
      })
    })
    await sendRefused(451, 'never asked')
    expect((await answering(number)).held).toMatchObject({ count: 1, reason: 'dead-address' })
    expect(await lift(number)).toMatchObject({ unreachable: null, held: null })
    const [entry] = await run(({ db, workspace }) =>
      db
        .selectFrom('audit')
        .selectAll()
        .where('workspace_id', '=', workspace)
        .where('action', '=', 'address.lifted')
        .execute(),
    )
    expect(entry).toMatchObject({ ticket_id: ticket, person_id: d.anna.person, data: { was_dead: true, let_go: 1 } })
    // It was tried, and not held again.
    await sendRefused(451, 'busy')
    expect((await answering(number)).held).toBeNull()
  })

  it('of a ticket without any is lifted in vain, and leaves no mark', async () => {
    const { number } = await d.open({ email: 'well@home.example' })
    await lift(number)
    const entries = await run(({ db, workspace }) =>
      db
        .selectFrom('audit')
        .select('id')
        .where('workspace_id', '=', workspace)
        .where('action', '=', 'address.lifted')
        .execute(),
    )
    expect(entries).toHaveLength(1)
  })
})
