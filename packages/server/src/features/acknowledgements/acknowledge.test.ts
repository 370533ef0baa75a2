import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { EVENT_HANDLERS } from '../../event-handlers.ts'
import { type Keys, openKeys } from '../../secrets/index.ts'
import { findOrAddCustomer } from '../people/index.ts'
import { openRequest } from '../tickets/index.ts'
import { type Acknowledged, acknowledge } from './index.ts'

const HOUR = 3_600_000
const MAILBOX = 'support@care.example'

let database: TestDatabase
let folder: string
let keys: Keys
let workspace: string
let mailbox: string
let count = 0
beforeAll(async () => {
  database = await openTestDatabase(EVENT_HANDLERS)
  folder = mkdtempSync(join(tmpdir(), 'avow-ack-'))
  keys = openKeys(join(folder, 'secret'))
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  count += 1
  workspace = await database.makeWorkspace(`ack-${count}`)
  await database.store.control.deleteFrom('control.mailbox_address').where('address', '=', MAILBOX).execute()
  mailbox = await makeMailbox(database, workspace, MAILBOX)
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(database.store, { workspace }, work)

interface Request {
  readonly address?: string
  readonly language?: string
  readonly ago?: number
  readonly automatic?: boolean
  readonly publicUrl?: string
}

/** A new ticket of somebody, and what became of its acknowledgement. */
const open = async (request: Request = {}): Promise<{ ticket: string; number: number; how: Acknowledged }> =>
  run(async (tx) => {
    const { address = 'carla@home.example', language, ago = 0, automatic, publicUrl = '' } = request
    const customer = await findOrAddCustomer(tx, { email: address, name: 'Carla <b>Evil</b>' })
    const opened = await openRequest(tx, {
      channel: 'email',
      by: 'customer',
      customer,
      customerSays: { address, name: 'Carla <b>Evil</b>' },
      at: tx.now - ago,
      mailbox,
      ...(language === undefined ? {} : { language }),
      message: { subject: 'BUY NOW http://evil.example', text: 'attack', ...(automatic ? { automatic } : {}) },
    })
    return { ...opened, how: await acknowledge(tx, { ...opened, keys, publicUrl, mailboxAddress: MAILBOX }) }
  })

const mails = () =>
  run(async ({ db }) => {
    const rows = await db
      .selectFrom('outbox')
      .select(['payload', 'ticket_id'])
      .where('workspace_id', '=', workspace)
      .orderBy('id')
      .execute()
    return rows.map(({ payload, ticket_id }) => ({
      ticket: ticket_id,
      to: String(payload['to']),
      subject: String(payload['subject']),
      text: String(payload['text']),
      language: String(payload['language']),
    }))
  })
const autoOf = (ticket: string) =>
  run(({ db }) =>
    db
      .selectFrom('event')
      .select('envelope')
      .where('workspace_id', '=', workspace)
      .where('ticket_id', '=', ticket)
      .where('type', '=', 'message.auto')
      .execute(),
  )
/** As though this much time had passed since everything automatic. */
const passed = async (ms: number): Promise<void> => {
  const superuser = await database.connect('postgres')
  await superuser.query(`update automatic_mail set at = at - interval '${ms} ms' where workspace_id = $1`, [workspace])
}

describe('an acknowledgement', () => {
  it('tells number and due time in the zone of the charter, and nothing that the sender wrote', async () => {
    await publish(database.store, workspace, ALWAYS_OPEN)
    const { ticket, how } = await open({ publicUrl: 'https://care.example' })
    const [mail, ...more] = await mails()
    expect([how, more]).toEqual(['sent', []])
    expect(mail).toMatchObject({ ticket, to: 'carla@home.example', subject: 'We have your request, number 1' })
    expect(mail?.text).toMatch(
      /^Thank you for writing to us\. Your request has the number 1\.\nA person answers you by \w+, .* at .* \(Coordinated Universal Time\)\./,
    )
    expect(mail?.text).toMatch(/https:\/\/care\.example\/w\/ack-1\/en\/requests\/[\w-]{32}/)
    expect(JSON.stringify(mail)).not.toMatch(/Carla|Evil|evil|BUY|attack/)
    expect((await autoOf(ticket)).map(({ envelope }) => envelope)).toMatchObject([
      { kind: 'acknowledgement', tells: ['P1'], by: 'bot:avow' },
    ])
  })

  it('says that the time has passed where it has', async () => {
    await publish(database.store, workspace, ALWAYS_OPEN)
    const { ticket } = await open({ ago: 2 * HOUR })
    const [mail] = await mails()
    expect(mail?.text).toContain('That time has passed')
    expect((await autoOf(ticket))[0]?.envelope).toMatchObject({ tells: [] })
  })

  it('promises nothing where the charter does not, or there is none', async () => {
    const { ticket } = await open()
    const [mail] = await mails()
    expect(mail?.text).toContain('We have promised no time for this answer.')
    expect((await autoOf(ticket))[0]?.envelope).toMatchObject({ tells: [] })
  })

  it('keeps promises to staff to itself', async () => {
    await publish(database.store, workspace, ALWAYS_OPEN.replace(/audience: public/g, 'audience: staff'))
    await open()
    expect((await mails())[0]?.text).toContain('We have promised no time')
  })

  it('speaks the language of the ticket, with the words of its zone', async () => {
    const retailer = readFileSync(join(import.meta.dirname, '../../../../../charters/retailer.yaml'), 'utf8')
    await publish(database.store, workspace, retailer)
    for (const language of ['en', 'ar', 'it', 'pl', 'el'])
      await open({ language, address: `${language}@home.example`, publicUrl: 'https://care.example' })
    const sent = await mails()
    expect(sent.map((mail) => mail.language)).toEqual(['en', 'ar', 'it', 'pl', 'el'])
    expect(sent.map(({ text }) => /\(([^)]+)\)/.exec(text)?.[1])).toEqual([
      expect.stringMatching(/^Central European/),
      expect.stringContaining('أوروبا'),
      expect.stringContaining('Europa centrale'),
      expect.stringContaining('europejski'),
      expect.stringContaining('Ευρώπης'),
    ])
    expect(sent[1]?.text).toContain('كيف نخدمكم:\nhttps://care.example')
  })

  it('tells the due time by the clock of the customer, else of the mailbox, also of tickets that it covers', async () => {
    await publish(database.store, workspace, ALWAYS_OPEN)
    const zoneIn = (text: string | undefined) =>
      Array.from(text?.matchAll(/\(([A-Z][^)]+)\)/g) ?? [], ([, zone]) => zone)
    await run(({ db }) =>
      db.updateTable('mailbox').set({ zone: 'Asia/Dubai' }).where('workspace_id', '=', workspace).execute(),
    )
    const opened = await open()
    expect(zoneIn((await mails())[0]?.text)).toEqual(['Gulf Standard Time'])
    await run(({ db }) =>
      db
        .updateTable('person')
        .set({ zone: 'Asia/Karachi' })
        .where('workspace_id', '=', workspace)
        .where('email', '=', 'carla@home.example')
        .execute(),
    )
    await open()
    await passed(HOUR + 1)
    const last = await open()
    const text = (await mails()).at(-1)?.text
    expect(zoneIn(text)).toEqual(['Pakistan Standard Time', 'Pakistan Standard Time'])
    const due = await run(({ db }) =>
      db
        .selectFrom('commitment')
        .select('due')
        .where('workspace_id', '=', workspace)
        .where('ticket_id', '=', last.ticket)
        .where('promise', '=', 'P1')
        .executeTakeFirstOrThrow(),
    )
    const words = { dateStyle: 'full', timeStyle: 'short', timeZone: 'Asia/Karachi' } as const
    expect(text).toContain(`by ${new Intl.DateTimeFormat('en', words).format(due.due ?? 0)} (Pakistan Standard Time).`)
    expect(opened.how).toBe('sent')
  })

  describe('by a way that ends', () => {
    const retiring = (until: string, more = '') => `${ALWAYS_OPEN.replace(
      'languages: [en]',
      'languages: [en, it]',
    ).replace(
      'channel: { one of: [email, form, phone] }',
      'channel: { one of: [email, form, phone], values say: { phone: { en: telephone, it: telefono } } }',
    )}
channels:
  - { id: C1, audience: public, channel: email, state: retiring, until: ${until}, moves to: C2${more} }
  - { id: C2, audience: public, channel: phone, state: open, address: "+39 02 1234" }
`

    it('says until when, and what to use in its place; the ticket is opened all the same', async () => {
      await publish(database.store, workspace, retiring('2099-03-31'))
      const first = await open()
      expect(first.how).toBe('sent')
      expect(first.number).toBe(1)
      expect((await mails())[0]?.text).toContain(
        'You wrote to us by this way: email. It ends on March 31, 2099. This request is taken care of all the same.\nFrom then on please use: telephone:\n+39 02 1234',
      )
      await open({ language: 'it', address: 'it@home.example' })
      expect((await mails())[1]?.text).toContain(
        'Ci ha scritto per questa via: email. Resta aperta fino al 31 marzo 2099. Di questa richiesta ci occupiamo comunque.\nDa allora usi: telefono:\n+39 02 1234',
      )
    })

    it('says since when it ended', async () => {
      await publish(database.store, workspace, retiring('2020-03-31'))
      await open()
      expect((await mails())[0]?.text).toContain('It ended on March 31, 2020.')
    })

    it.each([
      ['is of another address than the one that was written to', retiring('2099-03-31', ', address: old@care.example')],
      ['is for staff alone', retiring('2099-03-31').replace('C1, audience: public', 'C1')],
    ])('says nothing where its clause %s', async (_, charter) => {
      await publish(database.store, workspace, charter)
      expect((await open()).how).toBe('sent')
      expect((await mails())[0]?.text).not.toContain('by this way')
    })
  })

  it('goes to nobody who would not read it', async () => {
    expect((await open({ automatic: true })).how).toBe('unwanted')
    expect((await open({ address: MAILBOX })).how).toBe('unwanted')
    expect((await open({ address: 'support+1-x@care.example' })).how).toBe('unwanted')
    expect(await mails()).toEqual([])
  })
})

describe('limits of automatic mail', () => {
  it('hold back the second within an hour; the next one covers it', async () => {
    await publish(database.store, workspace, ALWAYS_OPEN)
    const first = await open()
    const [second, third] = [await open(), await open()]
    expect([first.how, second.how, third.how]).toEqual(['sent', 'held', 'held'])
    expect((await open({ address: 'dora@home.example' })).how).toBe('sent')
    await passed(HOUR + 1)
    const fourth = await open({ address: 'CARLA@home.example' })
    expect(fourth.how).toBe('sent')
    const last = (await mails()).at(-1)?.text ?? ''
    expect(last).toContain('We have 2 more requests of yours')
    expect(last).toMatch(/Number 2: a person answers you by .*\nNumber 3: a person answers you by /)
    expect((await autoOf(second.ticket))[0]?.envelope).toMatchObject({ kind: 'acknowledgement', tells: ['P1'] })
    await passed(HOUR + 1)
    await open()
    expect((await mails()).at(-1)?.text).not.toContain('more request')
  })

  it('forget held tickets that have ended', async () => {
    await publish(database.store, workspace, ALWAYS_OPEN)
    await open()
    const held = await open()
    await run((tx) => tx.append({ id: tx.newId(), ticket: held.ticket, type: 'ticket.spam', by: 'agent', fields: {} }))
    await passed(HOUR + 1)
    await open()
    expect((await mails()).at(-1)?.text).not.toContain('more request')
  })

  it('let one an hour and five a day through, also to somebody whom a person has answered', async () => {
    await open()
    await run((tx) =>
      tx.db
        .updateTable('person')
        .set({ answered_at: new Date(tx.now) })
        .where('workspace_id', '=', workspace)
        .execute(),
    )
    expect([(await open()).how, (await open()).how]).toEqual(['held', 'held'])
    const how: Acknowledged[] = []
    for (let each = 0; each < 5; each++) {
      await passed(HOUR + 1)
      how.push((await open()).how)
    }
    expect(how).toEqual(['sent', 'sent', 'sent', 'sent', 'held'])
    await passed(24 * HOUR + 1)
    expect((await open()).how).toBe('sent')
  })

  it('hold when many come at the same time', async () => {
    await open({ address: 'warm@up.example' })
    const how = await Promise.all(Array.from({ length: 8 }, async () => (await open()).how))
    expect(how.filter((each) => each === 'sent')).toHaveLength(1)
  })
})
