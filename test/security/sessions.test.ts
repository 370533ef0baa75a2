import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endSessions, setPassword } from '../../packages/server/src/http/index.ts'
import { cookieOf, openTestApp, PASSWORD, type TestApp } from '../../packages/server/test/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app?.close())

const me = (cookie: string) => app.ask('GET', '/api/v1/me', { cookie }).then(({ status }) => status)
const signIn = (email: string, password: string, headers: Readonly<Record<string, string>> = {}) =>
  app.ask('POST', '/api/auth/sign-in/email', { body: { email, password }, headers })

describe('a session', () => {
  it('is new at each sign-in, whatever cookie came with it', async () => {
    const { email } = await app.signInAs(['agent'])
    const planted = 'avow.session_token=planted-by-somebody.c2lnbmF0dXJl'
    const answer = await signIn(email, PASSWORD, { cookie: planted })
    const cookie = cookieOf(answer)
    expect(cookie).not.toContain('planted')
    expect(await me(cookie)).toBe(200)
    expect(await me(planted)).toBe(401)
    expect(cookieOf(await signIn(email, PASSWORD))).not.toBe(cookie)
  })

  it('is kept from scripts and from other sites', async () => {
    const { email } = await app.signInAs(['agent'])
    const [cookie = ''] = (await signIn(email, PASSWORD)).headers.getSetCookie()
    expect(cookie).toMatch(/^avow\.session_token=[^;]{60,};/)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).not.toMatch(/Domain/i)
  })

  it('cannot be made of another one’s token with a signature of one’s own', async () => {
    const { cookie } = await app.signInAs(['agent'])
    const [name = '', value = ''] = cookie.split('=')
    const [token = ''] = decodeURIComponent(value).split('.')
    expect(await me(`${name}=${token}`)).toBe(401)
    expect(await me(`${name}=${encodeURIComponent(`${token}.AAAA`)}`)).toBe(401)
  })

  it('ends by signing out', async () => {
    const { cookie } = await app.signInAs(['agent'])
    expect((await app.ask('POST', '/api/auth/sign-out', { cookie, body: {} })).status).toBe(200)
    expect(await me(cookie)).toBe(401)
  })

  it('ends when it is ended by somebody who may', async () => {
    const { cookie, user } = await app.signInAs(['agent'])
    await endSessions(app.desk, user)
    expect(await me(cookie)).toBe(401)
  })

  it('ends with another password, everywhere', async () => {
    const { cookie, user, email } = await app.signInAs(['agent'])
    await setPassword(app.desk, user, 'an entirely new one')
    expect(await me(cookie)).toBe(401)
    expect((await signIn(email, PASSWORD)).status).toBe(401)
    expect((await signIn(email, 'an entirely new one')).status).toBe(200)
  })

  it('of other browsers ends when its person changes the password, whether they ask for it or not', async () => {
    const { cookie, email } = await app.signInAs(['agent'])
    const elsewhere = cookieOf(await signIn(email, PASSWORD))
    const answer = await app.ask('POST', '/api/auth/change-password', {
      cookie,
      body: { currentPassword: PASSWORD, newPassword: 'an entirely new one', revokeOtherSessions: false },
    })
    expect(answer.status).toBe(200)
    expect(await me(elsewhere)).toBe(401)
    expect(await me(cookieOf(answer))).toBe(200)
  })

  it('is over after thirty days, however much it was used', async () => {
    const { cookie, user } = await app.signInAs(['agent'])
    const owner = await app.database.connect('postgres')
    await owner.query(`update control.session set "createdAt" = now() - interval '31 days' where "userId" = $1`, [user])
    expect(await me(cookie)).toBe(401)
  })

  it('acts with the roles that its person has now', async () => {
    const { cookie, user } = await app.signInAs(['admin'])
    expect((await app.ask('GET', '/api/v1/api-keys', { cookie })).status).toBe(200)
    await app.desk.store.control
      .updateTable('control.member')
      .set({ roles: ['viewer'] })
      .where('user_id', '=', user)
      .execute()
    expect((await app.ask('GET', '/api/v1/api-keys', { cookie })).status).toBe(403)
  })
})

describe('signing in', () => {
  it('answers alike to an unknown address and to a wrong password', async () => {
    const { email } = await app.signInAs(['agent'])
    const said = async (answer: Response) => {
      const { instance: _, ...rest } = (await answer.json()) as { instance: string }
      return [answer.status, rest, answer.headers.getSetCookie()]
    }
    const wrong = await said(await signIn(email, 'not the password'))
    const unknown = await said(await signIn('nobody@staff.example', 'not the password'))
    expect(wrong).toEqual(unknown)
    expect(wrong[0]).toBe(401)
  })

  it('takes as long for an unknown address as for a wrong password', async () => {
    const { email } = await app.signInAs(['agent'])
    const timed = async (address: string) => {
      const start = performance.now()
      await signIn(address, 'not the password')
      return performance.now() - start
    }
    // In turn, and of each the quickest: what else the machine does then counts for neither.
    let [known, unknown] = [Infinity, Infinity]
    for (let round = 0; round < 10; round++) {
      known = Math.min(known, await timed(email))
      unknown = Math.min(unknown, await timed('nobody@staff.example'))
    }
    // Both hash a password, which is most of it: an answer without would take a tenth.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3)
  })

  it('cannot be done by signing up first', async () => {
    const body = { email: 'new@staff.example', password: PASSWORD, name: 'New' }
    expect((await app.ask('POST', '/api/auth/sign-up/email', { body })).status).toBe(404)
  })

  it.each([
    'request-password-reset',
    'reset-password',
    'change-email',
    'delete-user',
    'update-user',
    'sign-in/social',
    'set-password',
    'verify-email',
  ])('has no route %s', async (path) => {
    const { cookie } = await app.signInAs(['agent'])
    expect((await app.ask('POST', `/api/auth/${path}`, { cookie, body: {} })).status).toBe(404)
  })

  it('is slowed down for who tries too often, whatever address they claim to have', async () => {
    const strict = await openTestApp({ triesPerMinute: 5 })
    try {
      const statuses: number[] = []
      for (let round = 0; round < 8; round++) {
        const answer = await strict.ask('POST', '/api/auth/sign-in/email', {
          body: { email: 'ada@staff.example', password: `guess number ${round}` },
          headers: { 'x-forwarded-for': `192.0.2.${round}`, 'avow-client-address': `192.0.2.${round}` },
        })
        statuses.push(answer.status)
        if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    } finally {
      await strict.close()
    }
  })

  it('is slowed down for who guesses the password of a session that stands open', async () => {
    const strict = await openTestApp({ triesPerMinute: 5 })
    try {
      const { cookie } = await strict.signInAs(['agent'])
      const statuses: number[] = []
      for (let round = 0; round < 7; round++) {
        const body = { currentPassword: `guess number ${round}`, newPassword: 'an entirely new one' }
        statuses.push((await strict.ask('POST', '/api/auth/change-password', { cookie, body })).status)
      }
      expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429])
    } finally {
      await strict.close()
    }
  })

  it('leaves no password, cookie or address in the log', async () => {
    const { email, cookie } = await app.signInAs(['agent'])
    await signIn(email, 'a guess that is wrong')
    await app.ask('GET', '/api/v1/me', { cookie })
    const log = app.desk.logged.join('\n')
    for (const secret of [PASSWORD, 'a guess that is wrong', email, cookie.split('=')[1] ?? ''])
      expect(log).not.toContain(secret)
  })
})
