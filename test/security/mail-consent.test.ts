/** Whoever begins a sign-in at the provider of a mailbox ends it, and nobody else: for themselves or for another. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../packages/server/src/db/index.ts'
import { addMailbox } from '../../packages/server/src/features/mailboxes/index.ts'
import { cookieOf, openTestApp, PASSWORD, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { consentAt, type OauthServer, startOauth } from '../../packages/server/test/start-oauth.ts'

let app: TestApp
let oauth: OauthServer
let admin: TestPerson
let other: TestPerson
let foreign: TestPerson
let mailbox: string
beforeAll(async () => {
  oauth = await startOauth(() => `${app.url}/desk/settings/mail-sign-in`)
  const nowhere = { host: 'localhost', port: 1, security: 'tls' } as const
  app = await openTestApp({ desk: { consents: [consentAt(oauth, { fetching: nowhere, sending: nowhere })] } })
  const { workspace } = app
  admin = await app.signInAs(['admin'])
  other = await app.signInAs(['admin'])
  foreign = await app.signInAs(['admin'], await app.makeWorkspace('foreign'))
  mailbox = await transaction(app.desk.store, { workspace }, (tx) =>
    addMailbox(tx, { address: 'care@home.example', name: 'Care' }),
  )
})
afterAll(async () => {
  await app?.close()
  await oauth?.close()
})

async function post(path: string, body: unknown, cookie: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await app.ask('POST', `/api/v1${path}`, {
    cookie,
    body,
    headers: { 'idempotency-key': randomUUID(), ...headers },
  })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}
const begin = async (cookie = admin.cookie): Promise<string> =>
  (await post(`/mail/addresses/${mailbox}/consent`, { provider: 'home' }, cookie)).body.url
/** Where somebody who consented is sent back to, as the page there reads it. */
async function back(url: string, user = 'care@home.example') {
  const { searchParams } = await oauth.consent(url, user)
  return { state: searchParams.get('state') ?? '', code: searchParams.get('code') ?? '' }
}
const finish = (given: { readonly state: string; readonly code: string }, cookie = admin.cookie) =>
  post('/mail/consents', given, cookie)
const isSet = () =>
  transaction(app.desk.store, { workspace: app.workspace }, async ({ db, workspace }) => {
    const rows = await db.selectFrom('mail_consent').select('provider').where('workspace_id', '=', workspace).execute()
    return rows.length > 0
  })

describe('attack 56: login CSRF on the connection of a mailbox', () => {
  it('what another began, in another session or workspace, is nobody’s to end', async () => {
    const given = await back(await begin())
    const again = cookieOf(
      await app.ask('POST', '/api/auth/sign-in/email', { body: { email: admin.email, password: PASSWORD } }),
    )
    for (const cookie of [other.cookie, foreign.cookie, again])
      expect(await finish(given, cookie)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await isSet()).toBe(false)
    // An attacker's own consent, handed to a victim.
    const planted = await back(await begin(other.cookie), 'evil@home.example')
    expect(await finish(planted)).toMatchObject({ status: 404 })
    expect(await isSet()).toBe(false)
    // Nothing of this took it from whoever began.
    expect(await finish(given)).toMatchObject({ status: 200 })
  })

  it('a state is good once, and no other than was given', async () => {
    const given = await back(await begin())
    expect(await finish({ ...given, state: `${given.state.slice(0, -1)}x` })).toMatchObject({ status: 404 })
    expect(await finish({ ...given, state: 'acme.' })).toMatchObject({ status: 404 })
    expect(await finish(given)).toMatchObject({ status: 200 })
    expect(await finish(given)).toMatchObject({ status: 404 })
  })

  it('a code of one sign-in ends no other (PKCE), and is good once', async () => {
    const [one, two] = [await back(await begin()), await back(await begin(), 'evil@home.example')]
    expect(await finish({ state: one.state, code: two.code })).toMatchObject({
      status: 400,
      body: { code: 'bad-request' },
    })
    // The provider has burnt it.
    expect(await finish(two)).toMatchObject({ status: 400 })
  })

  it('one that was begun too long ago is over', async () => {
    const given = await back(await begin())
    const superuser = await app.database.connect('postgres')
    await superuser.query(`update mail_consent_asked set asked_at = asked_at - interval '11 minutes'`)
    expect(await finish(given)).toMatchObject({ status: 404 })
  })

  it('it is begun and ended by no other site, and by no key', async () => {
    const elsewhere = { origin: 'https://evil.example' }
    const path = `/mail/addresses/${mailbox}/consent`
    expect(await post(path, { provider: 'home' }, admin.cookie, elsewhere)).toMatchObject({ status: 403 })
    const given = await back(await begin())
    expect(await post('/mail/consents', given, admin.cookie, elsewhere)).toMatchObject({ status: 403 })
    const key = await app.keyFor(['admin'])
    const byKey = await app.ask('POST', `/api/v1${path}`, { key, body: { provider: 'home' } })
    expect(byKey.status).toBe(400)
  })

  it('the provider is asked with S256, a state that cannot be guessed, and our own address alone', async () => {
    const [one, two] = [new URL(await begin()), new URL(await begin())]
    const of = (url: URL, name: string): string => url.searchParams.get(name) ?? ''
    expect(of(one, 'redirect_uri')).toBe(`${app.url}/desk/settings/mail-sign-in`)
    expect(of(one, 'code_challenge_method')).toBe('S256')
    expect(of(one, 'state')).toMatch(/^acme\.[\w-]{43}$/)
    expect(of(one, 'state')).not.toBe(of(two, 'state'))
    expect(of(one, 'code_challenge')).not.toBe(of(two, 'code_challenge'))
    expect(one.search).not.toContain(oauth.client.secret)
  })
})
