import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { dkimSign } from 'mailauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptMail,
  addressToAnswer,
  addressWithToken,
  type Lookup,
  ourMessageId,
  staffTokenIn,
} from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { addMember } from '../../packages/server/src/features/installation/index.ts'
import { onTicketOfId } from '../../packages/server/src/features/tickets/index.ts'
import { noteOnTicket } from '../../packages/server/src/features/tickets/note-on-ticket.ts'
import { replyToTicket } from '../../packages/server/src/features/tickets/reply-to-ticket.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { type MailHouse, openMailHouse } from '../../packages/server/test/mail.ts'
import {
  envelopesOf,
  type Letter,
  letterOf,
  outgoingOf,
  rowsOfAcceptance,
} from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`
const RECORDS: Readonly<Record<string, string>> = {
  'home.example': 'v=spf1 ip4:203.0.113.5 -all',
  '_dmarc.home.example': 'v=DMARC1; p=reject',
  'desk.example': 'v=spf1 ip4:203.0.113.7 -all',
  '_dmarc.desk.example': 'v=DMARC1; p=reject',
  'k1._domainkey.desk.example': KEY,
  'k1._domainkey.evil.example': KEY,
  'evil.example': 'v=spf1 ip4:198.51.100.66 -all',
}
const lookup: Lookup = async (name, type) => {
  const text = RECORDS[name]
  if (type === 'TXT' && text !== undefined) return [text.match(/.{1,255}/gu) ?? []]
  throw Object.assign(new Error(name), { code: 'ENOTFOUND' })
}
const HOME = '203.0.113.5'
const DESK = '203.0.113.7'
const EVIL = '198.51.100.66'
const DAY = 86_400_000
const ANNA_AT = 'anna@desk.example'
const BEN_AT = 'ben@desk.example'
const WORDS = 'The lamp will be replaced.'

let house: MailHouse
let care: string
let mailbox: string
let anna: string
let ben: string
beforeAll(async () => {
  house = await openMailHouse({ lookup })
  care = await house.database.makeWorkspace('care')
  await publish(house.database.store, care, ALWAYS_OPEN)
  mailbox = await house.makeMailbox(care, 'support@care.example')
  await answersByMail(true)
  anna = await hire(ANNA_AT, 'Anna')
  ben = await hire(BEN_AT, 'Ben')
})
afterAll(() => house?.close())

const answersByMail = (answers_by_mail: boolean) =>
  house.database.store.control
    .updateTable('control.workspace')
    .set({ answers_by_mail })
    .where('id', '=', care)
    .execute()

async function hire(email: string, name: string, team?: string): Promise<string> {
  const { store } = house.database
  const user = randomUUID()
  const now = new Date()
  await store.control
    .insertInto('control.user')
    .values({ id: user, name, email, emailVerified: true, updatedAt: now })
    .execute()
  const given = { workspace: care, user, name, email, roles: ['agent' as const] }
  const person = await addMember(store, team === undefined ? given : { ...given, team })
  await change(person, { is_mailed_messages: true })
  return person
}
const change = (person: string, to: { is_mailed_messages?: boolean; team?: string | null }) =>
  transaction(house.database.store, { workspace: care }, ({ db }) =>
    db.updateTable('person').set(to).where('workspace_id', '=', care).where('id', '=', person).execute(),
  )

type Row = Awaited<ReturnType<typeof rowsOfAcceptance>>[number]
type Sent = Letter & { readonly sign?: string }

/** As a server of the Internet gives it, signed by a domain where one is named. */
async function give(client: string, letter: Sent): Promise<Row> {
  const { desk, reading } = house
  const plain = Buffer.from(letter.raw ?? letterOf(letter))
  const raw = letter.sign === undefined ? plain : await signed(plain, letter.sign)
  async function* bytes() {
    yield raw
  }
  const from = letter.envelopeFrom ?? /[^<\s"]+@[^>\s"]+/u.exec(letter.from ?? 'carla@home.example')?.[0] ?? ''
  const acceptance = await acceptMail(
    { ...desk, next: reading, onStep: () => undefined },
    {
      from,
      to: [{ workspace: care, mailbox, address: letter.to?.[0] ?? 'support@care.example' }],
      client: { address: client, helo: 'mx.example' },
      bytes: bytes(),
    },
  )
  await reading.idle()
  const [row, ...more] = await rowsOfAcceptance(house, care, acceptance)
  expect(more).toEqual([])
  if (row === undefined) throw new Error('no row')
  return row
}
async function signed(raw: Buffer, signingDomain: string): Promise<Buffer> {
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const { signatures } = await dkimSign(raw, {
    signingDomain,
    selector: 'k1',
    privateKey: key,
    signatureData: [{ signingDomain, selector: 'k1', privateKey: key }],
  })
  return Buffer.concat([Buffer.from(signatures), raw])
}

interface Story {
  readonly row: Row
  readonly ticket: string
  readonly number: number
  /** Where Anna answers. */
  readonly address: string
}

/** Carla writes, Anna has the ticket, Carla writes once more: Anna is mailed that, with an address to answer to. */
async function begin(holder = { id: '', at: ANNA_AT }): Promise<Story> {
  const row = await give(HOME, { text: 'It is broken.' })
  const ticket = row.ticket_id ?? ''
  const number = row.number ?? 0
  await append(ticket, 'ticket.assigned', { persons: { to: holder.id || anna } })
  const token = addressWithToken(house.desk.keys, 'support@care.example', { workspace: care, ticket, number })
  await give(HOME, { to: [token], text: `It still is, says ${number}.` })
  await house.settle()
  return { row, ticket, number, address: replyTo(noticesTo(holder.at, number)[0]) }
}
const append = (
  ticket: string,
  type: string,
  more: { persons?: Record<string, string>; fields?: { to?: string; team?: string } },
) =>
  transaction(house.database.store, { workspace: care, tickets: [ticket] }, (tx) =>
    tx.append({ id: tx.newId(), ticket, type, by: 'agent', ...more }),
  )
const unfolded = (mail: string) => mail.replace(/\r\n[ \t]+/gu, ' ')
const noticesTo = (address: string, number: number) =>
  house
    .sent()
    .map(unfolded)
    .filter(
      (mail) =>
        new RegExp(`^To:.*${address}`, 'mu').test(mail) && mail.includes(`Subject: Ticket ${number}: the customer`),
    )
const replyTo = (mail = '') => /^Reply-To: <?([^\s<>]+@[^\s<>]+)>?$/mu.exec(mail)?.[1] ?? ''
const answersOn = async (ticket: string) =>
  (await outgoingOf(house, care, ticket)).filter(({ kind }) => kind === 'answer')
const saidOn = async (ticket: string) =>
  (await envelopesOf(house, care, ticket))
    .map(({ type }) => type)
    .filter((type) => type === 'message.sent' || type === 'message.received')
const TWICE = ['message.received', 'message.received']
const toldOf = async (person: string) => {
  const rows = await transaction(house.database.store, { workspace: care }, ({ db }) =>
    db
      .selectFrom('outbox')
      .select('payload')
      .where('workspace_id', '=', care)
      .where('once', 'like', `staff-mail-held/${person}/%`)
      .execute(),
  )
  return rows.map(({ payload }) => payload)
}
const forgetTold = () =>
  transaction(house.database.store, { workspace: care }, ({ db }) =>
    db.deleteFrom('outbox').where('workspace_id', '=', care).where('once', 'like', 'staff-mail-held/%').execute(),
  )
const answer = (story: Story, letter: Sent = {}): Sent => ({
  from: `Anna <${ANNA_AT}>`,
  to: [story.address],
  subject: `Re: Ticket ${story.number}`,
  text: WORDS,
  ...letter,
})

/** Held with its reason, nothing of it on the ticket or sent to anybody. */
async function expectHeld(story: Story, row: Row, code: string): Promise<void> {
  await house.settle()
  expect(row).toMatchObject({ outcome: 'quarantined', reason: code, ticket_id: null, trace: { code } })
  expect(await saidOn(story.ticket)).toEqual(TWICE)
  expect(await answersOn(story.ticket)).toEqual([])
}

describe('somebody of the desk answers by mail', () => {
  it('with a verified mail to the address signed for them: it is their answer in the desk', async () => {
    const story = await begin()
    const [notice = ''] = noticesTo(ANNA_AT, story.number)
    expect(story.address).toMatch(/^support\+s\d+-[0-9a-z]+-[0-9a-z]+-[a-z2-7]{16}@care\.example$/u)
    expect(notice).toContain(`It still is, says ${story.number}.`)
    expect(notice).not.toMatch(/It is broken|home\.example|The lamp/u)
    expect(notice).toMatch(/^Auto-Submitted: auto-generated$/mu)
    const quoted = notice
      .slice(notice.indexOf('##-'))
      .split(/\r?\n/u)
      .map((line) => `> ${line}`)
    const row = await give(
      DESK,
      answer(story, {
        text: `${WORDS}\r\n\r\nOn Mon, 23 Nov 2026 at 10:00 Care <support@care.example> wrote:\r\n${quoted.slice(0, 5).join('\r\n')}\r\n\r\n-- \r\nAnna, private number 12345`,
      }),
    )
    expect(row).toMatchObject({
      outcome: 'appended',
      reason: 'staff-answer',
      ticket_id: story.ticket,
      trace: { code: 'staff-answer', ticket: story.number },
    })
    await house.settle()
    const [sent, ...more] = await answersOn(story.ticket)
    expect(more).toEqual([])
    expect(sent?.to).toBe('carla@home.example')
    expect(sent?.text.split('\n\n').slice(0, 3)).toEqual([WORDS, expect.stringContaining('How did we do?')])
    const events = await envelopesOf(house, care, story.ticket)
    expect(events.find(({ type }) => type === 'message.sent')).toMatchObject({ by: expect.stringMatching(/^agent:/u) })
    const [out] = house.sent().filter((mail) => mail.includes(WORDS))
    expect(out).not.toMatch(/\+s\d+-|12345|still is/u)
  })

  it('by a signature of its domain alone, whatever server brings it', async () => {
    const story = await begin()
    const row = await give(EVIL, answer(story, { sign: 'desk.example' }))
    expect(row).toMatchObject({ outcome: 'appended', reason: 'staff-answer' })
  })

  it('the same mail twice, and the same words under another Message-ID, count once', async () => {
    const story = await begin()
    const raw = letterOf(answer(story))
    expect(await give(DESK, answer(story, { raw }))).toMatchObject({ reason: 'staff-answer' })
    for (const again of [raw, raw.replace(/^Message-ID:.*$/mu, 'Message-ID: <other@desk.example>\r\nX-Way: two')])
      expect(await give(DESK, answer(story, { raw: again }))).toMatchObject({
        outcome: 'suppressed',
        reason: 'duplicate',
      })
    expect(await answersOn(story.ticket)).toHaveLength(1)
  })

  it('not where somebody wrote since, as in the desk', async () => {
    const story = await begin()
    await give(HOME, {
      to: [addressWithToken(house.desk.keys, 'support@care.example', { workspace: care, ...story })],
      text: 'It works again.',
    })
    const row = await give(DESK, answer(story))
    expect(row).toMatchObject({ outcome: 'quarantined', reason: 'staff-unsendable' })
    expect(await answersOn(story.ticket)).toEqual([])
  })

  it('nothing of what is quoted is sent, and in doubt nothing at all', async () => {
    const story = await begin()
    const texts = [
      `> Do you want A?\r\n${WORDS}\r\n> Do you want B?\r\nNo.`,
      `${WORDS}\r\n>one line`,
      `-----Original Message-----\r\nFrom: Ben\r\nSent: Monday\r\nTo: Anna\r\nSubject: internal\r\n\r\nHe is a pain.`,
      `${WORDS} See ${story.address}`,
      '-- \r\nAnna',
      '',
    ]
    for (const text of texts) {
      const row = await give(DESK, answer(story, { text }))
      await expectHeld(story, row, 'staff-unsendable')
    }
    const line = noticesTo(ANNA_AT, story.number)[0]?.match(/##-.*-##/u)?.[0]
    const unmarked = `${WORDS}\r\n\r\n${line}\r\n\r\nHe is a pain.\r\nSays the note.`
    expect(await give(DESK, answer(story, { text: unmarked }))).toMatchObject({ reason: 'staff-answer' })
    expect((await answersOn(story.ticket))[0]?.text).not.toMatch(/pain|note|##/u)
  })

  const withFile = (to: string, id: string, headers: string) =>
    `From: ${ANNA_AT}\r\nTo: ${to}\r\nSubject: Re\r\nMessage-ID: <${id}@desk.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${WORDS}\r\n--b\r\n${headers}\r\n\r\nthe bill ${id}\r\n--b--\r\n`

  it('files with it go along, and the same words with another file are another answer', async () => {
    const story = await begin()
    const pdf = 'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="../bill.pdf"'
    const give1 = (id: string) => give(DESK, answer(story, { raw: withFile(story.address, id, pdf), from: ANNA_AT }))
    expect(await give1('g1')).toMatchObject({ reason: 'staff-answer' })
    expect(await give1('g1')).toMatchObject({ outcome: 'suppressed' })
    await house.settle()
    const out = house.sent().filter((mail) => mail.includes('To: Carla') && mail.includes('filename=bill.pdf'))
    expect(out).toHaveLength(1)
    expect(out[0]).toContain(Buffer.from('the bill g1\n').toString('base64'))
    expect(await give1('g2')).toMatchObject({ reason: 'staff-answer' })
    expect(await answersOn(story.ticket)).toHaveLength(2)
  })

  it('a file that may not be sent on is not lost: it is held, and its writer told', async () => {
    const story = await begin()
    await forgetTold()
    const exe = 'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf.exe'
    const raw = withFile(story.address, 'f1', exe)
    await expectHeld(story, await give(DESK, answer(story, { raw, from: ANNA_AT })), 'staff-unsendable')
    expect((await toldOf(anna))[0]?.['text']).toContain('a file with it cannot be sent on')
  })
})

describe('attack 18: a mail that would speak for the staff', () => {
  it('attack 18: a forged From of staff without a signature of their domain is held, and its holder told in our words', async () => {
    const story = await begin()
    await forgetTold()
    for (const name of ['one', 'two'])
      await expectHeld(
        story,
        await give(EVIL, answer(story, { envelopeFrom: 'x@evil.example', subject: name })),
        'staff-unverified',
      )
    const told = await toldOf(anna)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ to: ANNA_AT })
    expect(JSON.stringify(told)).not.toMatch(/replaced|evil|answer_as/u)
    expect(house.sent().join('\n')).not.toContain('To: x@evil.example')
  })

  it('attack 18: a signature of another domain proves nothing of the From', async () => {
    const story = await begin()
    await expectHeld(story, await give(EVIL, answer(story, { sign: 'evil.example' })), 'staff-unverified')
  })

  it('attack 18: a verified colleague with another person’s address is held', async () => {
    const story = await begin()
    const row = await give(DESK, answer(story, { from: `Ben <${BEN_AT}>` }))
    await expectHeld(story, row, 'staff-unverified')
  })

  it('attack 18: the address of another ticket, changed or made up opens none', async () => {
    const story = await begin()
    const other = await begin()
    const swapped = story.address.replace(/\+s\d+/u, `+s${other.number}`)
    const changed = story.address.replace(/.(?=@)/u, (letter) => (letter === 'a' ? 'b' : 'a'))
    const later = story.address.replace(/-[0-9a-z]+-(?=[a-z2-7]{16}@)/u, '-zzz-')
    for (const to of [swapped, changed, later])
      await expectHeld(story, await give(DESK, answer(story, { to: [to] })), 'staff-unverified')
    expect(await saidOn(other.ticket)).toEqual(TWICE)
  })

  it('attack 18: a replayed mail of staff is answered by nothing new, and its signature cannot be stretched', async () => {
    const story = await begin()
    const plain = Buffer.from(letterOf(answer(story)))
    const raw = (await signed(plain, 'desk.example')).toString()
    expect(await give(DESK, answer(story, { raw }))).toMatchObject({ reason: 'staff-answer' })
    const replays = [raw, `Received: by evil.example\r\n${raw}`, `Message-ID: <again@evil.example>\r\n${raw}`]
    for (const replay of replays) {
      const row = await give(EVIL, answer(story, { raw: replay }))
      expect(row.outcome).toMatch(/^(?:suppressed|quarantined)$/u)
    }
    const row = await give(EVIL, answer(story, { raw: `${raw}And send the money to Mallory.\r\n` }))
    expect(row).toMatchObject({ outcome: 'quarantined', reason: 'staff-unverified' })
    expect(await answersOn(story.ticket)).toHaveLength(1)
  })

  it('attack 18: a customer’s address used by staff speaks for nobody of the desk', async () => {
    const story = await begin()
    const to = [addressWithToken(house.desk.keys, 'support@care.example', { workspace: care, ...story })]
    const row = await give(DESK, answer(story, { to }))
    expect(row).toMatchObject({ outcome: 'appended', reason: 'token', trace: { is_stranger: true } })
    expect(await answersOn(story.ticket)).toEqual([])
    expect(await saidOn(story.ticket)).not.toContain('message.sent')
  })

  it('attack 18: the address stolen by the customer, who is verified, gives neither an answer nor a message', async () => {
    const story = await begin()
    const row = await give(HOME, answer(story, { from: 'Carla <carla@home.example>' }))
    await expectHeld(story, row, 'staff-unverified')
    const copied = await give(HOME, {
      headers: { Cc: story.address },
      to: [addressWithToken(house.desk.keys, 'support@care.example', { workspace: care, ...story })],
    })
    await expectHeld(story, copied, 'staff-unverified')
  })

  it('attack 18: Reply-To, Sender and Resent-From of staff stand for nothing', async () => {
    const story = await begin()
    const row = await give(
      EVIL,
      answer(story, {
        from: 'mallory@evil.example',
        headers: { 'Reply-To': ANNA_AT, Sender: ANNA_AT, 'Resent-From': ANNA_AT },
        sign: 'evil.example',
      }),
    )
    await expectHeld(story, row, 'staff-unverified')
    const mine = await give(
      DESK,
      answer(story, { headers: { 'Reply-To': 'mallory@evil.example', Sender: 'x@evil.example' } }),
    )
    expect(mine).toMatchObject({ reason: 'staff-answer' })
    await house.settle()
    expect((await answersOn(story.ticket)).map(({ to }) => to)).toEqual(['carla@home.example'])
    expect(house.sent().join('\n')).not.toMatch(/^(?:To|Cc|Bcc):.*mallory/mu)
  })

  it.each([
    ['two From headers', `From: ${ANNA_AT}\r\nFrom: mallory@evil.example`],
    ['two From headers the other way round', `From: mallory@evil.example\r\nFrom: ${ANNA_AT}`],
    ['two addresses in one From', `From: ${ANNA_AT}, mallory@evil.example`],
    ['a group', `From: Desk: ${ANNA_AT};`],
    ['a display name that looks like the address', `From: "${ANNA_AT}" <mallory@evil.example>`],
    ['an encoded word that holds the address', `From: =?utf-8?q?anna=40desk=2Eexample?= <mallory@evil.example>`],
    ['a letter that looks like another', 'From: Anna <аnna@desk.example>'],
    ['a domain that looks like another', 'From: Anna <anna@dеsk.example>'],
    ['a subdomain', 'From: Anna <anna@mail.desk.example>'],
    ['no From', 'X-From: nobody'],
  ])('attack 18: %s', async (_, from) => {
    const story = await begin()
    const raw = `${from}\r\nTo: ${story.address}\r\nSubject: Re\r\nMessage-ID: <${randomUUID()}@desk.example>\r\n\r\n${WORDS}\r\n`
    for (const [client, envelopeFrom] of [
      [EVIL, 'mallory@evil.example'],
      [DESK, ANNA_AT],
    ] as const)
      await expectHeld(
        story,
        await give(client, answer(story, { raw: raw.replace(/<(?=[0-9a-f-]{36})/u, `<${client}`), envelopeFrom })),
        'staff-unverified',
      )
  })

  it('attack 18: In-Reply-To of a mail to staff, without the signed address, is nobody’s answer', async () => {
    const story = await begin()
    const rows = await transaction(house.database.store, { workspace: care }, ({ db }) =>
      db.selectFrom('outbox').select('id').where('workspace_id', '=', care).where('kind', '=', 'staff').execute(),
    )
    for (const { id } of rows.slice(-2)) {
      const reference = ourMessageId(house.desk.keys, care, id, 'care.example')
      const row = await give(
        DESK,
        answer(story, { to: ['support@care.example'], headers: { 'In-Reply-To': reference } }),
      )
      expect(row.ticket_id).not.toBe(story.ticket)
    }
    expect(await saidOn(story.ticket)).toEqual(TWICE)
  })

  it.each([
    [{ 'Auto-Submitted': 'auto-replied' }, 'suppressed'],
    [{ 'X-Autoreply': 'yes' }, 'suppressed'],
    [{ Precedence: 'auto_reply' }, 'suppressed'],
    [{ 'Return-Path': '<>' }, 'suppressed'],
    [{ Subject: 'Out of office: Re: Ticket', References: '<x@y.example>' }, 'suppressed'],
    [{ 'X-Auto-Response-Suppress': 'All' }, 'quarantined'],
    [{ 'List-Id': '<all.desk.example>' }, 'quarantined'],
  ])('attack 18: an automatic mail of staff (%j) is no answer', async (headers, outcome) => {
    const story = await begin()
    const { Subject: subject = 'Re', ...others } = headers as Record<string, string>
    const row = await give(DESK, answer(story, { subject, headers: others, text: 'I am away.' }))
    expect(row).toMatchObject({ outcome, ticket_id: null })
    expect(await saidOn(story.ticket)).toEqual(TWICE)
  })

  it('attack 18: a bounce of what was mailed to staff is no answer', async () => {
    const story = await begin()
    const row = await give(DESK, answer(story, { envelopeFrom: '', from: 'MAILER-DAEMON@desk.example' }))
    expect(row).toMatchObject({ outcome: 'suppressed', reason: 'bounce' })
    expect(await saidOn(story.ticket)).toEqual(TWICE)
  })

  it('attack 18: a subject with lines of its own changes nothing of what is sent', async () => {
    const story = await begin()
    const subject = '=?utf-8?q?Re:_x=0D=0ABcc:_mallory=40evil.example=0D=0A?='
    expect(await give(DESK, answer(story, { subject }))).toMatchObject({ reason: 'staff-answer' })
    await house.settle()
    const sent = house.sent().filter((mail) => mail.includes(WORDS))
    expect(sent.join('\n')).not.toMatch(/Bcc|mallory/u)
    expect((await answersOn(story.ticket))[0]?.subject).toBe('Re: The lamp')
  })

  it('attack 18: the address is hidden from colleagues who read what was sent', async () => {
    const story = await begin()
    const { readOutgoing } = await import('../../packages/server/src/features/mail/list-outgoing.ts')
    await transaction(house.database.store, { workspace: care }, async (tx) => {
      const rows = await tx.db
        .selectFrom('outbox')
        .select('id')
        .where('workspace_id', '=', care)
        .where('kind', '=', 'staff')
        .where('is_in_folder', '=', true)
        .execute()
      expect(rows.length).toBeGreaterThan(0)
      for (const { id } of rows) {
        const bytes = unfolded((await readOutgoing(tx, house.desk, id)).toString())
        expect(bytes).not.toMatch(/\+s\d+-/u)
        expect(staffTokenIn(replyTo(bytes))).toBeUndefined()
      }
    })
    expect(staffTokenIn(story.address)).toBeDefined()
  })
})

describe('attack 19: somebody who may no longer answer', () => {
  it('attack 19: who has left speaks for nobody, and is told nothing', async () => {
    const zoe = await hire('zoe@desk.example', 'Zoe')
    const story = await begin({ id: zoe, at: 'zoe@desk.example' })
    await house.database.store.control
      .updateTable('control.member')
      .set({ disabled_at: new Date() })
      .where('person_id', '=', zoe)
      .execute()
    await expectHeld(story, await give(DESK, answer(story, { from: 'zoe@desk.example' })), 'staff-not-allowed')
    expect(await toldOf(zoe)).toEqual([])
  })

  it('attack 19: who may only read since', async () => {
    const rob = await hire('rob@desk.example', 'Rob')
    const story = await begin({ id: rob, at: 'rob@desk.example' })
    await house.database.store.control
      .updateTable('control.member')
      .set({ roles: ['viewer'] })
      .where('person_id', '=', rob)
      .execute()
    await expectHeld(story, await give(DESK, answer(story, { from: 'rob@desk.example' })), 'staff-not-allowed')
    expect(await toldOf(rob)).toHaveLength(1)
  })

  it('attack 19: whose ticket went to another team', async () => {
    const tom = await hire('tom@desk.example', 'Tom', 'lamps')
    const story = await begin({ id: tom, at: 'tom@desk.example' })
    await append(story.ticket, 'ticket.assigned', { persons: { to: ben }, fields: { team: 'sofas' } })
    await expectHeld(story, await give(DESK, answer(story, { from: 'tom@desk.example' })), 'staff-not-allowed')
    await append(story.ticket, 'ticket.assigned', { persons: { to: ben }, fields: { team: 'lamps' } })
    expect(await give(DESK, answer(story, { from: 'tom@desk.example' }))).toMatchObject({ reason: 'staff-answer' })
  })

  it('attack 19: a ticket that is closed, merged or spam', async () => {
    const story = await begin()
    for (const to of ['solved', 'closed']) await append(story.ticket, 'status.changed', { fields: { to } })
    await expectHeld(story, await give(DESK, answer(story)), 'staff-not-allowed')
    for (const column of [{ is_spam: true }, { merged_id: story.ticket }]) {
      const other = await begin()
      await transaction(house.database.store, { workspace: care }, ({ db }) =>
        db.updateTable('ticket').set(column).where('workspace_id', '=', care).where('id', '=', other.ticket).execute(),
      )
      await expectHeld(other, await give(DESK, answer(other)), 'staff-not-allowed')
    }
  })

  it('attack 19: an address whose two weeks are over', async () => {
    const story = await begin()
    const token = staffTokenIn(story.address)
    const day = Math.floor(Date.now() / DAY)
    expect(token?.day).toBe(day + 14)
    const of = (last: number) =>
      addressToAnswer(house.desk.keys, 'support@care.example', {
        workspace: care,
        ticket: story.ticket,
        number: story.number,
        person: anna,
        seq: token?.seq ?? 0,
        day: last,
      })
    await expectHeld(story, await give(DESK, answer(story, { to: [of(day - 2)] })), 'staff-expired')
    expect(await give(DESK, answer(story, { to: [of(day + 1)] }))).toMatchObject({ reason: 'staff-answer' })
  })

  it('attack 19: a workspace that does not want it signs no address, and takes no answer', async () => {
    const story = await begin()
    await answersByMail(false)
    try {
      await expectHeld(story, await give(DESK, answer(story)), 'staff-not-allowed')
      const plain = await begin()
      expect(plain.address).toBe('support@care.example')
      const [notice = ''] = noticesTo(ANNA_AT, plain.number)
      expect(notice).not.toContain('##-')
    } finally {
      await answersByMail(true)
    }
  })

  it('attack 19: a mail of staff to an ordinary address stays what it was: a message like any other', async () => {
    const row = await give(DESK, { from: ANNA_AT, text: 'My own lamp is broken.' })
    expect(row).toMatchObject({ outcome: 'ticketed', trace: { code: 'new' } })
  })
})

it('attack 29: a note of the desk never leaves with what staff are mailed, or answer', async () => {
  const story = await begin()
  const author = { person: ben, machine: '' }
  await onTicketOfId(house.database.store, care, story.ticket, (tx, ticket) =>
    noteOnTicket(tx, ticket, author, { text: 'He is a pain.' }, house.desk),
  )
  await onTicketOfId(house.database.store, care, story.ticket, (tx, ticket) =>
    replyToTicket(
      tx,
      ticket,
      { person: anna, machine: '' },
      { text: 'Wait.', seen: ticket.seq, anyway: false },
      house.desk,
    ),
  )
  await house.settle()
  expect(house.sent().join('\n')).not.toContain('He is a pain.')
})

it('nobody is mailed what they did not ask for, nor what a machine or a doubtful sender wrote', async () => {
  const story = await begin()
  const to = [addressWithToken(house.desk.keys, 'support@care.example', { workspace: care, ...story })]
  await give(EVIL, { to, from: 'carla@home.example', envelopeFrom: 'x@evil.example', text: 'Forged.' })
  await give(HOME, { to, headers: { 'Auto-Submitted': 'auto-replied' }, text: 'Away.' })
  await change(anna, { is_mailed_messages: false })
  try {
    await give(HOME, { to, text: 'Once more.' })
    await house.settle()
    expect(noticesTo(ANNA_AT, story.number)).toHaveLength(1)
  } finally {
    await change(anna, { is_mailed_messages: true })
  }
})
