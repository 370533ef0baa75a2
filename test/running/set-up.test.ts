import { afterAll, describe, expect, it } from 'vitest'
import { letter, send } from './letters.ts'
import { outgoingOf } from './outgoing-folder.ts'
import { removeDesks, startDesk } from './start-desk.ts'
import { until } from './until.ts'

const PASSWORD = 'correct horse battery staple'
const MAILBOX = 'care@meadow.example'
const WEEK = Object.fromEntries(
  [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [
    [`from-${day}`, '00:00'],
    [`until-${day}`, '00:00'],
  ]),
)

afterAll(removeDesks)

/** A browser without script: it keeps cookies, sends forms, and follows where it is led. */
function browserAt(url: () => string) {
  let cookie = ''
  const go = async (path: string, init: RequestInit = {}): Promise<{ path: string; status: number; text: string }> => {
    const answer = await fetch(`${url()}${path}`, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    const set = answer.headers.getSetCookie().map((each) => each.split(';', 1)[0])
    if (set.length > 0) cookie = set.join('; ')
    const to = answer.headers.get('location')
    if (to !== null && to !== '/desk') return go(to)
    return { path: to ?? path, status: answer.status, text: await answer.text() }
  }
  return {
    open: (path: string) => go(path),
    send: (path: string, fields: Readonly<Record<string, string>>) =>
      go(path, { method: 'POST', body: new URLSearchParams(fields), headers: { 'sec-fetch-site': 'same-origin' } }),
    forget() {
      cookie = ''
    },
  }
}

describe('an installation that starts from nothing', () => {
  it('is set up in five steps, over a closed browser and a restart, and answers its first mail', async () => {
    let desk = await startDesk({ env: { AVOW_DEMO: '0' } })
    expect(desk.lines.length).toBeLessThanOrEqual(10)
    const code = /^Set up .* with the code (\S+)$/m.exec(desk.lines.join('\n'))?.[1] ?? ''
    const browser = browserAt(() => desk.url)

    const company = { name: 'Meadow', slug: '', zone: 'Europe/Rome', language: 'it', languages: 'en' }
    const person = { person: 'Ada Verdi', email: 'ada@meadow.example', password: PASSWORD }
    expect((await browser.open('/setup')).text).toContain('name="code"')
    expect((await browser.send('/setup/company', { ...company, ...person, code: 'guess' })).status).toBe(422)
    expect((await browser.send('/setup/company', { ...company, ...person, code })).path).toBe('/setup/people')

    const bo = { name: 'Bo Rossi', email: 'bo@meadow.example', role: 'charter', positions: 'team-lead' }
    expect((await browser.send('/setup/people', { do: 'add', ...bo })).text).toContain('Bo Rossi')
    expect((await browser.send('/setup/people', { do: 'go' })).path).toBe('/setup/mail')

    expect(await desk.stop()).toBe(0)
    browser.forget()
    desk = await startDesk({ data: desk.data, env: { AVOW_DEMO: '0' } })
    expect(desk.lines.join('\n')).toMatch(/^Set up .*\/setup {3}goes on where it was left$/m)
    expect((await browser.open('/setup')).text).toContain('action="/setup/sign-in"')
    const { email, password } = person
    expect((await browser.send('/setup/sign-in', { email, password })).path).toBe('/setup/mail')

    await browser.send('/setup/mail', { do: 'test', mailbox: MAILBOX })
    const tested = await until(async () => (await outgoingOf(desk.data)).find(({ to }) => to === email))
    expect(tested.subject).toContain('Meadow')
    expect((await browser.send('/setup/mail', { do: 'go', mailbox: MAILBOX })).path).toBe('/setup/hours')

    const year = new Date().getUTCFullYear()
    expect((await browser.send('/setup/hours', { do: 'fill', ...WEEK, country: 'IT' })).text).toContain(`${year}-06-02`)
    const hours = { ...WEEK, country: 'IT', dates: `${year}-06-02` }
    expect((await browser.send('/setup/hours', { do: 'go', ...hours })).path).toBe('/setup/charter')

    expect((await browser.send('/setup/charter', { do: 'show', kind: 'shop' })).text).toContain('name="shown"')
    const published = await browser.send('/setup/charter', { do: 'publish', kind: 'shop', shown: 'shop' })
    expect(published.path).toBe('/desk')
    expect((await browser.open('/setup/people')).path).toBe('/desk')
    expect((await browser.open('/it/charter')).text).toContain('Una persona Le risponde entro')

    const sent = await send(desk.smtpPort, letter({ to: MAILBOX, subject: 'Where is my teapot?' }))
    const answered = await until(async () => (await outgoingOf(desk.data)).find(({ to }) => to === sent.from))
    expect(answered.isAutomatic).toBe(true)
    expect(answered.replyTo).toMatch(/^care\+.*@meadow\.example$/)
    const views = await fetch(`${desk.url}/api/v1/tickets`, { headers: { cookie: await cookieOf(desk.url, email) } })
    expect(views.status).toBe(200)
    expect(await views.text()).toContain('Where is my teapot?')
  })
})

async function cookieOf(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
}
