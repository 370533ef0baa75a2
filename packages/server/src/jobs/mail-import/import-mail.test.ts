import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { publish } from '../../../test/publish.ts'
import { sendOne } from '../../../test/raw-smtp.ts'
import { type Transaction, transaction } from '../../db/index.ts'
import { countIntake } from '../../features/mail/count-intake.ts'
import { readTicket } from '../../features/tickets/index.ts'
import { importMail, type MailImport } from './index.ts'

const AT = Date.UTC(2026, 9, 5, 10)
const STAMP = 'Received: from a by b; Mon, 5 Oct 2026 10:00:00 +0000'
const FROM = 'From ada@home.example Tue Oct  6 10:00:00 2026'

let house: MailHouse
let workspace: string
let folder: string
let mailboxes = 0
beforeAll(async () => {
  house = await openMailHouse()
  workspace = await house.database.makeWorkspace('import')
  await publish(house.desk.store, workspace, ALWAYS_OPEN)
  folder = mkdtempSync(join(tmpdir(), 'avow-import-'))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => transaction(house.desk.store, { workspace }, work)

interface Lines {
  readonly id?: string
  readonly names?: readonly string[]
  readonly from?: string
  readonly body?: string
}
const mail = ({ id, names = [], from = 'ada@home.example', body = 'Where is my teapot?' }: Lines = {}): string =>
  [
    STAMP,
    `From: ${from}`,
    'To: care@acme.example',
    'Subject: Teapot',
    ...(id === undefined ? [] : [`Message-ID: <${id}@home.example>`]),
    ...(names.length === 0 ? [] : [`References: ${names.map((name) => `<${name}@home.example>`).join(' ')}`]),
    'Date: Thu, 1 Jan 1998 00:00:00 +0000',
    '',
    body,
    '',
  ].join('\n')
const mbox = (...mails: readonly string[]): string => mails.map((each) => `${FROM}\n${each}\n`).join('')

async function newMailbox() {
  const address = `care${++mailboxes}@acme.example`
  return { workspace, mailbox: await house.makeMailbox(workspace, address), address }
}
type Into = Awaited<ReturnType<typeof newMailbox>>
function file(text: string | Buffer): string {
  const path = join(mkdtempSync(join(folder, 'file-')), 'archive')
  writeFileSync(path, text)
  return path
}
const take = (into: Into, text: string, more: Partial<MailImport> = {}) =>
  importMail(house.desk, { ...into, paths: [file(text)], ...more })

interface Row {
  readonly outcome: string
  readonly message_id: string | null
  readonly reason: string | null
  readonly received_at: Date
  readonly sha256: Buffer
  readonly size: number
  readonly whole_size: number | null
  readonly number: number | null
  readonly state: string | null
  readonly created_at: Date | null
  readonly charter_hash: string | null
}
const rows = ({ mailbox }: Into): Promise<readonly Row[]> =>
  run(async ({ db }) => {
    const found = await sql<Row>`
      select m.outcome, m.message_id, m.reason, m.received_at, m.sha256, m.size, m.whole_size, t.number, t.state, t.created_at, t.charter_hash
        from inbound_mail m left join ticket t on t."workspace_id" = ${workspace} and t.id = m.ticket_id
       where m."workspace_id" = ${workspace} and m.mailbox_id = ${mailbox} order by m.id`.execute(db)
    return found.rows
  })
/** What an import must leave alone. */
const untouched = () =>
  run(async ({ db }) => {
    const found = await sql<Record<string, number>>`
      select (select count(*) from outbox where "workspace_id" = ${workspace}) as outbox,
             (select count(*) from notice where "workspace_id" = ${workspace}) as notices,
             (select count(*) from automatic_mail where "workspace_id" = ${workspace}) as automatic,
             (select count(*) from commitment where "workspace_id" = ${workspace}) as commitments`.execute(db)
    return found.rows[0]
  })
const counts = async ({ address }: Into) => {
  const { items } = await run(countIntake)
  const { received, pending, ...outcomes } = items.find(({ mailbox }) => mailbox === address) ?? {}
  expect(Object.values(outcomes).reduce<number>((sum, n) => sum + (typeof n === 'number' ? n : 0), pending ?? 0)).toBe(
    received,
  )
  return { received, ...outcomes }
}

describe('mail that is imported', () => {
  it('opens closed tickets of its own time that no charter judges, and nobody is told', async () => {
    const into = await newMailbox()
    const before = await untouched()
    expect(await take(into, mbox(mail({ id: 'a1' }), mail({ id: 'a2', from: 'berta@home.example' })))).toEqual({
      mails: 2,
      kept: 2,
      cut: 0,
      others: [],
    })
    const [first, second] = await rows(into)
    for (const row of [first, second])
      expect(row).toMatchObject({
        outcome: 'ticketed',
        received_at: new Date(AT),
        created_at: new Date(AT),
        state: 'closed',
        charter_hash: null,
      })
    expect(first?.number).not.toBe(second?.number)
    expect(await run((tx) => readTicket(tx, Number(first?.number)))).toMatchObject({
      is_imported: true,
      charter: null,
      commitments: [],
    })
    expect(first?.sha256).toEqual(
      createHash('sha256')
        .update(mail({ id: 'a1' }))
        .digest(),
    )
    expect(await untouched()).toEqual(before)
    expect(await counts(into)).toMatchObject({ received: 2, ticketed: 2 })
  })

  it('is imported once, however often, and not where the mailbox received it', async () => {
    const into = await newMailbox()
    const received = mail({ id: 'b0' }).replaceAll('\n', '\r\n')
    expect(await sendOne(house.intake.port, { from: 'ada@home.example', to: [into.address], mail: received })).toMatch(
      /^250/,
    )
    await house.settle()
    const text = mbox(mail({ id: 'b0' }), mail({ id: 'b1' }), mail({ id: 'b1' }), mail({ id: 'b2' }))
    expect(await take(into, text)).toMatchObject({ mails: 4, kept: 2 })
    expect(await take(into, text)).toMatchObject({ mails: 4, kept: 0 })
    await Promise.all([take(into, `${text}${mbox(mail({ id: 'b3' }))}`), take(into, mbox(mail({ id: 'b3' })))])
    expect(await counts(into)).toMatchObject({ received: 4, ticketed: 4, suppressed: 0 })
  })

  it('keeps two mails of one Message-ID as two', async () => {
    const into = await newMailbox()
    await take(into, mbox(mail({ id: 'c1' }), mail({ id: 'c1', body: 'Forget it.' })))
    await take(into, mbox(mail({ id: 'c1', body: 'And another.' })))
    expect(await counts(into)).toMatchObject({ received: 3, ticketed: 3 })
  })

  it('joins threads in whatever order their mails lie, of who takes part in them alone', async () => {
    const into = await newMailbox()
    await take(
      into,
      mbox(
        mail({ id: 'd3', names: ['d1', 'd2'], body: 'third' }),
        mail({ id: 'd1', body: 'first' }),
        mail({ id: 'd4', names: ['d3'], body: 'fourth' }),
        mail({ id: 'd5', names: ['d3'], from: 'stranger@else.example' }),
        mail({ id: 'd2', names: ['d1'], from: into.address, body: 'our answer' }),
      ),
    )
    expect(await counts(into)).toMatchObject({ received: 5, ticketed: 2, appended: 2, suppressed: 1 })
    const numbers = new Map((await rows(into)).map(({ message_id, number }) => [message_id, number]))
    const of = (id: string) => numbers.get(`<${id}@home.example>`)
    expect([of('d3'), of('d4')]).toEqual([of('d1'), of('d1')])
    expect(of('d5')).not.toBe(of('d1'))
    expect(of('d2')).toBeNull()
    expect(new Set((await rows(into)).map(({ state }) => state))).toEqual(new Set(['closed', null]))
  })

  it('touches no ticket that the desk works on, and a customer who writes again gets a new one with its promises', async () => {
    const into = await newMailbox()
    const send = async (text: string) => {
      await sendOne(house.intake.port, {
        from: 'ada@home.example',
        to: [into.address],
        mail: text.replaceAll('\n', '\r\n'),
      })
      await house.settle()
    }
    await send(mail({ id: 'e1' }))
    const before = await untouched()
    await take(into, mbox(mail({ id: 'e2', names: ['e1'], body: 'older' })))
    expect(await untouched()).toEqual(before)
    const [live, imported] = await rows(into)
    expect(live).toMatchObject({ state: 'new' })
    expect(imported).toMatchObject({ outcome: 'ticketed', state: 'closed' })
    expect(imported?.number).not.toBe(live?.number)
    await send(mail({ id: 'e3', names: ['e2'], body: 'again' }))
    const again = (await rows(into)).at(-1)
    expect(again).toMatchObject({ outcome: 'ticketed', state: 'new' })
    expect(again?.charter_hash).not.toBeNull()
  })

  it('lies in a Maildir, in single files and in folders of them', async () => {
    const into = await newMailbox()
    const root = mkdtempSync(join(folder, 'maildir-'))
    for (const part of ['cur', 'new', 'tmp', '.Sent/cur', 'letters']) mkdirSync(join(root, part), { recursive: true })
    const write = (name: string, text: string) => writeFileSync(join(root, name), text)
    const bare = (id: string) => mail({ id }).replace(`${STAMP}\n`, '')
    write('cur/1780000000.M1.home:2,S', bare('f1'))
    write('new/1780000001.M2.home', bare('f2'))
    write('tmp/1780000002.M3.home', bare('f3'))
    write('.Sent/cur/1780000003.M4.home:2,', bare('f4'))
    write('dovecot-uidlist', '3 V1780000000 N5\n')
    write('letters/one.eml', bare('f5'))
    utimesSync(join(root, 'letters/one.eml'), 1_780_000_009, 1_780_000_009)
    write('letters/more.mbox', mbox(mail({ id: 'f6' })))
    const tally = await importMail(house.desk, { ...into, paths: [root] })
    expect(tally).toEqual({ mails: 5, kept: 5, cut: 0, others: [join(root, 'dovecot-uidlist')] })
    expect((await rows(into)).map(({ received_at }) => received_at.getTime())).toEqual([
      1_780_000_003_000,
      1_780_000_000_000,
      AT,
      1_780_000_009_000,
      1_780_000_001_000,
    ])
  })

  it('is never silent about a mail that is too large: its beginning is kept for a person', async () => {
    const into = await newMailbox()
    const large = mail({ id: 'g1', body: 'x'.repeat(5_000) })
    expect(await take(into, mbox(large, mail({ id: 'g2' })), { mostBytes: 1_000 })).toMatchObject({ kept: 2, cut: 1 })
    expect(await rows(into)).toMatchObject([
      { outcome: 'quarantined', reason: 'too-large', size: 1_000, whole_size: large.length },
      { outcome: 'ticketed', whole_size: null },
    ])
  })
})
