import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { envelopesOf, type Letter, letterOf, outgoingOf, post } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { addressWithToken, ourMessageId } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'

let house: MailHouse
let care: string
let other: string
beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  other = await house.database.makeWorkspace('other')
  await publish(house.database.store, care, ALWAYS_OPEN)
  await house.makeMailbox(care, 'support@care.example')
  await house.makeMailbox(care, 'sales@care.example')
  await house.makeMailbox(other, 'help@other.example')
})
afterAll(() => house.close())

const send = (letter: Letter) => post(house, care, letter)
const sendOne = async (letter: Letter) => {
  const [row, ...more] = await send(letter)
  expect(more).toEqual([])
  if (row === undefined) throw new Error('no row')
  return row
}
/** The address by which a ticket's mail comes back, made as the server makes it. */
const tokenOf = (row: { ticket_id: string | null; number: number | null }, workspace = care) =>
  addressWithToken(house.desk.keys, 'support@care.example', {
    workspace,
    ticket: row.ticket_id ?? '',
    number: row.number ?? 0,
  })
const messagesOf = async (row: { ticket_id: string | null }) =>
  (await envelopesOf(house, care, row.ticket_id)).filter(({ type }) => type === 'message.received')
const setState = (ticket: string | null, to: string) =>
  transaction(house.database.store, { workspace: care }, (tx) =>
    tx.append({ id: tx.newId(), ticket: ticket ?? '', type: 'status.changed', by: 'agent', fields: { to } }),
  )

describe('a mail that belongs to a ticket', () => {
  it('joins it by the token in the address, whatever its subject says', async () => {
    const first = await sendOne({})
    const reply = await sendOne({ to: [tokenOf(first)], subject: 'something else' })
    expect(reply).toMatchObject({ outcome: 'appended', reason: 'token', ticket_id: first.ticket_id })
    expect(await messagesOf(first)).toHaveLength(2)
  })

  it('joins it by the token in To, where a relay wrote the envelope anew', async () => {
    const first = await sendOne({})
    const reply = await sendOne({ headers: { To: `Care <${tokenOf(first).toUpperCase()}>` } })
    expect(reply).toMatchObject({ outcome: 'appended', reason: 'token', ticket_id: first.ticket_id })
  })

  it('joins it by a reference to a mail of ours or of theirs, from somebody who takes part', async () => {
    const from = 'rita@home.example'
    const first = await sendOne({ from, headers: { 'Message-ID': '<one@home.example>' } })
    const byTheirs = await sendOne({ from, headers: { 'In-Reply-To': '<one@home.example>' } })
    expect(byTheirs).toMatchObject({ outcome: 'appended', reason: 'reference', ticket_id: first.ticket_id })
    await house.settle()
    const [acknowledgement] = await outgoingOf(house, care, first.ticket_id)
    const ours = ourMessageId(house.desk.keys, care, acknowledgement?.id ?? '', 'care.example')
    const byOurs = await sendOne({ from, headers: { References: `<unknown@x.example> ${ours}` } })
    expect(byOurs).toMatchObject({ outcome: 'appended', reason: 'reference', ticket_id: first.ticket_id })
  })

  it('opens a new one that follows it where that is closed, with an acknowledgement of its own', async () => {
    const first = await sendOne({ from: 'closing@home.example' })
    await setState(first.ticket_id, 'solved')
    await setState(first.ticket_id, 'closed')
    const again = await sendOne({ from: 'closing@home.example', to: [tokenOf(first)] })
    expect(again).toMatchObject({ outcome: 'ticketed', reason: 'token' })
    expect(again.ticket_id).not.toBe(first.ticket_id)
    const [created] = await envelopesOf(house, care, again.ticket_id)
    expect(created).toMatchObject({ type: 'ticket.created', follows: first.ticket_id })
  })
})

describe('who tries to get into a ticket', () => {
  it('by a forged In-Reply-To opens a new one', async () => {
    const first = await sendOne({ headers: { 'Message-ID': '<secret@home.example>' } })
    const forged = await sendOne({
      from: 'mallory@evil.example',
      headers: { 'In-Reply-To': '<secret@home.example>', References: '<secret@home.example>' },
    })
    expect(forged).toMatchObject({ outcome: 'ticketed', reason: null })
    expect(await messagesOf(first)).toHaveLength(1)
  })

  it('by a number in the subject opens a new one', async () => {
    const first = await sendOne({})
    for (const subject of [`Re: [#${first.number}]`, `Ticket ${first.number}`, `support+${first.number}`])
      expect((await sendOne({ from: 'mallory@evil.example', subject })).ticket_id).not.toBe(first.ticket_id)
  })

  it('by a token that was tampered with opens a new one', async () => {
    const first = await sendOne({})
    const address = tokenOf(first)
    const letter = address.at(address.indexOf('@') - 1) === 'a' ? 'b' : 'a'
    const tampered = address.replace(/.(?=@)/, letter)
    const other = address.replace(/\+\d+-/, `+${(first.number ?? 0) + 1}-`)
    for (const to of [tampered, other, `support+${first.number}@care.example`])
      expect(await sendOne({ to: [to] })).toMatchObject({ outcome: 'ticketed' })
    expect(await messagesOf(first)).toHaveLength(1)
  })

  it('by a token of another workspace opens a new one', async () => {
    const first = await sendOne({})
    const [stolen] = await post(house, other, {
      to: [tokenOf(first).replace('support', 'help').replace('care.example', 'other.example')],
    })
    expect(stolen).toMatchObject({ outcome: 'ticketed' })
    const again = await sendOne({ to: [tokenOf(first, other)] })
    expect(again).toMatchObject({ outcome: 'ticketed' })
    expect(await messagesOf(first)).toHaveLength(1)
  })

  it('with a token that they were given is shown as a stranger', async () => {
    const first = await sendOne({})
    await sendOne({ from: 'friend@elsewhere.example', to: [tokenOf(first)] })
    const [, message] = await messagesOf(first)
    expect(message).toMatchObject({ doubt: 'not-a-participant' })
  })

  it('with two From headers is in doubt, joins by no reference and is told nothing', async () => {
    const first = await sendOne({ from: 'dora@home.example', headers: { 'Message-ID': '<dora@home.example>' } })
    const raw = letterOf({
      from: 'dora@home.example',
      headers: { 'In-Reply-To': '<dora@home.example>', 'from ': 'mallory@evil.example' },
    })
    const twice = await sendOne({ raw })
    expect(twice).toMatchObject({ outcome: 'ticketed' })
    expect(twice.ticket_id).not.toBe(first.ticket_id)
    expect((await messagesOf(twice))[0]).toMatchObject({ doubt: 'several-headers' })
    expect(await outgoingOf(house, care, twice.ticket_id)).toEqual([])
  })
})

describe('a mail that comes twice', () => {
  it('to two mailboxes of a workspace is one ticket and two rows', async () => {
    const rows = await send({ to: ['support@care.example', 'sales@care.example'] })
    expect(rows.map(({ outcome, reason }) => [outcome, reason]).sort()).toEqual([
      ['appended', 'same-message'],
      ['ticketed', null],
    ])
    expect(new Set(rows.map(({ ticket_id }) => ticket_id)).size).toBe(1)
    expect(await messagesOf({ ticket_id: rows[0]?.ticket_id ?? null })).toHaveLength(1)
  })

  it('to mailboxes of two workspaces is a ticket in each', async () => {
    const to = ['support@care.example', 'help@other.example']
    const raw = letterOf({ from: 'two@home.example' })
    const [here] = await send({ to, raw })
    expect(here).toMatchObject({ outcome: 'ticketed' })
    const there = await transaction(house.database.store, { workspace: other }, ({ db }) =>
      db.selectFrom('inbound_mail').select(['outcome', 'subject']).where('workspace_id', '=', other).execute(),
    )
    expect(there.at(-1)).toMatchObject({ outcome: 'ticketed' })
  })

  it('with the same bytes and sender is one ticket; another sender, mailbox or byte is another mail', async () => {
    const raw = letterOf({})
    expect(await sendOne({ raw })).toMatchObject({ outcome: 'ticketed' })
    expect(await sendOne({ raw })).toMatchObject({ outcome: 'suppressed', reason: 'duplicate', ticket_id: null })
    expect(await sendOne({ raw })).toMatchObject({ outcome: 'suppressed', reason: 'duplicate' })
    expect(await sendOne({ raw, envelopeFrom: 'other@home.example' })).toMatchObject({ outcome: 'ticketed' })
    expect(await sendOne({ raw, to: ['sales@care.example'] })).toMatchObject({ outcome: 'ticketed' })
    expect(await sendOne({ raw: `${raw}!\r\n` })).toMatchObject({ outcome: 'ticketed' })
  })

  it('by its Message-ID alone is two mails: nobody can silence another', async () => {
    const headers = { 'Message-ID': '<same@home.example>' }
    expect(await sendOne({ headers, text: 'one' })).toMatchObject({ outcome: 'ticketed' })
    expect(await sendOne({ headers, text: 'two' })).toMatchObject({ outcome: 'ticketed' })
  })
})

describe('mail that no person wrote', () => {
  it.each([
    ['an absence', { 'Auto-Submitted': 'auto-replied' }, 'automatic'],
    ['a bulk mail', { Precedence: 'bulk' }, 'automatic'],
    ['a delivery report', { 'Content-Type': 'multipart/report; boundary=x' }, 'bounce'],
  ])('%s wants no ticket', async (_name, headers, reason) => {
    expect(await sendOne({ headers })).toMatchObject({ outcome: 'suppressed', reason, ticket_id: null })
  })

  it('a bounce with the null return path wants none', async () => {
    const bounce = { from: 'MAILER-DAEMON@mx.example', envelopeFrom: '' }
    expect(await sendOne(bounce)).toMatchObject({ outcome: 'suppressed', reason: 'bounce' })
  })

  it('joins the ticket whose token it comes back to, and changes no state', async () => {
    const first = await sendOne({ from: 'away@home.example' })
    await setState(first.ticket_id, 'waiting-for-customer')
    const away = await sendOne({
      from: 'away@home.example',
      to: [tokenOf(first)],
      headers: { 'Auto-Submitted': 'auto-replied' },
    })
    expect(away).toMatchObject({ outcome: 'appended', reason: 'token', ticket_id: first.ticket_id })
    expect((await messagesOf(first)).at(-1)).toMatchObject({ automatic: true })
    const state = await transaction(house.database.store, { workspace: care }, ({ db }) =>
      db
        .selectFrom('ticket')
        .select('state')
        .where('workspace_id', '=', care)
        .where('id', '=', first.ticket_id ?? '')
        .executeTakeFirst(),
    )
    expect(state).toEqual({ state: 'waiting-for-customer' })
  })

  it('joins the ticket of the mail of ours that it reports on', async () => {
    const first = await sendOne({ from: 'gone@home.example' })
    await house.settle()
    const [mail] = await outgoingOf(house, care, first.ticket_id)
    const id = ourMessageId(house.desk.keys, care, mail?.id ?? '', 'care.example')
    const raw = [
      'From: MAILER-DAEMON@mx.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--b',
      'Content-Type: message/rfc822',
      '',
      `Message-ID: ${id}`,
      'Subject: We have your request',
      '',
      'Thank you',
      '--b--',
      '',
    ].join('\r\n')
    const bounce = await sendOne({ envelopeFrom: '', raw })
    expect(bounce).toMatchObject({ outcome: 'appended', reason: 'report', ticket_id: first.ticket_id })
    const forged = await sendOne({ envelopeFrom: '', raw: raw.replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@') })
    expect(forged).toMatchObject({ outcome: 'suppressed', reason: 'bounce' })
  })

  it('passes on what a person wrote: somebody reads it, nobody is told', async () => {
    for (const headers of [
      { 'List-Id': '<team.list.example>', Precedence: 'list' },
      { 'X-Auto-Response-Suppress': 'All' },
    ]) {
      const row = await sendOne({ from: 'group@list.example', headers })
      expect(row).toMatchObject({ outcome: 'ticketed' })
      expect(await outgoingOf(house, care, row.ticket_id)).toEqual([])
    }
    expect(await sendOne({ from: 'noreply@shop.example' })).toMatchObject({ outcome: 'ticketed' })
  })
})

describe('mail of our own', () => {
  it('from one of our mailboxes wants no ticket', async () => {
    expect(await sendOne({ from: 'sales@care.example' })).toMatchObject({ outcome: 'suppressed', reason: 'own' })
    expect(
      await sendOne({ from: 'Sales+7-x@care.example', headers: { 'Auto-Submitted': 'auto-replied' } }),
    ).toMatchObject({
      outcome: 'suppressed',
      reason: 'loop',
    })
  })

  it('that comes back to us is a loop', async () => {
    const first = await sendOne({ from: 'mirror@home.example' })
    await house.settle()
    const sent = house.sent().find((mail) => mail.includes('To: mirror@home.example')) ?? ''
    const back = await sendOne({ raw: sent.replace(/^From: .*$/m, 'From: mirror@home.example') })
    expect(back).toMatchObject({ outcome: 'suppressed', reason: 'loop' })
    expect(await messagesOf(first)).toHaveLength(1)
  })
})

describe('what a mail brings along', () => {
  it('is kept beside its message, up to a hundred files; small pictures stand in its HTML', async () => {
    const picture = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')
    const file = (index: number) =>
      `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=f${index}.txt\r\n\r\n${index}\r\n`
    const raw = [
      'From: files@home.example',
      'Subject: files',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>See <img src="cid:logo@x"> <script>alert(1)</script></p>',
      '--b',
      'Content-Type: image/png',
      'Content-ID: <logo@x>',
      'Content-Transfer-Encoding: base64',
      '',
      picture,
      `${Array.from({ length: 150 }, (_, index) => file(index)).join('')}--b--`,
      '',
    ].join('\r\n')
    const row = await sendOne({ raw })
    const kept = await transaction(house.database.store, { workspace: care }, async ({ db }) => {
      const of = { workspace_id: care, ticket_id: row.ticket_id ?? '' }
      const files = await db
        .selectFrom('attachment')
        .select(['name', 'type', 'size', 'content_id'])
        .where('workspace_id', '=', of.workspace_id)
        .where('ticket_id', '=', of.ticket_id)
        .execute()
      const html = await db
        .selectFrom('event_content')
        .select('value')
        .where('workspace_id', '=', of.workspace_id)
        .where('ticket_id', '=', of.ticket_id)
        .where('part', '=', 'html')
        .executeTakeFirst()
      return { files, html: String(html?.value) }
    })
    expect(kept.files).toHaveLength(100)
    expect(kept.files).toContainEqual({ name: '1.png', type: 'image/png', size: 8, content_id: 'logo@x' })
    expect(kept.html).toContain(`<img src="data:image/png;base64,${picture}"`)
    expect(kept.html).not.toContain('script')
  })
})

describe('mail that nobody can read', () => {
  it('is set aside with a reason, asks for attention, and the next one is read', async () => {
    const deep = `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${Array.from(
      { length: 150 },
      (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth + 1}\r\n\r\n`,
    ).join('')}`
    const row = await sendOne({ raw: deep })
    expect(row).toMatchObject({ outcome: 'quarantined', reason: 'limits', ticket_id: null })
    expect(await sendOne({})).toMatchObject({ outcome: 'ticketed' })
    const raised = await transaction(house.database.store, { workspace: care }, ({ db }) =>
      db.selectFrom('attention').select(['code', 'data']).where('workspace_id', '=', care).execute(),
    )
    expect(raised).toContainEqual({
      code: 'mail-quarantined',
      data: { mail: row.id, reason: 'limits', detail: 'nested-too-deep' },
    })
  })
})
