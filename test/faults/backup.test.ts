import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { allOf, apiOf } from '../running/desk-api.ts'
import { publishIn, rowsIn } from '../running/desk-database.ts'
import { letter, send } from '../running/letters.ts'
import { outgoingOf } from '../running/outgoing-folder.ts'
import { runAvow } from '../running/run-avow.ts'
import { openDatabase } from '../running/server-inside.ts'
import { dataFolder, removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { settled } from './ledger.ts'
import { startMail } from './mail-load.ts'
import { type UnpackedBackup, unpackBackup } from './unpack-backup.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const MAILS = LONG ? 2_000 : 40
const KEY = 'the-key-that-the-desk-began-with-1234'
const ENV = { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY }

/** Every ticket has a step that falls due some seconds after it was opened. */
const CHARTER = `
avow: 1
charter: soon
languages: [en]
zone: UTC
positions: [agent]
facts:
  channel: { one of: [email, form, phone] }
calendars:
  round-the-clock: { open: always, holidays until: 2099-12-31 }
promises:
  - id: P1
    audience: staff
    clock: first-response
    table: [{ target: 10 min of round-the-clock }]
escalation:
  - id: E1
    for: P1
    steps:
      - { at: 1%, tell: [agent] }
`
afterAll(removeDesks)

describe('a backup that is made while mail comes in', () => {
  it('is brought back into an empty folder as it was: nothing is sent again, no step taken twice, tokens hold', async () => {
    const desk = await startDesk({ env: ENV })
    const api = apiOf(() => desk.url, KEY)
    await publishIn(desk, CHARTER)
    const to = (await api.call('countIntake')).items[0]?.mailbox ?? ''
    const mail = startMail({ port: desk.smtpPort, to, senders: 3 })
    await until(() => mail.taken.length >= MAILS)
    const file = join(dirname(desk.data), 'backup.tar.gz')
    const said = await runAvow(['backup', file], { AVOW_DATA: desk.data })
    await mail.stop()
    await settled(api)
    expect(said).toMatch(
      /^\S+backup\.tar\.gz: \d+ tickets, \d+ events, \d+ attachments and mails; read again and whole\./,
    )

    // The file holds what its manifest says, and mails whole.
    const backup = unpackBackup(file, join(dirname(desk.data), 'unpacked'))
    const mailsThen = backup.rowsOf('inbound_mail')
    expect(mailsThen.length).toBeGreaterThanOrEqual(MAILS)
    expect(backup.blobs.size).toBe(backup.manifest.blobs.count)
    for (const { blob_key, sha256 } of mailsThen) expect(`\\\\x${backup.blobs.get(blob_key ?? '')}`).toBe(sha256)

    // Every step that was ahead is due before the backup is brought back, and was taken here.
    await until(async () => {
      const [row] = await rowsIn<{ ahead: number }>(
        desk,
        'select count(*)::int as ahead from step where taken_at is null',
      )
      return row?.ahead === 0
    })
    expect(await desk.stop()).toBe(0)

    const data = dataFolder()
    mkdirSync(data, { mode: 0o711 })
    copyFileSync(join(desk.data, 'secret'), join(data, 'secret'))
    await runAvow(['restore', file], { AVOW_DATA: data })
    await expectRestored(data, backup)
    const restored = await startDesk({ data, env: ENV })
    const again = apiOf(() => restored.url, KEY)
    await settled(again)
    const mails = await allOf((query) => again.call('listMail', { query }))
    for (const { id, sha256 } of mails.slice(-MAILS)) {
      const bytes = await (await again.ask('readRawMail', { params: { id } })).bytes()
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }

    // Nothing leaves but the acknowledgements of mail that nobody had read when the backup was made.
    const unread = mailsThen.filter(({ outcome }) => outcome === undefined).map(({ envelope_from }) => envelope_from)
    for (const { to: receiver } of await outgoingOf(data)) expect(unread).toContain(receiver)
    const steps = await rowsIn<{ ticket_id: string }>(
      restored,
      `select ticket_id from event where type = 'ticket.escalated' and recorded::timestamptz > $1`,
      [backup.manifest.at],
    )
    const ticketsThen = new Set(backup.rowsOf('ticket').map(({ id }) => id))
    expect(steps.filter(({ ticket_id }) => ticketsThen.has(ticket_id))).toEqual([])

    // A token from before leads to the ticket that it was made for.
    const first = mailsThen.find(({ outcome }) => outcome === 'ticketed')
    const acknowledged = (await outgoingOf(desk.data)).find((one) => one.to === first?.['envelope_from'])
    const reply = letter({ from: acknowledged?.to ?? '', to: acknowledged?.replyTo ?? '', text: 'It goes on.' })
    await send(restored.smtpPort, reply)
    const row = await until(async () =>
      (await again.call('listMail')).items.find((one) => one.message_id === reply.messageId && one.outcome !== null),
    )
    const number = Number(/\+(\d+)-/.exec(acknowledged?.replyTo ?? '')?.[1])
    expect(row).toMatchObject({ outcome: 'appended', reason: 'token', ticket: number })
  })
})

/** The restored database has the rows that the manifest counts, before any server looks at it. */
async function expectRestored(data: string, { manifest }: UnpackedBackup): Promise<void> {
  const database = await openDatabase({ dataFolder: data })
  try {
    const found: unknown[] = []
    for (const { table, workspace } of manifest.parts) {
      const of = workspace === undefined ? '' : ` where workspace_id = '${workspace}'`
      const [row] = await rowsIn<{ rows: number }>({ data }, `select count(*)::int as rows from ${quoted(table)}${of}`)
      found.push([table, row?.rows])
    }
    expect(found).toEqual(manifest.parts.map(({ table, rows }) => [table, rows]))
  } finally {
    await database.stop()
  }
}

/** `control.user` as SQL says it. */
function quoted(table: string): string {
  return table
    .split('.')
    .map((word) => `"${word}"`)
    .join('.')
}
