import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { LOCALHOST_CERTIFICATE } from '../../../test/fixtures/localhost-certificate.ts'
import { publish } from '../../../test/publish.ts'
import { type Dovecot, findDovecot, startDovecot } from '../../../test/start-dovecot.ts'
import { consentAt, type OauthServer, startOauth } from '../../../test/start-oauth.ts'
import { createSubmitter } from '../../channels/email/index.ts'
import { readConsentProviders } from '../../consent-providers/index.ts'
import { transaction } from '../../db/index.ts'
import { startMailFetching } from '../../jobs/mail-fetching/index.ts'
import { startOutbox } from '../../jobs/outbox/index.ts'
import { answerFrom } from '../mailboxes/answer-from.ts'
import { addMailbox } from '../mailboxes/index.ts'
import { sendMail } from '../outbox/index.ts'
import { freshToken } from './index.ts'

const PATIENCE = { timeout: 60_000, interval: 50 }
const found = findDovecot()

let app: TestApp
let admin: TestPerson
let oauth: OauthServer
let folder: string
let dovecot: Dovecot | undefined
let sending: SMTPServer
let mailbox: string
const taken: { readonly as: unknown; readonly to: readonly string[] }[] = []

beforeAll(async () => {
  oauth = await startOauth(() => `${app.url}/desk/settings/mail-sign-in`)
  folder = mkdtempSync(join(tmpdir(), 'avow-oauth-'))
  if (typeof found !== 'string')
    dovecot = await startDovecot(found.program, folder, [], { introspection: `${oauth.url}/introspect` })
  const { key, certificate: cert } = LOCALHOST_CERTIFICATE
  sending = new SMTPServer({
    secure: true,
    key,
    cert,
    authMethods: ['XOAUTH2'],
    logger: false,
    onAuth({ accessToken, username }, _session, done) {
      const user = oauth.userOf(accessToken ?? '')
      if (user !== undefined && user === username) done(null, { user })
      else done(null, { data: { status: '401', schemes: 'bearer' } })
    },
    onData(stream, { envelope, user: as }, done) {
      stream.resume().on('end', () => {
        taken.push({ as, to: envelope.rcptTo.map(({ address }) => address) })
        done()
      })
    },
  })
  sending.on('error', () => undefined)
  await new Promise<void>((listening) => sending.listen(0, '127.0.0.1', listening))
  const at = sending.server.address()
  const servers = {
    fetching: { host: 'localhost', port: dovecot?.tlsPort ?? 1, security: 'tls' },
    sending: { host: 'localhost', port: at !== null && typeof at === 'object' ? at.port : 0, security: 'tls' },
  } as const
  app = await openTestApp({ desk: { consents: [consentAt(oauth, servers)] } })
  admin = await app.signInAs(['admin'])
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  mailbox = await run((tx) => addMailbox(tx, { address: 'ada@home.example', name: 'Ada' }))
  await run((tx) => answerFrom(tx, mailbox))
})
afterAll(async () => {
  await app?.close()
  await dovecot?.stop()
  await oauth?.close()
  await new Promise<void>((closed) => sending.close(() => closed()))
  rmSync(folder, { recursive: true, force: true })
})

const run: <T>(work: Parameters<typeof transaction<T>>[2]) => Promise<T> = (work) =>
  transaction(app.desk.store, { workspace: app.workspace }, work)

async function call(method: string, path: string, body?: unknown) {
  const answer = await app.ask(method, `/api/v1${path}`, {
    cookie: admin.cookie,
    ...(method === 'POST' ? { headers: { 'idempotency-key': randomUUID() } } : {}),
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  return { status: answer.status, text, body: text === '' ? undefined : JSON.parse(text) }
}
async function consent(user = 'ada@home.example') {
  const { body } = await call('POST', `/mail/addresses/${mailbox}/consent`, { provider: 'home', from: 'all' })
  const back = await oauth.consent(body.url, user)
  const of = (name: string): string => back.searchParams.get(name) ?? ''
  return call('POST', '/mail/consents', { state: of('state'), code: of('code') })
}
const stored = () =>
  run(({ db, workspace }) =>
    db.selectFrom('mail_consent').selectAll().where('workspace_id', '=', workspace).executeTakeFirstOrThrow(),
  )
const attention = () =>
  run(({ db, workspace }) =>
    db
      .selectFrom('attention')
      .select(['code', 'data'])
      .where('workspace_id', '=', workspace)
      .where('settled_at', 'is', null)
      .execute(),
  )
/** The token is about to end. */
const age = () =>
  run(({ db, workspace, now }) =>
    db
      .updateTable('mail_consent')
      .set({ expires_at: new Date(now) })
      .where('workspace_id', '=', workspace)
      .execute(),
  )
const token = () => freshToken(app.desk, app.workspace, mailbox)

describe('a consent at a provider', () => {
  it('is offered for the addresses of its domains', async () => {
    expect((await call('GET', '/mail/servers?address=ada%40home.example')).body).toMatchObject({
      by: 'known',
      fetching: { host: 'localhost' },
      consent: { provider: 'home', title: 'Home', needs_client: false },
    })
  })

  it('sets fetching and sending by it, and no token is told anywhere', async () => {
    const { status, body } = await consent()
    expect(status).toBe(200)
    expect(body).toMatchObject({
      account: { host: 'localhost', username: 'ada@home.example', since: null, consent: { provider: 'home' } },
      sender: { host: 'localhost', sign_in: 'same', username: null },
    })
    const access = await token()
    expect(oauth.userOf(access)).toBe('ada@home.example')
    const told = [await call('GET', '/mail/addresses'), await call('GET', '/audit?limit=50'), await stored()]
    expect(JSON.stringify(told)).not.toContain(access)
    expect(app.desk.logged.join('')).not.toContain(access)
    expect(JSON.stringify(told)).not.toContain(oauth.client.secret)
  })

  it('fetches from a real IMAP server and sends by XOAUTH2', async ({ skip }) => {
    skip(typeof found === 'string', String(found))
    await consent()
    dovecot?.deliver('ada@home.example', 'From: Berta <berta@home.example>\r\nSubject: Lamp\r\n\r\nWhere is it?\r\n')
    const trust = { ca: LOCALHOST_CERTIFICATE.certificate }
    const next = { leaseMs: () => 0, take: () => undefined, look: () => undefined }
    const fetching = startMailFetching({ desk: app.desk, next, trust, lookMs: 50, everyMs: 600_000 })
    const rows = () =>
      run(({ db, workspace }) =>
        db.selectFrom('inbound_mail').select('envelope_from').where('workspace_id', '=', workspace).execute(),
      )
    await expect.poll(rows, PATIENCE).toEqual([{ envelope_from: 'berta@home.example' }])
    await fetching.stop()

    await run((tx) =>
      sendMail(tx, {
        kind: 'staff',
        once: 'a-word',
        to: 'berta@home.example',
        subject: 'Lamp',
        text: 'Here.',
        language: 'en',
        mailbox,
      }),
    )
    const { store, blobs, keys, log, consents = [] } = app.desk
    const submitter = createSubmitter('smtp://127.0.0.1:1')
    const outbox = startOutbox({
      store,
      blobs,
      keys,
      log,
      trust,
      consents,
      submitter,
      isFolder: false,
      everyMs: 3_600_000,
    })
    await outbox.runOnce()
    await outbox.close()
    await submitter.close()
    // The desk may have tried an address of its own by then.
    expect(taken).toContainEqual({ as: 'ada@home.example', to: ['berta@home.example'] })
    expect(new Set(taken.map((each) => each.as))).toEqual(new Set(['ada@home.example']))
  })

  it('is renewed before it ends, by one of however many who want it', async () => {
    await consent()
    const first = await token()
    expect(await token()).toBe(first)
    await age()
    const before = oauth.asked.refresh_token
    const tokens = await Promise.all(Array.from({ length: 12 }, token))
    expect(new Set(tokens).size).toBe(1)
    expect(tokens[0]).not.toBe(first)
    expect(oauth.asked.refresh_token - before).toBe(1)
    // What the provider gave to renew it by the next time was kept.
    await age()
    expect(oauth.userOf(await token())).toBe('ada@home.example')
  })

  it('is waited for no longer than whoever renews it lives', async () => {
    await consent()
    await age()
    await run(({ db, workspace, now }) =>
      db
        .updateTable('mail_consent')
        .set({ lease_until: new Date(now + 1_000), fence: 77 })
        .where('workspace_id', '=', workspace)
        .execute(),
    )
    expect(oauth.userOf(await token())).toBe('ada@home.example')
    expect(await stored()).toMatchObject({ fence: 78, lease_until: null })
  })

  it('that is withdrawn is asked no more, is told once, and is good again when it is given anew', async () => {
    await consent()
    oauth.revoke()
    await age()
    await expect(token()).rejects.toMatchObject({ name: 'SignInAgain', message: expect.stringContaining('Home') })
    const before = oauth.asked.refresh_token
    await expect(token()).rejects.toMatchObject({ name: 'SignInAgain' })
    expect(oauth.asked.refresh_token).toBe(before)
    const told = [{ code: 'mail-sign-in-again', data: { address: 'ada@home.example' } }]
    expect(await attention()).toEqual(told)
    const trial = { host: 'localhost', port: dovecot?.tlsPort ?? 1, security: 'tls', username: 'ada@home.example' }
    expect((await call('POST', `/mail/addresses/${mailbox}/account/trial`, trial)).body).toMatchObject({
      failure: { code: 'sign-in-again' },
    })
    await consent()
    expect(oauth.userOf(await token())).toBe('ada@home.example')
    expect(await attention()).toEqual([])
  })

  it('that the provider cannot renew now is tried again later', async () => {
    await consent()
    await age()
    await oauth.close()
    await expect(token()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await stored()).toMatchObject({ refused_at: null, lease_until: null })
    expect(await attention()).toEqual([])
  })

  it('goes where a password is set', async () => {
    const path = `/mail/addresses/${mailbox}/account`
    const account = { host: 'localhost', port: 1, security: 'tls', username: 'ada@home.example' }
    expect(await call('POST', path, { ...account, folders: ['INBOX', 'Junk'] })).toMatchObject({
      status: 200,
      body: { account: { consent: { provider: 'home' } } },
    })
    // A token goes to no server that the provider does not have.
    const elsewhere = { host: 'elsewhere.example', port: 465, security: 'tls', sign_in: 'same' }
    expect(await call('POST', `/mail/addresses/${mailbox}/sender`, elsewhere)).toMatchObject({ status: 400 })
    expect(await call('POST', path, { ...account, password: 'hush' })).toMatchObject({
      status: 200,
      body: { account: { consent: null } },
    })
    await expect(token()).rejects.toMatchObject({ name: 'SignInAgain' })
  })
})

describe('the file of providers', () => {
  const home = {
    title: 'Home',
    authorise: 'https://id.home.example/authorise',
    token: 'https://id.home.example/token',
    scope: 'mail',
    fetching: { host: 'imap.home.example', port: 993, security: 'tls' },
    sending: { host: 'smtp.home.example', port: 465, security: 'tls' },
    client_id: 'us',
  }
  it('names clients for known ones, and describes others', () => {
    const read = readConsentProviders(JSON.stringify({ google: { client_id: 'us', client_secret: 'hush' }, home }))
    expect(read.map(({ name, client }) => [name, client])).toEqual([
      ['google', { id: 'us', secret: 'hush' }],
      ['microsoft', undefined],
      ['home', { id: 'us', secret: undefined }],
    ])
  })

  it('is refused where it is none, or where a secret would go in the clear, without being repeated', () => {
    for (const text of [
      'hush',
      '[]',
      JSON.stringify({ google: { client_id: '', client_secret: 'hush' } }),
      JSON.stringify({ home: { ...home, token: 'http://id.home.example/token', client_secret: 'hush' } }),
      JSON.stringify({ home: { ...home, hush: 1 } }),
    ])
      expect(() => readConsentProviders(text)).toThrow()
    expect(() =>
      readConsentProviders(JSON.stringify({ home: { ...home, token: 'ftp://hush', client_secret: 'hush' } })),
    ).toThrow(/^((?!hush).)*$/)
  })
})
