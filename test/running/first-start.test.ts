import { afterAll, describe, expect, it } from 'vitest'
import { rowsIn } from './desk-database.ts'
import { launchDesk, removeDesks, startDesk } from './start-desk.ts'
import { until } from './until.ts'

const STOPS_WITHIN = 15_000

afterAll(removeDesks)

/** How many tickets of the demo are loaded, once there are some. */
const someTickets = (data: string) =>
  until(async () => {
    const [row] = await rowsIn<{ count: number }>({ data }, 'select count(*)::int as count from ticket').catch(() => [])
    return row !== undefined && row.count > 0 && row.count
  })

describe('a first start that is broken off while it loads the demo', () => {
  it('stops at once when it is told to, and is begun anew by the next, with a way to sign in', async () => {
    const told = launchDesk()
    expect(await someTickets(told.data)).toBeLessThan(2000)
    const begun = performance.now()
    told.child.kill('SIGTERM')
    expect(await told.ended).toBe(0)
    expect(performance.now() - begun).toBeLessThan(STOPS_WITHIN)

    const killed = launchDesk({ data: told.data })
    expect(await someTickets(told.data)).toBeLessThan(2000)
    killed.child.kill('SIGKILL')
    await killed.ended

    const desk = await startDesk({ data: told.data })
    expect(desk.lines.length).toBeLessThanOrEqual(10)
    const [, email, password] = /^Sign in {3}(\S+) {3}password (\S+)/m.exec(desk.lines.join('\n')) ?? []
    const answer = await fetch(`${desk.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: desk.url },
      body: JSON.stringify({ email, password }),
    })
    expect(answer.status).toBe(200)
    const [row] = await rowsIn<{ tickets: number; people: number; addresses: number }>(
      desk,
      `select (select count(*)::int from ticket) as tickets,
              count(*)::int as people, count(distinct email)::int as addresses from person`,
    )
    expect(row?.tickets).toBe(2000)
    expect(row?.addresses).toBe(row?.people)
    expect((await fetch(`${desk.url}/charter`)).status).toBe(200)
  })
})
