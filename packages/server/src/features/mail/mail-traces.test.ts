import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { type Letter, outgoingOf, post } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { addressWithToken, ourMessageId } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { readTicket } from '../tickets/index.ts'
import { listMail } from './list-mail.ts'

let house: MailHouse
let care: string
beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  await publish(house.database.store, care, ALWAYS_OPEN)
  await house.makeMailbox(care, 'support@care.example')
  await house.makeMailbox(care, 'sales@care.example')
})
afterAll(() => house.close())

type Row = Awaited<ReturnType<typeof post>>[number]

const send = async (letter: Letter): Promise<Row> => {
  const [row] = await post(house, care, letter)
  if (row === undefined) throw new Error('no row')
  return row
}
const tokenOf = ({ ticket_id, number }: Row) =>
  addressWithToken(house.desk.keys, 'support@care.example', {
    workspace: care,
    ticket: ticket_id ?? '',
    number: number ?? 0,
  })
const become = (ticket: string | null, to: string) =>
  transaction(house.database.store, { workspace: care }, (tx) =>
    tx.append({ id: tx.newId(), ticket: ticket ?? '', type: 'status.changed', by: 'agent', fields: { to } }),
  )
const none = { ticket: null, message_id: null, is_stranger: false, merged: null }

describe('attack 18: why a mail joined a ticket, or did not, is kept with it', () => {
  it('joined by the token in its address, whatever its subject says; a stranger is named as one', async () => {
    const first = await send({ from: 'rita@home.example' })
    expect(first.trace).toEqual({ ...none, code: 'new' })
    const reply = await send({ from: 'rita@home.example', to: [tokenOf(first)], subject: 'quite another matter' })
    expect(reply.trace).toEqual({ ...none, code: 'token', ticket: first.number })
    const stranger = await send({ from: 'zoe@home.example', to: [tokenOf(first)] })
    expect(stranger.trace).toEqual({ ...none, code: 'token', ticket: first.number, is_stranger: true })
  })

  it('joined by a mail of ours or of theirs that it names, from the same participant', async () => {
    const from = 'olga@home.example'
    const first = await send({ from, headers: { 'Message-ID': '<olga-1@home.example>' } })
    const theirs = await send({ from, headers: { 'In-Reply-To': '<olga-1@home.example>' }, subject: 'Re: changed' })
    expect(theirs.trace).toEqual({
      ...none,
      code: 'their-message',
      ticket: first.number,
      message_id: '<olga-1@home.example>',
    })
    await house.settle()
    const [acknowledgement] = await outgoingOf(house, care, first.ticket_id)
    const message_id = ourMessageId(house.desk.keys, care, acknowledgement?.id ?? '', 'care.example')
    const ours = await send({ from, headers: { References: `<unknown@x.example> ${message_id}` } })
    expect(ours.trace).toEqual({ ...none, code: 'our-message', ticket: first.number, message_id })
  })

  it('opened a new one: a forged header, a forged token, a doubtful sender, a mail that nobody knows', async () => {
    const message_id = '<secret@home.example>'
    const first = await send({ from: 'vera@home.example', headers: { 'Message-ID': message_id } })
    const headers = { 'In-Reply-To': message_id }
    const forged = await send({ from: 'mallory@evil.example', headers })
    expect(forged).toMatchObject({ outcome: 'ticketed', reason: null })
    expect(forged.ticket_id).not.toBe(first.ticket_id)
    expect(forged.trace).toEqual({ ...none, code: 'forged-reference', ticket: first.number, message_id })

    const tampered = tokenOf(first).replace(/.(?=@)/, (letter) => (letter === 'a' ? 'b' : 'a'))
    const token = await send({ from: 'mallory@evil.example', to: [tampered] })
    expect(token.trace).toEqual({ ...none, code: 'forged-token', ticket: first.number })

    const twice = await send({
      raw: `From: vera@home.example\r\nFrom: mallory@evil.example\r\nTo: support@care.example\r\nSubject: two\r\nMessage-ID: <two-from@x.example>\r\nIn-Reply-To: ${message_id}\r\n\r\nLet me in.\r\n`,
      from: 'mallory@evil.example',
    })
    expect(twice.trace).toEqual({ ...none, code: 'doubtful-sender', ticket: first.number, message_id })

    const unknown = await send({ headers: { 'In-Reply-To': '<nobody-knows@home.example>' } })
    expect(unknown.trace).toEqual({ ...none, code: 'unknown-reference' })
  })

  it('a forged header is not believed because many tickets have that Message-ID', async () => {
    const message_id = '<everybody@home.example>'
    const first = await send({ from: 'ines@home.example', headers: { 'Message-ID': message_id } })
    for (let n = 0; n < 3; n++) await send({ from: `m${n}@evil.example`, headers: { 'Message-ID': message_id } })
    const reply = await send({ from: 'ines@home.example', headers: { 'In-Reply-To': message_id } })
    expect(reply.trace).toEqual({ ...none, code: 'their-message', ticket: first.number, message_id })
  })

  it('opened a new one because the ticket that it belongs to is closed', async () => {
    const first = await send({ from: 'closing@home.example' })
    await become(first.ticket_id, 'solved')
    await become(first.ticket_id, 'closed')
    const again = await send({ from: 'closing@home.example', to: [tokenOf(first)] })
    expect(again).toMatchObject({ outcome: 'ticketed', trace: { ...none, code: 'closed', ticket: first.number } })
  })

  it('came to two addresses: one ticket, the second row says so', async () => {
    const rows = await post(house, care, { to: ['support@care.example', 'sales@care.example'] })
    expect(new Set(rows.map(({ ticket_id }) => ticket_id)).size).toBe(1)
    expect(rows.map(({ outcome, trace }) => [outcome, trace?.code]).sort()).toEqual([
      ['appended', 'same-message'],
      ['ticketed', 'new'],
    ])
  })

  it('none where it is on no ticket', async () => {
    const row = await send({ from: 'support@care.example', envelopeFrom: 'a@home.example' })
    expect(row).toMatchObject({ outcome: 'suppressed', trace: null })
  })
})

it('is told in the list of mail, and at the message of the ticket', async () => {
  const first = await send({ from: 'nora@home.example' })
  const reply = await send({ from: 'nora@home.example', to: [tokenOf(first)] })
  await transaction(house.database.store, { workspace: care }, async (tx) => {
    const { items } = await listMail(tx, { limit: 2 })
    expect(items.map(({ id, trace }) => [id, trace])).toEqual([
      [reply.id, reply.trace],
      [first.id, first.trace],
    ])
    const { entries } = await readTicket(tx, first.number ?? 0)
    expect(entries.flatMap(({ type, trace }) => (type === 'message.received' ? [trace?.code] : []))).toEqual([
      'new',
      'token',
    ])
  })
})
