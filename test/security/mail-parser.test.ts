/** Mails that try to stop or to fool the desk, sent as strangers send them: over SMTP, to the server's whole mail house. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { permissionsOf } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import type { Access } from '../../packages/server/src/http/handler.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { type MailHouse, openMailHouse } from '../../packages/server/test/mail.ts'
import { type Letter, letterOf, outgoingOf, post } from '../../packages/server/test/mail-story.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { callTicket } from '../../packages/server/test/ticket-calls.ts'
import { HEAVY_HTML, MISSHAPEN, TIRING } from './hostile-mails.ts'

let house: MailHouse
let care: string
let agent: Access

beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  await publish(house.database.store, care, ALWAYS_OPEN)
  await house.makeMailbox(care, 'support@care.example')
  agent = {
    workspace: care,
    slug: 'care',
    person: undefined,
    actor: 'key:test',
    roles: ['agent'],
    permissions: permissionsOf(['agent']),
    now: Date.now(),
  }
})

afterAll(() => house?.close())

type Row = Awaited<ReturnType<typeof post>>[number]

async function sendOne(letter: Letter): Promise<Row> {
  const [row] = await post(house, care, letter)
  if (row === undefined) throw new Error('no row')
  return row
}

/** As they lie in the store. */
async function rawOf(id: string): Promise<string> {
  const { blob_key } = await transaction(house.desk.store, { workspace: care }, ({ db }) =>
    db
      .selectFrom('inbound_mail')
      .select('blob_key')
      .where('workspace_id', '=', care)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  const parts: Buffer[] = []
  for await (const bytes of await house.desk.blobs.open(care, blob_key)) parts.push(bytes)
  return Buffer.concat(parts).toString()
}

/** What became of it in the end: a mail that its reader was ended over, on a busy machine, is tried again. */
async function outcomeOf(id: string): Promise<Pick<Row, 'outcome' | 'ticket_id'>> {
  const find = () =>
    transaction(house.desk.store, { workspace: care }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select(['outcome', 'ticket_id'])
        .where('workspace_id', '=', care)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
  await expect.poll(async () => (await find()).outcome).not.toBeNull()
  return find()
}

async function isAskedFor(id: string): Promise<boolean> {
  const raised = await transaction(house.desk.store, { workspace: care }, ({ db }) =>
    db.selectFrom('attention').select('once').where('workspace_id', '=', care).execute(),
  )
  return raised.some(({ once }) => once === `mail-quarantined ${id}`)
}

/**
 * The longest that the server's own process was held up while `work` ran: CPU ms of one turn of its loop, so that what other
 * programs take of the machine is none of it.
 */
async function longestTurn<T>(work: Promise<T>): Promise<{ readonly result: T; readonly longest: number }> {
  let longest = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      const before = process.threadCpuUsage()
      await nextTurn()
      const { user, system } = process.threadCpuUsage(before)
      longest = Math.max(longest, (user + system) / 1000)
    }
  })()
  try {
    return { result: await work, longest }
  } finally {
    isOver = true
    await watching
  }
}

/** Fault F28: nothing that a stranger sends holds the server up for longer, ms. */
const LONGEST_TURN = 200

/** Kept to the byte, holding nobody up; on a ticket, or set aside and asked for; and whoever writes next is served. */
async function isSurvived(raw: string): Promise<void> {
  const { result: row, longest } = await longestTurn(
    sendOne({ raw, from: 'eve@evil.example' }).then(async ({ id }) => ({ id, ...(await outcomeOf(id)) })),
  )
  expect(longest).toBeLessThan(LONGEST_TURN)
  const kept = await rawOf(row.id)
  expect(kept === raw || kept === `${raw}\r\n`).toBe(true)
  if (row.outcome === 'quarantined') expect(await isAskedFor(row.id)).toBe(true)
  else expect(row).toMatchObject({ outcome: 'ticketed', ticket_id: expect.any(String) })
  expect(await sendOne({})).toMatchObject({ outcome: 'ticketed' })
}

describe('attack 31, fault F28: a misshapen mail is kept, told of, holds nothing up, and the next one is read:', () => {
  it.each(Object.entries(MISSHAPEN))('%s', { timeout: 300_000 }, (_, raw) => isSurvived(raw))
})

describe('attack 32, fault F28: a mail that patterns take long over holds nothing up, and is no harm to the next one:', () => {
  it.each(Object.entries(TIRING))('%s', { timeout: 300_000 }, (_, raw) => isSurvived(raw))
})

describe('attack 33, fault F28: heavy HTML holds nothing up, and is no harm to the next one:', () => {
  it.each(Object.entries(HEAVY_HTML))('%s', { timeout: 300_000 }, (_, raw) => isSurvived(raw))
})

describe('attack 29: what is for staff stays with staff', () => {
  it('a note never leaves, whatever is sent after it, and hidden recipients are shown to nobody', async () => {
    const headers = { Bcc: 'hidden-recipient@secret.example', 'Resent-Bcc': 'hidden-recipient@secret.example' }
    const row = await sendOne({ from: 'Carla <carla-29@home.example>', headers })
    const number = row.number ?? 0
    const note = { text: 'INTERNAL-29: a known swindler, do not refund.' }
    await callTicket(house.desk, 'noteOnTicket', agent, number, note)
    const answer = { text: 'We look into it.', seen: 0, anyway: true }
    await callTicket(house.desk, 'replyToTicket', agent, number, answer)
    await sendOne({ from: 'Carla <carla-29@home.example>', text: 'And?', headers: { References: '<none@x.example>' } })
    await callTicket(house.desk, 'noteOnTicket', agent, number, { text: 'INTERNAL-29: still not.' })
    const ticket = await callTicket(house.desk, 'replyToTicket', agent, number, {
      ...answer,
      text: 'Soon.',
      state: 'solved',
    })
    await house.settle()
    const outgoing = await outgoingOf(house, care, row.ticket_id)
    expect(outgoing.filter(({ kind }) => kind === 'answer')).toHaveLength(2)
    expect(JSON.stringify(outgoing)).not.toContain('INTERNAL-29')
    const sent = house.sent().filter((mail) => mail.includes('carla-29@home.example'))
    expect(sent.length).toBeGreaterThanOrEqual(3)
    for (const mail of sent) {
      expect(mail).not.toMatch(/INTERNAL-29|hidden-recipient|^(?:resent-)?bcc:/im)
      // Nor in an encoding of it.
      const packed = mail.match(/^[a-z0-9+/=]{60,}$/gim)?.join('') ?? ''
      expect(Buffer.from(packed, 'base64').toString()).not.toContain('INTERNAL-29')
    }
    expect(JSON.stringify(ticket)).toContain('INTERNAL-29')
    expect(JSON.stringify(ticket)).not.toContain('hidden-recipient')
  })

  it('an invitation is told on the ticket, and its file stays', async () => {
    const calendar = [
      ...['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:The fitter comes'],
      ...['DTSTART:20260703T100000Z', 'DURATION:PT1H', 'LOCATION:Strandgade 5', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n')
    const raw = letterOf({
      headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
      text: `--b\r\n\r\nSee.\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n${calendar}\r\n--b--`,
    })
    const row = await sendOne({ raw })
    const ticket = await callTicket(house.desk, 'readTicket', agent, row.number ?? 0)
    expect(ticket.entries.find(({ type }) => type === 'message.received')).toMatchObject({
      text: 'See.',
      appointments: [
        {
          what: 'invitation',
          summary: 'The fitter comes',
          start: '2026-07-03T10:00:00.000Z',
          end: '2026-07-03T11:00:00.000Z',
          place: 'Strandgade 5',
        },
      ],
      attachments: [{ type: 'text/calendar' }],
    })
  })
})
