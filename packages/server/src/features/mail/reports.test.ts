import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { outgoingOf, post } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { ourMessageId } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { DELIVERY_STATE, sendMail } from '../outbox/index.ts'
import { retryOutgoing } from './retry-outgoing.ts'

let house: MailHouse
let care: string
beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  await house.makeMailbox(care, 'support@care.example')
  await publish(house.database.store, care, ALWAYS_OPEN)
})
afterAll(() => house.close())

const bounceOf = (about: string, [to, status]: [string, string], action = 'failed'): string =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'I could not deliver it.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    '--b',
    'Content-Type: message/rfc822',
    '',
    `Message-ID: ${about}`,
    '',
    'Thank you',
    '--b--',
    '',
  ].join('\r\n')

/** A request, and the mail that acknowledged it. */
async function acknowledged(from: string) {
  const [row] = await post(house, care, { from })
  await house.settle()
  const [mail] = await outgoingOf(house, care, row?.ticket_id)
  const messageId = ourMessageId(house.desk.keys, care, mail?.id ?? '', 'care.example')
  return { ticket: row?.ticket_id ?? '', outbox: mail?.id ?? '', messageId }
}

const known = async ({ ticket, outbox }: { ticket: string; outbox: string }, email: string) =>
  transaction(house.database.store, { workspace: care }, async ({ db }) => {
    const mail = await db
      .selectFrom('outbox')
      .select([DELIVERY_STATE.as('state'), 'reported_status'])
      .where('workspace_id', '=', care)
      .where('id', '=', outbox)
      .executeTakeFirst()
    const events = await db
      .selectFrom('event')
      .select('type')
      .where('workspace_id', '=', care)
      .where('ticket_id', '=', ticket)
      .where('type', 'like', 'mail.%')
      .execute()
    const attention = await db
      .selectFrom('attention')
      .select('code')
      .where('workspace_id', '=', care)
      .where('ticket_id', '=', ticket)
      .execute()
    const person = await db
      .selectFrom('person')
      .select('unreachable_since')
      .where('workspace_id', '=', care)
      .where('email', '=', email)
      .executeTakeFirst()
    const { state } = await db
      .selectFrom('ticket')
      .select('state')
      .where('workspace_id', '=', care)
      .where('id', '=', ticket)
      .executeTakeFirstOrThrow()
    const tickets = await db.selectFrom('ticket').select('id').where('workspace_id', '=', care).execute()
    return {
      mail: mail?.state,
      status: mail?.reported_status,
      events: events.map(({ type }) => type),
      attention: attention.map(({ code }) => code),
      isDead: person?.unreachable_since != null,
      state,
      tickets: tickets.length,
    }
  })

describe('a report on a mail of ours', () => {
  it('sets the state of that mail, is told on the ticket and asks for attention; the address is dead', async () => {
    const about = await acknowledged('gone@home.example')
    const before = await known(about, 'gone@home.example')
    expect(before).toMatchObject({ mail: 'in-folder', events: [], attention: [], isDead: false })
    for (let twice = 0; twice < 2; twice++)
      await post(house, care, {
        envelopeFrom: '',
        raw: `X-Once: ${twice}\r\n${bounceOf(about.messageId, ['gone@home.example', '5.1.1'])}`,
      })
    expect(await known(about, 'gone@home.example')).toEqual({
      ...before,
      mail: 'bounced',
      status: '5.1.1',
      events: ['mail.bounced'],
      attention: ['mail-not-delivered'],
      isDead: true,
    })
  })

  it('leaves the address alive where its box is full, or where it was passed on to another', async () => {
    const full = await acknowledged('full@home.example')
    await post(house, care, { envelopeFrom: '', raw: bounceOf(full.messageId, ['full@home.example', '5.2.2']) })
    expect(await known(full, 'full@home.example')).toMatchObject({ mail: 'bounced', isDead: false })
    const moved = await acknowledged('moved@home.example')
    await post(house, care, { envelopeFrom: '', raw: bounceOf(moved.messageId, ['new@else.example', '5.1.1']) })
    expect(await known(moved, 'moved@home.example')).toMatchObject({ mail: 'bounced', isDead: false })
  })

  it('that says it is late is told in its state alone', async () => {
    const late = await acknowledged('late@home.example')
    await post(house, care, {
      envelopeFrom: '',
      raw: bounceOf(late.messageId, ['late@home.example', '4.4.1'], 'delayed'),
    })
    expect(await known(late, 'late@home.example')).toMatchObject({ status: '4.4.1', events: [], attention: [] })
  })

  it('that names no mail finds it by the ticket it was sent to and the address it names', async () => {
    const about = await acknowledged('old@home.example')
    const [mail] = house.sent().filter((each) => each.includes(about.outbox))
    const token = /^Reply-To: .*?(support\+[^\s>]+)/m.exec(mail ?? '')?.[1] ?? ''
    const qmail = [
      'From: MAILER-DAEMON@mx.example',
      'Subject: failure notice',
      '',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      '',
      '<old@home.example>:',
      'Remote host said: 550 no such user here',
      '',
    ].join('\r\n')
    await post(house, care, { envelopeFrom: '', to: [token], raw: qmail })
    expect(await known(about, 'old@home.example')).toMatchObject({ mail: 'bounced', state: 'new', isDead: true })
  })

  it('that is forged changes nothing', async () => {
    const about = await acknowledged('alive@home.example')
    const before = await known(about, 'alive@home.example')
    const forged = about.messageId.replace(/\.[a-z2-7]{16}@/, '.aaaaaaaaaaaaaaaa@')
    const [row] = await post(house, care, { envelopeFrom: '', raw: bounceOf(forged, ['alive@home.example', '5.1.1']) })
    expect(row).toMatchObject({ outcome: 'suppressed', reason: 'bounce' })
    expect(await known(about, 'alive@home.example')).toEqual(before)
  })

  it('holds further automatic mail to a dead address, until somebody sends it all the same', async () => {
    const about = await acknowledged('back@home.example')
    await post(house, care, { envelopeFrom: '', raw: bounceOf(about.messageId, ['back@home.example', '5.1.1']) })
    const mailbox = await house.makeMailbox(care, 'ratings@care.example')
    const ask = (once: string) =>
      transaction(house.database.store, { workspace: care, tickets: [about.ticket] }, (tx) =>
        sendMail(tx, {
          kind: 'rating',
          once,
          ticket: about.ticket,
          to: 'Back@home.example',
          subject: 'How did we do?',
          text: 'Tell us.',
          language: 'en',
          mailbox,
        }),
      )
    const held = await ask('one')
    await house.outbox.runOnce()
    expect(await known({ ...about, outbox: held }, 'back@home.example')).toMatchObject({ mail: 'held', isDead: true })
    await transaction(house.database.store, { workspace: care }, (tx) => retryOutgoing(tx, held))
    const next = await ask('two')
    await house.outbox.runOnce()
    for (const outbox of [held, next])
      expect(await known({ ...about, outbox }, 'back@home.example')).toMatchObject({ mail: 'in-folder', isDead: false })
  })
})
