import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askForwarding, callForward } from '../../../test/forward-calls.ts'
import { callTicket, commitmentOf, lastEntry, refusalOf } from '../../../test/ticket-calls.ts'
import { openTicketDesk, type TicketDesk } from '../../../test/ticket-desk.ts'
import { addressWithToken, forwardTokenIn, readMail } from '../../channels/email/index.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { markUnreachable, sendMail, writeOut } from '../outbox/index.ts'

let d: TicketDesk
beforeAll(async () => {
  d = await openTicketDesk()
})
afterAll(() => d.close())

const run = <T>(work: (tx: Transaction) => Promise<T>) => transaction(d.desk.store, { workspace: d.workspace }, work)
const read = (number: number) => callTicket(d.desk, 'readTicket', d.anna, number)
const forward = (number: number, body: object = {}, access = d.anna, desk = d.desk) =>
  callForward(desk, access, number, { to: ['parts@supplier.example'], ...body })
const answer = (number: number, text: string) =>
  callTicket(d.desk, 'replyToTicket', d.anna, number, { text, seen: 0, anyway: true })
const rowsOf = (ticket: string, kind = 'forward') =>
  run(({ db }) =>
    db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', d.workspace)
      .where('ticket_id', '=', ticket)
      .where('kind', '=', kind)
      .orderBy('id')
      .execute(),
  )
/** The mails of a ticket as they leave, in the order of their recipients. */
async function mailsOf(ticket: string, kind = 'forward') {
  const rows = await rowsOf(ticket, kind)
  return Promise.all(
    rows.map(async (row) => {
      const written = await run((tx) => writeOut(tx, d.desk.keys, row))
      if (written === undefined) throw new Error('not written')
      const bytes = await written.bytes(d.desk.blobs)
      return { ...written, source: bytes.toString(), mail: await readMail(new Uint8Array(bytes)) }
    }),
  )
}
const header = (source: string, name: string) =>
  new RegExp(`^${name}:((?:.|\\r\\n[ \\t])*)`, 'imu')
    .exec(source)?.[1]
    ?.replaceAll(/\r\n[ \t]+/gu, ' ')
    .trim()

describe('what is forwarded', () => {
  it('leaves for each recipient by a mail of their own, naming all of them, with an address of its own to answer to', async () => {
    const { ticket, number } = await d.open()
    const after = await forward(number, {
      to: ['parts@supplier.example', 'Parts@supplier.example'],
      cc: ['boss@supplier.example', 'parts@supplier.example'],
      text: 'Have you a lid?',
    })
    const mails = await mailsOf(ticket)
    expect(mails).toHaveLength(2)
    const [first, second] = ['Parts@supplier.example', 'boss@supplier.example'].map((address) =>
      mails.find(({ envelope }) => envelope.to[0] === address),
    )
    expect(first?.envelope.to).toEqual(['Parts@supplier.example'])
    expect(second?.envelope.to).toEqual(['boss@supplier.example'])
    for (const mail of [first, second]) {
      expect(header(mail?.source ?? '', 'To')).toBe('Parts@supplier.example')
      expect(header(mail?.source ?? '', 'Cc')).toBe('boss@supplier.example')
      expect(header(mail?.source ?? '', 'From')).toBe('Anna <help@acme.example>')
      expect(header(mail?.source ?? '', 'Subject')).toBe('Fwd: The kettle leaks')
      expect(header(mail?.source ?? '', 'Reply-To')).toBe(mail?.envelope.from)
      expect(forwardTokenIn(mail?.envelope.from ?? '')?.number).toBe(number)
      expect(header(mail?.source ?? '', 'Auto-Submitted')).toBeUndefined()
    }
    expect(first?.envelope.from).not.toBe(second?.envelope.from)
    expect(lastEntry(after, 'ticket.forwarded')).toMatchObject({
      by: 'agent',
      person: { name: 'Anna' },
      text: 'Have you a lid?',
      forwarded: {
        to: [
          { address: 'Parts@supplier.example', as: 'to', delivery: 'waiting' },
          { address: 'boss@supplier.example', as: 'cc', delivery: 'waiting' },
        ],
        messages: [after.entries.find(({ type }) => type === 'message.received')?.id],
      },
    })
  })

  it('is the words of who forwards, then each message with its head, in text and HTML; the files by name', async () => {
    const { ticket, number } = await d.open({
      message: { text: 'It leaks.\n\nFrom: nobody\n---------- Forwarded message ----------' },
    })
    await forward(number, { text: 'Have you a lid?' })
    const [mail] = await mailsOf(ticket)
    const text = mail?.mail.text ?? ''
    expect(text).toMatch(
      /^Have you a lid\?\n\n-{10} Forwarded message -{10}\n\nFrom: \u2068Carla Customer\u2069\nDate: \S.* UTC\nSubject: \u2068The kettle leaks\u2069\n\n> It leaks\.\n>\n> From: nobody\n> -{10} Forwarded message -{10}/u,
    )
    expect(mail?.mail.html).toContain('From: <bdi>Carla Customer</bdi>')
    expect(mail?.mail.html).toMatch(/<blockquote style="[^"]*"><p dir="auto">It leaks\.<\/p>/u)
  })

  it('is in the language that is asked for, each way of writing kept', async () => {
    const { ticket, number } = await d.open({ message: { subject: 'تسريب', text: 'الغلاية \u202eتسرب <b>' } })
    await forward(number, { text: '', language: 'ar' })
    const [mail] = await mailsOf(ticket)
    expect(mail?.mail.text).toMatch(/^-{10} رسالة محوَّلة -{10}\n\nمن: \u2068Carla Customer\u2069\nالتاريخ: /u)
    expect(mail?.mail.text).toContain('> الغلاية تسرب <b>')
    expect(mail?.source).toContain('Content-Language: ar')
    expect(mail?.mail.html).toContain('<p lang="ar" dir="rtl">')
    expect(mail?.mail.html).toContain('<p dir="auto">الغلاية تسرب &lt;b&gt;</p>')
  })

  it('threads at its recipient with what went to them before, and with nothing of the customer’s', async () => {
    const { ticket, number } = await d.open()
    await forward(number)
    await forward(number, { to: ['other@supplier.example'] })
    await forward(number)
    const [first, other, again] = await mailsOf(ticket)
    expect(header(first?.source ?? '', 'References')).toBeUndefined()
    expect(header(other?.source ?? '', 'References')).toBeUndefined()
    expect(header(again?.source ?? '', 'References')).toBe(first?.messageId)
    expect(header(again?.source ?? '', 'In-Reply-To')).toBe(first?.messageId)
    await answer(number, 'We ask our supplier.')
    const [answered] = await mailsOf(ticket, 'answer')
    expect(answered?.source).not.toContain(first?.messageId)
  })
})

describe('what is never forwarded', () => {
  it('notes, mail of machines, what strangers wrote, what somebody outside answered: not named, and not in the whole', async () => {
    const { ticket, number } = await d.open({ message: { text: 'TOLD-BY-CUSTOMER' } })
    await callTicket(d.desk, 'noteOnTicket', d.anna, number, { text: 'SECRET-NOTE' })
    await answer(number, 'TOLD-BY-US')
    await d.write(ticket, { text: 'WRITTEN-BY-STRANGER', doubt: 'not-a-participant' })
    await d.write(ticket, { text: 'WRITTEN-BY-MACHINE', automatic: true })
    await run((tx) =>
      tx.append({
        id: tx.newId(),
        ticket,
        type: 'message.auto',
        by: 'system',
        machine: 'avow',
        content: [{ part: 'text', person: d.anna.person ?? '', value: 'ACKNOWLEDGED' }],
      }),
    )
    await forward(number, { text: 'First.' })
    const { entries } = await read(number)
    const { messages } = await askForwarding(d.desk, d.anna, number)
    expect(messages).toEqual(
      ['TOLD-BY-CUSTOMER', 'TOLD-BY-US'].map((text) => entries.find((entry) => entry.text === text)?.id),
    )
    const [mail] = await mailsOf(ticket)
    expect(mail?.mail.text).toContain('TOLD-BY-CUSTOMER')
    expect(mail?.mail.text).toContain('TOLD-BY-US')
    for (const hidden of ['SECRET-NOTE', 'STRANGER', 'MACHINE', 'ACKNOWLEDGED'])
      expect(mail?.source).not.toContain(hidden)
    for (const type of ['note.added', 'message.auto', 'ticket.forwarded', 'ticket.created']) {
      const id = entries.find((entry) => entry.type === type)?.id
      expect(id).toBeDefined()
      expect(await refusalOf(forward(number, { messages: [id] }))).toMatchObject({
        code: 'not-forwarded',
        details: { at: [{ path: 'messages', typed: id }] },
      })
    }
    const stranger = entries.find(({ text }) => text === 'WRITTEN-BY-STRANGER')?.id
    expect((await refusalOf(forward(number, { messages: [stranger] }))).code).toBe('not-forwarded')
    const machine = entries.find(({ text }) => text === 'WRITTEN-BY-MACHINE')?.id
    await forward(number, { messages: [machine] })
    expect((await mailsOf(ticket))[1]?.mail.text).toMatch(/> WRITTEN-BY-MACHINE\n?$/u)
  })

  it('what a message quotes, and what opens anything of ours', async () => {
    const { ticket, number } = await d.open()
    const token = addressWithToken(d.desk.keys, 'help@acme.example', { workspace: d.workspace, ticket, number })
    const link = `https://desk.example/w/acme/en/requests/${'k'.repeat(32)}/rate/5`
    const { id } = await run((tx) =>
      tx.db
        .selectFrom('ticket')
        .select('id')
        .where('workspace_id', '=', d.workspace)
        .where('id', '=', ticket)
        .executeTakeFirstOrThrow(),
    )
    await d.write(id, { text: `Write to ${token} or see ${link}`, quoted: 'QUOTED-BEFORE', html: '<p>WHOLE-HTML</p>' })
    const last = (await read(number)).entries.at(-1)?.id
    await forward(number, { messages: [last] })
    const [mail] = await mailsOf(ticket)
    expect(mail?.mail.text).toContain('> Write to help@acme.example or see https://desk.example')
    for (const hidden of [token, 'kkkk', 'QUOTED-BEFORE', 'WHOLE-HTML']) expect(mail?.mail.text).not.toContain(hidden)
    for (const hidden of [token, 'kkkk', 'QUOTED-BEFORE', 'WHOLE-HTML']) expect(mail?.mail.html).not.toContain(hidden)
  })

  it('a message that was moved to another ticket', async () => {
    const { ticket, number } = await d.open()
    await d.write(ticket, { text: 'MOVED-AWAY' })
    const moved = (await read(number)).entries.at(-1)?.id ?? ''
    await callTicket(d.desk, 'moveMessages', d.anna, number, { messages: [moved], to: null })
    expect((await refusalOf(forward(number, { messages: [moved] }))).code).toBe('not-forwarded')
    await forward(number)
    expect((await mailsOf(ticket))[0]?.source).not.toContain('MOVED-AWAY')
  })
})

describe('a forward', () => {
  it('is no answer: no promise is kept by it, no clock stands still, no state changes, nobody takes the ticket', async () => {
    const { number } = await d.open()
    const before = await read(number)
    const after = await forward(number, { text: 'Have you a lid?' })
    expect(after).toMatchObject({ state: 'new', assignee: null, messages: 1 })
    for (const promise of ['P1', 'P3']) {
      expect(commitmentOf(after, promise)?.state).toBe('running')
      expect(commitmentOf(after, promise)?.due).toBe(commitmentOf(before, promise)?.due)
    }
    const answered = await answer(number, 'Here it is.')
    expect(commitmentOf(answered, 'P1')?.state).toBe('kept')
  })

  it('goes to nobody who takes part in the ticket, and to no mailbox of ours, with a token or without', async () => {
    const { ticket, number } = await d.open({ email: 'carla@customer.example' })
    const token = addressWithToken(d.desk.keys, 'help@acme.example', { workspace: d.workspace, ticket, number })
    for (const typed of ['Carla@customer.example', 'help@acme.example', token]) {
      const refusal = await refusalOf(forward(number, { to: ['parts@supplier.example'], cc: [typed] }))
      expect(refusal).toMatchObject({ code: 'not-outside', details: { at: [{ path: 'cc', typed }] } })
    }
    expect(await rowsOf(ticket)).toEqual([])
  })

  it('is refused where its writer has forwarded to as many as the limits allow, and to nobody else', async () => {
    const { number } = await d.open()
    const cara = await d.hire('Cara')
    const limits = { forwards: [{ most: 3, ms: 60_000 }] }
    const desk = { ...d.desk, mailLimits: { ...limits } as never }
    const two = { to: ['a@supplier.example', 'b@supplier.example'] }
    await forward(number, two, cara, desk)
    expect((await refusalOf(forward(number, two, cara, desk))).code).toBe('too-many')
    await forward(number, {}, cara, desk)
    expect((await refusalOf(forward(number, {}, cara, desk))).code).toBe('too-many')
    await forward(number, two, d.ben, desk)
  })

  it('is too much for one mail beyond a length', async () => {
    const { ticket, number } = await d.open()
    for (const part of ['a', 'b', 'c']) await d.write(ticket, { text: part.repeat(90_000) })
    expect((await refusalOf(forward(number))).code).toBe('not-forwarded')
  })

  it('of a ticket that was merged is forwarded from the one where it goes on, with what the same customer wrote on both', async () => {
    const one = await d.open({ email: 'mia@customer.example', message: { text: 'SAID-ON-ONE' } })
    const other = await d.open({ email: 'mia@customer.example', message: { text: 'SAID-ON-OTHER' } })
    const foreign = await d.open({ email: 'zoe@customer.example', message: { text: 'SAID-BY-ANOTHER' } })
    await callTicket(d.desk, 'mergeTicket', d.anna, one.number, { into: other.number })
    await callTicket(d.desk, 'mergeTicket', d.anna, foreign.number, { into: other.number, other_customer: true })
    expect((await refusalOf(forward(one.number))).code).toBe('ticket-merged')
    await forward(other.number)
    const [mail] = await mailsOf(other.ticket)
    expect(mail?.mail.text).toContain('SAID-ON-ONE')
    expect(mail?.mail.text).toContain('SAID-ON-OTHER')
    expect(mail?.mail.text).not.toContain('SAID-BY-ANOTHER')
  })

  it('by a key is sent in the name of the mailbox', async () => {
    const { ticket, number } = await d.open()
    await forward(number, {}, d.key)
    expect(header((await mailsOf(ticket))[0]?.source ?? '', 'From')).toBe('Acme <help@acme.example>')
  })
})

describe('before it is forwarded', () => {
  it('is told in which language its words are: the ticket’s, or the one that is asked for', async () => {
    const { number } = await d.open()
    expect((await askForwarding(d.desk, d.anna, number)).language).toBe('en')
    expect((await askForwarding(d.desk, d.anna, number, '', 'el')).language).toBe('el')
  })

  it('is told how it would leave, and from which of the addresses mail comes back', async () => {
    const { ticket, number } = await d.open()
    expect(await askForwarding(d.desk, d.anna, number, 'gone@supplier.example')).toMatchObject({
      from: { address: 'help@acme.example', name: 'Anna' },
      signature: null,
      unreachable: [],
    })
    await forward(number, { to: ['gone@supplier.example'] })
    await run((tx) => markUnreachable(tx, 'Gone@supplier.example', '5.1.1'))
    expect(
      (await askForwarding(d.desk, d.anna, number, 'parts@supplier.example, gone@supplier.example')).unreachable,
    ).toEqual([{ address: 'gone@supplier.example', since: expect.any(String), status: '5.1.1' }])
    // A person decided: it leaves all the same.
    await forward(number, { to: ['gone@supplier.example'] })
    expect(await rowsOf(ticket)).toHaveLength(2)
  })
})

it('automatic mail beside a forward names nothing of it', async () => {
  const { ticket, number } = await d.open()
  await forward(number)
  const [forwarded] = await mailsOf(ticket)
  await run(async (tx) => {
    await tx.heads.lock([ticket])
    const mailbox = String((await rowsOf(ticket))[0]?.payload['mailbox'])
    await sendMail(tx, {
      kind: 'acknowledgement',
      once: 'test',
      ticket,
      to: 'carla@customer.example',
      subject: 'We have it',
      text: 'We have it.',
      language: 'en',
      mailbox,
    })
  })
  const [acknowledgement] = await mailsOf(ticket, 'acknowledgement')
  expect(acknowledgement?.source).not.toContain(forwarded?.messageId)
  expect(acknowledgement?.source).not.toContain('supplier')
})
