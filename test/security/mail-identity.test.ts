import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptMail,
  addressWithToken,
  composeMail,
  type Lookup,
  ourMessageId,
} from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { type MailHouse, openMailHouse } from '../../packages/server/test/mail.ts'
import {
  envelopesOf,
  type Letter,
  letterOf,
  outgoingOf,
  post,
  rowsOfAcceptance,
} from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'

/** home.example sends from 203.0.113.5 alone, and says so. */
const RECORDS: Readonly<Record<string, string>> = {
  'home.example': 'v=spf1 ip4:203.0.113.5 -all',
  '_dmarc.home.example': 'v=DMARC1; p=reject',
}
const lookup: Lookup = async (name, type) => {
  const text = RECORDS[name]
  if (type === 'TXT' && text !== undefined) return [[text]]
  throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
}

let house: MailHouse
let care: string
let mailbox: string
beforeAll(async () => {
  house = await openMailHouse({ lookup })
  care = await house.database.makeWorkspace('care')
  await publish(house.database.store, care, ALWAYS_OPEN)
  mailbox = await house.makeMailbox(care, 'support@care.example')
})
afterAll(() => house?.close())

type Row = Awaited<ReturnType<typeof post>>[number]

const one = (rows: readonly Row[]): Row => {
  const [row, ...more] = rows
  expect(more).toEqual([])
  if (row === undefined) throw new Error('no row')
  return row
}
const send = async (letter: Letter): Promise<Row> => one(await post(house, care, letter))
/** As a server of the Internet gives it. */
const sendFrom = async (address: string, letter: Letter & { readonly to?: readonly string[] }): Promise<Row> => {
  const { desk, reading } = house
  async function* bytes() {
    yield Buffer.from(letter.raw ?? letterOf(letter))
  }
  const acceptance = await acceptMail(
    { ...desk, next: reading, onStep: () => undefined },
    {
      from: letter.envelopeFrom ?? 'carla@home.example',
      to: [{ workspace: care, mailbox, address: letter.to?.[0] ?? 'support@care.example' }],
      client: { address, helo: 'mx.home.example' },
      bytes: bytes(),
    },
  )
  await reading.idle()
  return one(await rowsOfAcceptance(house, care, acceptance))
}
const TRUE = '203.0.113.5'
const FALSE = '198.51.100.66'

const tokenOf = ({ ticket_id, number }: Row): string =>
  addressWithToken(house.desk.keys, 'support@care.example', {
    workspace: care,
    ticket: ticket_id ?? '',
    number: number ?? 0,
  })
const messagesOf = async ({ ticket_id }: Row) =>
  (await envelopesOf(house, care, ticket_id)).filter(({ type }) => type === 'message.received')
const mailsOf = ({ ticket_id }: Row) => outgoingOf(house, care, ticket_id)
const customerOf = ({ ticket_id }: Row) =>
  transaction(house.database.store, { workspace: care }, ({ db }) =>
    db
      .selectFrom('ticket as t')
      .innerJoin('person as p', (join) =>
        join.onRef('p.workspace_id', '=', 't.workspace_id').onRef('p.id', '=', 't.customer_id'),
      )
      .select('p.email')
      .where('t.workspace_id', '=', care)
      .where('t.id', '=', ticket_id ?? '')
      .executeTakeFirst(),
  )
const verificationOf = ({ id }: Row) =>
  transaction(house.database.store, { workspace: care }, async ({ db }) => {
    const row = await db
      .selectFrom('inbound_mail')
      .select('verification')
      .where('workspace_id', '=', care)
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.verification
  })

describe('attack 16: the ticket trick', () => {
  it('finds no address to guess: a number alone, a token of another ticket and a changed one open tickets of their own', async () => {
    const first = await send({})
    const second = await send({ from: 'dora@shop.example' })
    const others = [
      `support+${first.number}@care.example`,
      tokenOf(second).replace(/\+\d+-/u, `+${first.number}-`),
      tokenOf(first).replace(/.(?=@)/u, (letter) => (letter === 'a' ? 'b' : 'a')),
    ]
    for (const to of others) {
      const verifying = await send({ from: 'verify@bank.example', to: [to], subject: 'Your code is 123456' })
      expect(verifying).toMatchObject({ outcome: 'ticketed' })
      expect(verifying.ticket_id).not.toBe(first.ticket_id)
    }
    expect(await messagesOf(first)).toHaveLength(1)
  })

  it('gives nothing of what others write to the address that a customer knows', async () => {
    const first = await send({ from: 'thief@evil.example' })
    await house.settle()
    const before = (await mailsOf(first)).length
    const code = await send({ from: 'verify@bank.example', to: [tokenOf(first)], text: 'Your code is 987654' })
    expect(code).toMatchObject({ outcome: 'appended' })
    await house.settle()
    expect((await messagesOf(first))[1]).toMatchObject({ doubt: 'not-a-participant' })
    expect(await mailsOf(first)).toHaveLength(before)
    expect(house.sent().join('\n')).not.toContain('987654')
  })
})

describe('attack 17: a forged From with a known number or token and a copy to the attacker', () => {
  it('adds nobody, is answered by nothing, and shows no history', async () => {
    const first = await sendFrom(TRUE, { text: 'My secret is the blue teapot.' })
    await house.settle()
    const before = await mailsOf(first)
    const forged = {
      from: 'carla@home.example',
      envelopeFrom: 'x@evil.example',
      headers: { Cc: 'copied@evil.example' },
    }
    const byToken = await sendFrom(FALSE, { ...forged, to: [tokenOf(first)], subject: `Re: ${first.number}` })
    expect(byToken).toMatchObject({ outcome: 'appended', ticket_id: first.ticket_id })
    expect((await messagesOf(first))[1]).toMatchObject({ doubt: 'not-verified' })
    const byNumber = await sendFrom(FALSE, { ...forged, subject: `Re: [#${first.number}]` })
    expect(byNumber.ticket_id).not.toBe(first.ticket_id)
    await house.settle()
    expect(await mailsOf(first)).toEqual(before)
    expect(await mailsOf(byNumber)).toEqual([])
    expect(house.sent().join('\n')).not.toMatch(/copied@evil|blue teapot/u)
    const thief = await transaction(house.database.store, { workspace: care }, ({ db }) =>
      db
        .selectFrom('person')
        .select('id')
        .where('workspace_id', '=', care)
        .where('email', '=', 'copied@evil.example')
        .execute(),
    )
    expect(thief).toEqual([])
    expect((await customerOf(first))?.email).toBe('carla@home.example')
  })
})

describe('attack 18: a forged In-Reply-To', () => {
  it('takes nobody into a ticket whose domain says that it is forged, and posts as nobody of the staff', async () => {
    const first = await sendFrom(TRUE, { headers: { 'Message-ID': '<known@home.example>' } })
    await house.settle()
    const [acknowledgement] = await mailsOf(first)
    const ours = ourMessageId(house.desk.keys, care, acknowledgement?.id ?? '', 'care.example')
    for (const id of ['<known@home.example>', ours, ours.replace(/\.[a-z2-7]{16}@/u, '.aaaaaaaaaaaaaaaa@')])
      for (const from of ['carla@home.example', 'anna@care.example']) {
        const forged = await sendFrom(FALSE, {
          from,
          envelopeFrom: 'x@evil.example',
          headers: { 'In-Reply-To': id, References: id },
        })
        expect(forged.ticket_id).not.toBe(first.ticket_id)
      }
    const types = (await envelopesOf(house, care, first.ticket_id)).map(({ type }) => type)
    expect(types.filter((type) => type === 'message.sent' || type === 'message.received')).toEqual(['message.received'])
    const truly = await sendFrom(TRUE, { headers: { 'In-Reply-To': '<known@home.example>' } })
    expect(truly).toMatchObject({ outcome: 'appended', reason: 'reference', ticket_id: first.ticket_id })
  })
})

describe('attack 19: a mail of somebody of the staff, or who was', () => {
  it('speaks for nobody of the desk, however well it is verified', async () => {
    const first = await sendFrom(TRUE, {})
    await transaction(house.database.store, { workspace: care }, (tx) =>
      tx.db
        .insertInto('person')
        .values({
          workspace_id: care,
          id: tx.newId(),
          kind: 'staff',
          name: 'Gone',
          email: 'gone@home.example',
          created_at: new Date(tx.now),
        })
        .execute(),
    )
    await house.settle()
    const before = await mailsOf(first)
    const row = await sendFrom(TRUE, {
      from: 'Gone <gone@home.example>',
      envelopeFrom: 'gone@home.example',
      to: [tokenOf(first)],
    })
    expect(await verificationOf(row)).toMatchObject({ sender: 'verified' })
    const events = await envelopesOf(house, care, first.ticket_id)
    expect(events.some(({ type }) => type === 'message.sent')).toBe(false)
    expect(events.findLast(({ type }) => type === 'message.received')).toMatchObject({
      by: expect.stringMatching(/^customer:/u),
      doubt: 'not-a-participant',
    })
    await house.settle()
    expect(await mailsOf(first)).toEqual(before)
  })
})

describe('attack 20: a stranger replies to a thread', () => {
  it('becomes neither its customer nor a reader of it', async () => {
    const first = await sendFrom(TRUE, {})
    await house.settle()
    const before = await mailsOf(first)
    const stranger = await send({ from: 'sam@stranger.example', to: [tokenOf(first)] })
    expect(stranger).toMatchObject({ outcome: 'appended', ticket_id: first.ticket_id })
    expect((await messagesOf(first))[1]).toMatchObject({ doubt: 'not-a-participant' })
    expect((await customerOf(first))?.email).toBe('carla@home.example')
    const again = await send({ from: 'sam@stranger.example', headers: { 'In-Reply-To': '<nothing@known.example>' } })
    expect(again.ticket_id).not.toBe(first.ticket_id)
    await house.settle()
    expect(await mailsOf(first)).toEqual(before)
  })
})

describe('attack 21: Reply-To', () => {
  it('takes over nobody: the customer, and whom we write to, is who the mail is from', async () => {
    const ticket = await send({ from: 'mallory@evil.example', headers: { 'Reply-To': 'carla@home.example' } })
    expect((await customerOf(ticket))?.email).toBe('mallory@evil.example')
    await house.settle()
    expect((await mailsOf(ticket)).map(({ to }) => to)).toEqual(['mallory@evil.example'])
  })
})

describe('attack 22: a From that two readers take for two people', () => {
  it.each([
    ['two headers', 'From: carla@home.example\r\nFrom: mallory@evil.example', 'several-headers'],
    ['two addresses', 'From: carla@home.example, mallory@evil.example', 'several-addresses'],
    ['a group', 'From: Friends: carla@home.example;', 'group'],
    ['an encoded address', 'From: =?utf-8?Q?carla=40home.example?=', 'encoded-address'],
    ['an encoded name and address', 'From: =?utf-8?Q?Carla_=3Ccarla=40home.example=3E?=', 'encoded-address'],
    ['half an address encoded', 'From: Carla <=?utf-8?Q?carla?=@home.example>', 'encoded-address'],
    [
      'a second header that is oddly spelled',
      'From: =?utf-8?Q?carla=40home.example?= <mallory@evil.example>\r\nfrom : carla@home.example',
      'several-headers',
    ],
    ['letters that look alike', 'From: carla@hоme.example', 'mixed-scripts'],
    ['nobody', 'From: somebody or other', 'malformed'],
  ])('with %s is in doubt, never verified, and answered by nothing', async (_, from, doubt) => {
    const raw = `${from}\r\nTo: support@care.example\r\nSubject: Me ${doubt}\r\nMessage-ID: <${Math.abs(doubt.length * 7919 + from.length)}@home.example>\r\n\r\nMe.\r\n`
    const row = await sendFrom(TRUE, { raw })
    expect(row).toMatchObject({ outcome: 'ticketed' })
    expect((await messagesOf(row))[0]).toMatchObject({ doubt })
    expect(await verificationOf(row)).not.toMatchObject({ sender: 'verified' })
    await house.settle()
    expect(await mailsOf(row)).toEqual([])
  })

  it('with an encoded address for a name is from the address that it has, and nobody else', async () => {
    const row = await sendFrom(FALSE, {
      from: '=?utf-8?Q?carla=40home.example?= <mallory-22@evil.example>',
      envelopeFrom: 'mallory-22@evil.example',
    })
    expect(await verificationOf(row)).not.toMatchObject({ sender: 'verified' })
    expect((await customerOf(row))?.email).toBe('mallory-22@evil.example')
    await house.settle()
    for (const { to } of await mailsOf(row)) expect(to).toBe('mallory-22@evil.example')
  })

  it('without a sender of the envelope is answered by nothing', async () => {
    const row = await sendFrom(TRUE, { from: 'carla@home.example', envelopeFrom: '', subject: 'Null sender' })
    await house.settle()
    expect(row.ticket_id === null ? [] : await mailsOf(row)).toEqual([])
  })
})

describe('attack 23: line breaks in what leaves', () => {
  const mail = {
    from: 'support@care.example',
    fromName: 'Care',
    to: 'carla@home.example',
    toName: 'Carla',
    subject: 'Re: The lamp',
    text: 'It is mended.',
    messageId: '<one@care.example>',
    references: [],
    date: 0,
    language: 'en',
  }
  const BREAK = '\r\nBcc: thief@evil.example\r\n\r\nbody'

  it('in subject and names make no header', async () => {
    for (const field of ['subject', 'toName', 'fromName'] as const) {
      const bytes = (await composeMail({ ...mail, [field]: `x${BREAK}` })).toString()
      expect(bytes.slice(0, bytes.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/imu)
    }
    const attachments = [{ name: `x${BREAK}.txt`, type: 'text/plain', bytes: Buffer.from('x') }]
    expect((await composeMail({ ...mail, attachments })).toString()).not.toMatch(/^bcc:/imu)
  })

  it('in addresses and ids are refused', async () => {
    for (const field of ['to', 'from', 'replyTo', 'messageId'] as const)
      await expect(composeMail({ ...mail, [field]: `${mail.to}${BREAK}` })).rejects.toThrow('is not')
    const references = [`<a@b.example>${BREAK}`]
    expect((await composeMail({ ...mail, references, inReplyTo: references[0] })).toString()).not.toMatch(/^bcc:/imu)
  })

  it('of a customer’s name and subject do not come back in our mail', async () => {
    const subject = '=?utf-8?Q?Hi=0D=0ABcc:_thief=40evil.example?='
    const row = await send({ from: 'Eve <eve@break.example>', subject })
    await send({ from: '=?utf-8?Q?Eve=0D=0ABcc:_thief?= <eva@break.example>', subject })
    await house.settle()
    expect(await mailsOf(row)).toHaveLength(1)
    expect(house.sent().join('\n')).not.toMatch(/^bcc:/imu)
  })
})

describe('attack 25: control headers of ours from outside', () => {
  it('do nothing', async () => {
    const plain = await send({ from: 'ann@control.example' })
    const headers = {
      'X-Avow-Ticket': String(plain.number),
      'X-Avow-Verified': 'yes',
      'X-Avow-Staff': 'anna@care.example',
      'X-AVOW-Automatic': 'no',
      'X-RT-Originator': 'root@care.example',
      'Authentication-Results': 'avow; dmarc=pass header.from=control.example',
    }
    const row = await send({ from: 'ann@control.example', headers })
    expect(row).toMatchObject({ outcome: 'ticketed' })
    expect(row.ticket_id).not.toBe(plain.ticket_id)
    expect(await verificationOf(row)).toMatchObject({ sender: 'unknown', dmarc: { result: 'none' } })
    const [created] = await envelopesOf(house, care, row.ticket_id)
    expect(created).toMatchObject({ type: 'ticket.created', by: expect.stringMatching(/^customer:/u) })
  })
})
