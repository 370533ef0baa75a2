import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { allOf } from '../running/desk-api.ts'
import { rowsIn } from '../running/desk-database.ts'
import { letter, send, trySending } from '../running/letters.ts'
import { removeDesks } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { type CompanyDesk, startCompanyDesk } from './company-desk.ts'
import { findPrograms } from './programs.ts'
import { CARE, type CompanyMail, startCompany } from './start-company.ts'
import { whyNoPostfix } from './start-postfix.ts'
import { markedLetter, markOf, weekOfMail } from './week-of-mail.ts'

const LONG = process.env['AVOW_LONG'] === '1'
/** Mails that lie in the mailbox when it is connected, and how often the plug is pulled. */
const [WEEK, KILLS] = LONG ? [500, 25] : [60, 3]
const CARLA = 'carla@home.example'

const programs = findPrograms('postfix', 'dovecot', 'dovecotLmtp')
const reason = whyNoPostfix() ?? (typeof programs === 'string' ? programs : undefined)
const folder = mkdtempSync(join(tmpdir(), 'avow-company-'))
let company: CompanyMail
let desk: CompanyDesk

beforeAll(async () => {
  if (reason !== undefined || typeof programs === 'string') return
  company = await startCompany(programs, folder)
  desk = await startCompanyDesk(company, folder)
})
afterAll(async () => {
  await removeDesks()
  await company?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const whereThere = (name: string, test: () => Promise<void>) =>
  it(name, async ({ skip }) => {
    skip(reason !== undefined, reason)
    await test()
  })

/** All that came in, but for the mail by which the desk tried an address of its own. */
const allMail = async () =>
  (await allOf((query) => desk.api.call('listMail', { query }))).filter(({ reason: why }) => why !== 'plus-trial')
const outgoing = () => allOf((query) => desk.api.call('listOutgoing', { query }))
/** What is asked of a desk that may be away just now. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  const told = await until(() =>
    ask().then(
      (answer) => ({ answer }),
      () => undefined,
    ),
  )
  return told.answer
}

/** An answer of the company's, as the desk acknowledged it. */
interface Answered {
  readonly to: string
  readonly text: string
  /** After how many pulls of the plug. */
  readonly after: number
}

/** Customers who write, and people who answer them, whether the desk is there or not. */
function startTraffic(pulls: () => number) {
  const arrived: string[] = []
  const answered: Answered[] = []
  let isOver = false
  const serve = async (): Promise<void> => {
    for (; !isOver; ) {
      const mark = `new-${arrived.length}`
      const from = `${mark}@home.example`
      await send(company.postfix.port, markedLetter(from, mark))
      arrived.push(mark)
      const ticket = await insist(async () => {
        const row = await until(async () => (await allMail()).find((mail) => mail.from === from))
        return until(() => row.ticket)
      })
      const params = { number: ticket }
      const { seq } = await insist(() => desk.api.call('readTicket', { params }))
      const [text, once] = [`This is the answer to ${mark}.`, randomUUID()]
      await insist(() => desk.api.call('replyToTicket', { params, body: { text, seen: seq }, once }))
      answered.push({ to: from, text, after: pulls() })
    }
  }
  const all = serve()
  return {
    arrived,
    answered,
    async stop() {
      isOver = true
      await all
    },
  }
}

whereThere(
  `a mailbox with ${WEEK} mails is connected, and the plug pulled ${KILLS} times: each mail is there once, and each answer leaves`,
  async () => {
    const week = weekOfMail(WEEK)
    for (const { bytes } of week) company.dovecot.deliver('care', bytes)
    await desk.connect()
    let pulls = 0
    const traffic = startTraffic(() => pulls)
    for (; pulls < KILLS; pulls++) {
      await wait(Math.random() * 4_000)
      await desk.pullPlug()
    }
    const calm = traffic.answered.length
    await until(() => traffic.answered.length >= calm + 3)
    await traffic.stop()

    const marks = [...week.map(({ mark }) => mark), ...traffic.arrived]
    await until(async () => {
      const [mail, out] = [await allMail(), await outgoing()]
      const isRead = mail.length >= marks.length && mail.every(({ outcome }) => outcome !== null)
      return isRead && out.every(({ state }) => state !== 'waiting')
    })
    const kept: (string | undefined)[] = []
    for (const { id } of await allMail()) {
      const raw = await desk.api.ask('readRawMail', { params: { id } })
      kept.push(markOf(Buffer.from(await raw.arrayBuffer())))
    }
    expect(kept.toSorted()).toEqual(marks.toSorted())
    expect((await allMail()).filter(({ reason: why }) => why === 'duplicate')).toEqual([])
    const twice = `select 1 from event where type = 'message.received' group by envelope->>'mail' having count(*) > 1`
    expect(await rowsIn(desk, twice)).toEqual([])

    const left = await company.postfix.mails()
    const rows = await outgoing()
    for (const { to, text, after } of traffic.answered) {
      const [row, ...more] = rows.filter((each) => each.kind === 'answer' && each.to === to)
      expect([row?.state, more], text).toEqual(['sent', []])
      const copies = left.filter((mail) => mail.to === to && mail.text.includes(text))
      // Whoever was killed with it on the wire sends it once more, as the same mail; nobody else.
      expect(copies.length, text).toBeGreaterThanOrEqual(1)
      expect(copies.length, text).toBeLessThanOrEqual(1 + KILLS - after)
      expect(new Set(copies.map(({ messageId }) => messageId)).size, text).toBe(1)
    }
    // What did not leave says why: automatic mail beyond its limits, or to what is no address.
    const others = new Set(rows.map(({ state }) => state))
    for (const state of ['sent', 'held', 'refused', 'deferred'] as const) others.delete(state)
    expect([...others]).toEqual([])
  },
)

whereThere(
  'a mail goes from the customer through Postfix and LMTP to Dovecot, over IMAP to the desk, and its answer back',
  async () => {
    const stranger = await trySending(company.postfix.port, letter({ from: CARE, to: CARLA }))
    expect(stranger).toBe(554)
    await send(
      company.postfix.port,
      letter({ from: CARLA, to: CARE, subject: 'Größe der Kanne', text: 'Passt sie?\n.\nCarla' }),
    )
    const row = await until(async () => (await allMail()).find((mail) => mail.from === CARLA && mail.outcome !== null))
    expect(row).toMatchObject({ mailbox: CARE, envelope_from: CARLA, outcome: 'ticketed', subject: 'Größe der Kanne' })
    expect(row.text).toContain('Passt sie?\n.\nCarla')
    expect(company.postfix.log()).toMatch(
      /postfix\/lmtp\[\d+\]: \w+: to=<care@company\.example>.* status=sent \(250 2\.0\.0/,
    )

    const params = { number: row.ticket ?? 0 }
    const { seq } = await desk.api.call('readTicket', { params })
    await desk.api.call('replyToTicket', { params, body: { text: 'Sie passt.', seen: seq } })
    const answer = await until(async () =>
      (await company.postfix.mails()).find(({ to, isAutomatic }) => to === CARLA && !isAutomatic),
    )
    expect(answer.text).toContain('Sie passt.')
    expect(company.postfix.log()).toMatch(/sasl_method=\S+, sasl_username=care/)

    // And the customer's reply to it finds its ticket the same way.
    const reply = letter({
      from: CARLA,
      to: answer.replyTo || CARE,
      subject: 'Re: Größe der Kanne',
      inReplyTo: answer.messageId,
    })
    await send(company.postfix.port, reply)
    await until(async () => (await allMail()).find((mail) => mail.from === CARLA && mail.outcome === 'appended'))
    expect(await desk.api.call('readTicket', { params })).toMatchObject({ state: 'open' })
  },
)
