import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../../packages/server/test/free-port.ts'
import { allOf, apiOf, type DeskApi } from '../running/desk-api.ts'
import { publishIn } from '../running/desk-database.ts'
import { ALWAYS_OPEN } from '../running/server-inside.ts'
import { removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { findPrograms } from './programs.ts'
import { replyWithMutt } from './run-mutt.ts'
import { DESK, type Exim, HOME, startExim } from './start-exim.ts'

const KEY = 'the-key-that-the-desk-began-with-1234'
const CARE = `care@${DESK}`
const CARLA = `carla@${HOME}`

const programs = findPrograms('exim', 'swaks', 'mutt')
const folder = mkdtempSync(join(tmpdir(), 'avow-mail-programs-'))
let exim: Exim
let api: DeskApi

beforeAll(async () => {
  if (typeof programs === 'string') return
  chmodSync(folder, 0o755)
  const smtpPort = await freePort()
  exim = await startExim(programs.exim, join(folder, 'exim'), smtpPort)
  const desk = await startDesk({
    env: {
      AVOW_DEMO: '0',
      AVOW_BOOTSTRAP_API_KEY: KEY,
      AVOW_SMTP_PORT: String(smtpPort),
      AVOW_SMTP_URL: `smtp://127.0.0.1:${exim.port}`,
      AVOW_SMTP_UNKNOWN: 'refuse',
    },
  })
  api = apiOf(() => desk.url, KEY)
  await publishIn(desk, ALWAYS_OPEN)
})
afterAll(async () => {
  await removeDesks()
  if (typeof programs !== 'string') await exim.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends a mail to the customers' mail server, with swaks. Answers what was said. */
function send(from: string, to: string, subject: string, text: string): string {
  if (typeof programs === 'string') throw new Error(programs)
  const server = ['--server', `127.0.0.1:${exim.port}`, '--helo', 'home.example']
  const mail = ['--from', from, '--to', to, '--h-Subject', subject, '--body', text]
  const { status, stdout } = spawnSync(programs.swaks, [...server, ...mail], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`swaks ended with ${status}:\n${stdout}`)
  return stdout
}
const inBox = (subject: RegExp) =>
  until(async () => (await exim.mails()).find((mail) => mail.to === CARLA && subject.test(mail.subject)))
const settledMail = (from: string, outcome: string) =>
  until(async () => (await api.call('listMail')).items.find((mail) => mail.from === from && mail.outcome === outcome))
const outgoingTo = (address: string, state: string) =>
  until(async () =>
    (await allOf((query) => api.call('listOutgoing', { query }))).find(
      (mail) => mail.to === address && mail.state === state,
    ),
  )
const whereThere = (name: string, test: () => Promise<void>) =>
  it(name, async ({ skip }) => {
    skip(typeof programs === 'string', String(programs))
    await test()
  })

describe('a conversation through swaks, exim and mutt', () => {
  let number: number

  whereThere('begins with a mail over a relay, which is a ticket, and its acknowledgement arrives', async () => {
    send(CARLA, CARE, 'The kettle leaks', 'What now?')
    const row = await settledMail(CARLA, 'ticketed')
    expect(row).toMatchObject({ envelope_from: CARLA, subject: 'The kettle leaks', reason: null })
    expect(row.text).toContain('What now?')
    number = row.ticket ?? 0
    const acknowledged = await inBox(/number/)
    expect(acknowledged.isAutomatic).toBe(true)
    expect(await outgoingTo(CARLA, 'sent')).toMatchObject({ kind: 'acknowledgement', attempts: 1, last_error: null })
  })

  whereThere('goes on with an answer, to which the customer replies in mutt, quoting all of it', async () => {
    if (typeof programs === 'string') return
    const { seq } = await api.call('readTicket', { params: { number } })
    const answer = { text: 'Please send it back.\n\nWe pay for the parcel.', seen: seq }
    await api.call('replyToTicket', { params: { number }, body: answer })
    expect((await inBox(/kettle leaks/)).text).toContain('Please send it back.')

    const home = join(folder, 'carla')
    const mutt = { program: programs.mutt, home, box: exim.box, from: CARLA, port: exim.port, word: 'parcel' }
    await replyWithMutt(mutt, 'It is on its way.')
    const row = await settledMail(CARLA, 'appended')
    expect(row).toMatchObject({ reason: 'token', ticket: number })
    expect(row.text?.trim()).toBe('It is on its way.')
    const ticket = await api.call('readTicket', { params: { number } })
    expect(ticket).toMatchObject({ state: 'open', messages: 3 })
    const entry = ticket.entries.findLast(({ type }) => type === 'message.received')
    expect(entry?.quoted).toContain('> Please send it back.')
    expect(entry?.doubt).toBeNull()
  })
})

describe('mail that a relay does not take', () => {
  whereThere('is refused for good where the relay says so, with what it said', async () => {
    const gone = `gone@${HOME}`
    send(gone, CARE, 'Goodbye', 'I leave.')
    const row = await settledMail(gone, 'ticketed')
    const refused = await outgoingTo(gone, 'refused')
    expect(refused).toMatchObject({ kind: 'acknowledgement', ticket: row.ticket, attempts: 1 })
    expect(refused.last_error).toMatch(/550.*No such person here/)
    expect((await api.call('listAttention')).items).toContainEqual(
      expect.objectContaining({ code: 'mail-not-delivered', ticket: row.ticket }),
    )
  })

  whereThere('and comes back later is noted on its ticket, and opens none', async () => {
    const late = `late@${HOME}`
    send(late, CARE, 'Too late', 'My box is closed.')
    const { ticket } = await settledMail(late, 'ticketed')
    const report = await until(async () =>
      (await api.call('listMail')).items.find((mail) => mail.envelope_from === '' && mail.outcome !== null),
    )
    expect(report).toMatchObject({ outcome: 'appended', ticket })
    expect(await api.call('readTicket', { params: { number: ticket ?? 0 } })).toMatchObject({ state: 'new' })
  })

  whereThere('of ours to an address that is not here goes back to its sender', async () => {
    const before = (await api.call('countIntake')).items
    send(CARLA, `nobody@${DESK}`, 'Is anybody there?', 'Hello?')
    expect((await inBox(/delivery failed|failure/i)).text).toContain('There is no such mailbox here')
    expect((await api.call('countIntake')).items).toEqual(before)
    // exim sends its mail again where it has not heard the answer to it.
    expect(before).toMatchObject([{ received: 5, suppressed: 0 }])
  })
})
