import { afterAll, describe, expect, it } from 'vitest'
import { apiOf } from '../running/desk-api.ts'
import { publishIn } from '../running/desk-database.ts'
import { ALWAYS_OPEN, rawSmtp } from '../running/server-inside.ts'
import { removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { openStream, startRequests } from './request-load.ts'

const LONG = process.env['AVOW_LONG'] === '1'
const ROUNDS = LONG ? 10 : 1
const KEY = 'the-key-that-the-desk-began-with-1234'
const PER_SECOND = 200
const STREAMS = 100
const STREAMS_OF_A_KEY = 20
const STOPS_WITHIN = 15_000

afterAll(removeDesks)

describe('a desk under load that is told to stop', () => {
  it('answers every request that it took, tells streams to come back, and ends with 0 within 15 s', async () => {
    let desk = await startDesk({ env: { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY } })
    const api = apiOf(() => desk.url, KEY)
    await publishIn(desk, ALWAYS_OPEN)
    const keys = await Promise.all(
      Array.from({ length: STREAMS / STREAMS_OF_A_KEY }, (_, index) =>
        api.call('createApiKey', { body: { name: `streams ${index}`, roles: ['viewer'] } }),
      ),
    )
    for (let round = 1; round <= ROUNDS; round++) {
      const streams = await Promise.all(
        Array.from({ length: STREAMS }, (_, index) => openStream(desk.url, keys[index % keys.length]?.secret ?? '')),
      )
      const load = startRequests(desk.url, KEY, PER_SECOND)
      await until(() => load.outcomes.length > 2 * PER_SECOND)
      const begun = performance.now()
      const code = await desk.stop()
      const took = performance.now() - begun
      await load.stop()

      const dropped = load.outcomes.filter((outcome) => outcome.kind === 'dropped')
      expect(dropped.filter(({ wasKept }) => wasKept)).toEqual([])
      // Whom the system let in and the server had not yet seen when it stopped to listen: a matter of microseconds.
      expect(dropped.length).toBeLessThanOrEqual(1)
      const answers = load.outcomes.flatMap((outcome) => (outcome.kind === 'answered' ? [outcome.status] : []))
      expect(new Set(answers)).toEqual(new Set([200, 201, ...(answers.includes(503) ? [503] : [])]))
      expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(Array(STREAMS).fill(true))
      for (const stream of streams) expect(stream.text()).toMatch(/\nretry: \d+\n\n$/)
      expect(code).toBe(0)
      expect(took).toBeLessThan(STOPS_WITHIN)
      if (round < ROUNDS) desk = await startDesk({ data: desk.data })
    }
  })
})

describe('a second signal to stop', () => {
  it('ends the process at once, and the next start finds everything', async () => {
    const desk = await startDesk({ env: { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY } })
    // A mail that is begun and not ended holds the first stop up.
    const smtp = await rawSmtp(desk.smtpPort)
    for (const line of ['EHLO client.example', 'MAIL FROM:<carla@home.example>', 'RCPT TO:<care@avow.example>', 'DATA'])
      await smtp.say(line)
    smtp.send('Subject: Long\r\n\r\nIt begins')
    desk.process.kill('SIGTERM')
    await until(() =>
      fetch(`${desk.url}/health/live`).then(
        ({ ok }) => !ok,
        () => true,
      ),
    )
    const begun = performance.now()
    expect(await desk.stop('SIGTERM')).toBe(1)
    expect(performance.now() - begun).toBeLessThan(1000)
    smtp.close()
    const again = await startDesk({ data: desk.data })
    expect((await fetch(`${again.url}/health/ready`)).status).toBe(200)
  })
})
