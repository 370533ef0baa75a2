import { afterAll, describe, expect, it } from 'vitest'
import { sendOne } from '../../packages/server/test/raw-smtp.ts'
import { apiOf } from '../running/desk-api.ts'
import { publishIn } from '../running/desk-database.ts'
import { ALWAYS_OPEN } from '../running/server-inside.ts'
import { removeDesks, startDesk } from '../running/start-desk.ts'
import { until } from '../running/until.ts'
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts'
import { mountSmallDisk, NO_SMALL_DISK } from './small-disk.ts'

const KEY = 'the-key-that-the-desk-began-with-1234'
/** Pages that are there already take some mail; a database that finds no page for one more is what is tried. */
const MOST_TAKEN = 500

/** A new cluster with the desk's tables takes some 110 MB. */
const disk = mountSmallDisk(192)
let postgres: OwnPostgres | undefined
afterAll(async () => {
  await removeDesks()
  await postgres?.stop()
  disk.remove()
})

describe('fault F14: the disk of the database is full', () => {
  it('fault F14: what is not kept is refused for later, what was answered with 250 is there once, reading goes on, and it heals', async ({
    skip,
  }) => {
    skip(disk.isMissing, NO_SMALL_DISK)
    postgres = await startOwnPostgres(disk.path)
    const { databaseUrl, ownerUrl } = postgres
    const env = { AVOW_DEMO: '0', AVOW_BOOTSTRAP_API_KEY: KEY }
    const desk = await startDesk({ env: { ...env, DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl } })
    const api = apiOf(() => desk.url, KEY)
    await publishIn({ data: desk.data, databaseUrl, ownerUrl }, ALWAYS_OPEN)
    const [mailbox] = (await api.call('countIntake')).items
    const send = async (subject: string): Promise<string> => {
      const mail = `From: Carla <carla@home.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@home.example>\r\n\r\n${`It is broken, ${subject}. `.repeat(200)}\r\n`
      const reply = await sendOne(desk.smtpPort, { to: [mailbox?.mailbox ?? ''], mail })
      return reply.slice(0, 3)
    }
    const taken = ['before']
    expect(await send('before')).toBe('250')
    await until(async () => (await api.call('countIntake')).items.every(({ pending }) => pending === 0))

    disk.fill()
    const refused: string[] = []
    for (let each = 0; refused.length < 3; each++) {
      if (each > MOST_TAKEN) throw new Error('the database found room for every mail')
      const reply = await send(`full-${each}`)
      if (reply === '250') taken.push(`full-${each}`)
      else {
        expect(['451', '452']).toContain(reply)
        refused.push(`full-${each}`)
      }
    }
    expect((await api.call('listTickets')).items.length).toBeGreaterThan(0)
    expect(desk.process.exitCode).toBeNull()

    disk.free()
    // Their sender tries again, as 4xx asks for.
    for (const subject of refused) {
      await until(async () => (await send(subject)) === '250')
      taken.push(subject)
    }
    await until(async () => (await api.call('countIntake')).items.every(({ pending }) => pending === 0))
    const subjects: string[] = []
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await api.call('listTickets', { query: { limit: 100, ...(cursor ? { cursor } : {}) } })
      subjects.push(...items.map(({ subject }) => subject))
      if (next === null) break
      cursor = next
    }
    expect(subjects.sort()).toEqual(taken.sort())
  })
})
