import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { apiOf } from '../running/desk-api.ts'
import { publishIn, rowsIn } from '../running/desk-database.ts'
import { ALWAYS_OPEN } from '../running/server-inside.ts'
import { removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { expectMailOnce } from './ledger.ts'
import { startMail } from './mail-load.ts'
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts'
import { type Receiver, receiveMail } from './receive-mail.ts'
import { startWriting } from './write-load.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const RESTARTS = LONG ? 60 : 2
const EVERY = 5_000
const RECOVERS_WITHIN = 5_000
const KEY = 'the-key-that-the-desk-began-with-1234'

let postgres: OwnPostgres | undefined
let receiver: Receiver | undefined
afterAll(async () => {
  await removeDesks()
  await postgres?.stop()
  await receiver?.stop()
})

describe('a database that crashes and comes back every five seconds', () => {
  it('loses nothing that was answered with 201 or 250, and is waited for with 503 and 4xx', async () => {
    postgres = await startOwnPostgres()
    receiver = await receiveMail()
    const { port, taken: received } = receiver
    const { databaseUrl, ownerUrl } = postgres
    const desk = await startDesk({
      env: {
        AVOW_DEMO: '0',
        AVOW_BOOTSTRAP_API_KEY: KEY,
        DATABASE_URL: databaseUrl,
        DATABASE_OWNER_URL: ownerUrl,
        AVOW_SMTP_URL: `smtp://127.0.0.1:${port}`,
        // All of these customers are of one domain, and there are many in ten minutes.
        AVOW_MAIL_LIMITS: 'domain=none; workspace=none',
      },
    })
    const place = { data: desk.data, databaseUrl, ownerUrl }
    const api = apiOf(() => desk.url, KEY)
    await publishIn(place, ALWAYS_OPEN)
    const [mailbox] = (await api.call('countIntake')).items
    const mail = startMail({ port: desk.smtpPort, to: mailbox?.mailbox ?? '', senders: 3 })
    const calls = startWriting([api], 3)
    const recovered: number[] = []
    for (let restart = 0; restart < RESTARTS; restart++) {
      // The rhythm is the fault that is tried here.
      await wait(EVERY)
      await postgres.restart()
      const back = performance.now()
      await until(() => calls.answers.some(({ status, at }) => status === 201 && at > back))
      recovered.push(performance.now() - back)
    }
    await Promise.all([mail.stop(), calls.stop()])

    for (const within of recovered) expect(within).toBeLessThan(RECOVERS_WITHIN)
    expect(desk.process.exitCode).toBeNull()
    // HTTP: what was put off says so, and for how long.
    const putOff = calls.answers.filter(({ status }) => status !== 201)
    expect(putOff.length).toBeGreaterThan(0)
    for (const { status, code, retryAfter } of putOff) {
      expect([status, code]).toEqual(code === 'database-away' ? [503, code] : [409, expect.stringMatching(/^key-/)])
      expect(Number(retryAfter)).toBe(code === 'database-away' ? 2 : Number(retryAfter))
    }
    // Each ticket that was answered for is there, once; what was never answered for, once at most.
    const rows = await rowsIn<{ number: number; subject: string }>(
      place,
      `select t.number::int as number, p.subject from ticket t
         join ticket_preview p on p.workspace_id = t.workspace_id and p.ticket_id = t.id where t.channel = 'phone'`,
    )
    const bySubject = Map.groupBy(rows, ({ subject }) => subject)
    for (const { subject, number } of calls.written) {
      const found = (bySubject.get(subject) ?? []).map((row) => row.number)
      if (number === undefined) expect(found.length).toBeLessThanOrEqual(1)
      else expect(found).toEqual([number])
    }
    expect(rows.filter(({ subject }) => !calls.written.some((one) => one.subject === subject))).toEqual([])
    // SMTP: nothing but 250 and 451.
    const codes = new Set(mail.taken.flatMap(({ tries }) => tries))
    expect([...codes].filter((code) => code !== 250 && code !== 451)).toEqual([])
    expect(codes).toContain(451)
    // No process was lost, so no mail of ours left twice.
    await expectMailOnce(api, place, mail.taken, async () => received.map(({ to }) => to))
  })
})
