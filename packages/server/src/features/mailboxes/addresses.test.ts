import { randomUUID } from 'node:crypto'
import type { CompanyAddress } from '@avow/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { openMailboxDirectory } from '../../channels/email/intake/mailbox-directory.ts'
import { transaction } from '../../db/index.ts'
import { readOutgoingMail, sendMail, writeOut } from '../outbox/index.ts'
import { addMailbox, answerFrom } from './index.ts'

let app: TestApp
let admin: TestPerson
beforeAll(async () => {
  app = await openTestApp()
  admin = await app.signInAs(['admin'])
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  await run(async (tx) => answerFrom(tx, await addMailbox(tx, { address: 'Care@acme.example', name: 'acme' })))
})
afterAll(() => app?.close())

const run: <T>(work: Parameters<typeof transaction<T>>[2]) => Promise<T> = (work) =>
  transaction(app.desk.store, { workspace: app.workspace }, work)

async function call(method: string, path: string, body?: unknown, person = admin) {
  const answer = await app.ask(method, `/api/v1${path}`, {
    cookie: person.cookie,
    ...(method === 'POST' ? { headers: { 'idempotency-key': randomUUID() } } : {}),
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
}
const addresses = async (): Promise<readonly CompanyAddress[]> => (await call('GET', '/mail/addresses')).body.items
const idOf = async (address: string) => (await addresses()).find((each) => each.address === address)?.id ?? ''
const audit = async () => (await call('GET', '/audit?limit=1')).body.items[0]
/** The mailbox that mail to an address comes to. */
async function comesTo(address: string): Promise<string | undefined> {
  const directory = openMailboxDirectory(app.desk.store, 'refuse')
  try {
    return (await directory.find(address))?.mailbox
  } finally {
    directory.close()
  }
}
async function senderOf(mailbox: string): Promise<string> {
  return run(async (tx) => {
    const words = { to: 'c@customer.example', subject: 'Hello', text: 'Hello', language: 'en' }
    const id = await sendMail(tx, { kind: 'staff', once: randomUUID(), mailbox, ...words })
    const row = await tx.db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', tx.workspace)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(readOutgoingMail(row.payload).mailbox).toBe(mailbox)
    const written = await writeOut(tx, app.desk.keys, row)
    return (await written?.bytes(app.desk.blobs))?.toString().match(/^From: (.*)\r$/m)?.[1] ?? ''
  })
}

describe('the addresses of a company', () => {
  it('begin with the one that answers, and cannot end', async () => {
    expect(await addresses()).toMatchObject([{ address: 'care@acme.example', name: 'acme', answers: true, also: [] }])
    const last = await call('DELETE', `/mail/addresses/${await idOf('care@acme.example')}`)
    expect(last).toMatchObject({ status: 409, body: { code: 'last-address' } })
    expect(await audit()).toMatchObject({
      action: 'mailbox.removed',
      code: 'last-address',
      person: { id: admin.person },
    })
  })

  it('get others, in the company’s name where none is typed, once each', async () => {
    const added = await call('POST', '/mail/addresses', { address: 'Sales@acme.example' })
    expect(added).toMatchObject({
      status: 201,
      body: { address: 'sales@acme.example', name: 'acme', answers: false, also: [] },
    })
    expect(await audit()).toMatchObject({
      action: 'mailbox.added',
      code: null,
      data: { before: null, after: { address: 'sales@acme.example', name: 'acme', answers: false } },
    })
    expect(await comesTo('sales@acme.example')).toBe(added.body.id)
    const again = await call('POST', '/mail/addresses', { address: 'sales@ACME.example' })
    expect(again).toMatchObject({ status: 409, body: { code: 'name-taken', at: [{ path: 'address' }] } })
    expect(await call('POST', '/mail/addresses', { address: 'sales' })).toMatchObject({ body: { code: 'bad-request' } })
  })

  it('are not those of another company', async () => {
    const workspace = await app.makeWorkspace('brook')
    await transaction(app.desk.store, { workspace }, (tx) =>
      addMailbox(tx, { address: 'care@brook.example', name: 'Brook' }),
    )
    const taken = await call('POST', '/mail/addresses', { address: 'care@brook.example' })
    expect(taken).toMatchObject({ status: 409, body: { code: 'name-taken' } })
    expect((await addresses()).length).toBe(2)
    const theirs = await app.signInAs(['admin'], workspace)
    const id = await idOf('sales@acme.example')
    const tried = await call('PATCH', `/mail/addresses/${id}`, { name: 'Mine' }, theirs)
    expect(tried).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  it('are renamed with their tickets: mail leaves from the new one at once, and comes in at the old one too', async () => {
    const id = await idOf('care@acme.example')
    const change = { address: 'help@acme.example', name: 'Acme help' }
    const changed = await call('PATCH', `/mail/addresses/${id}`, change)
    expect(changed).toMatchObject({ status: 200, body: { ...change, id, answers: true, also: ['care@acme.example'] } })
    expect(await audit()).toMatchObject({
      action: 'mailbox.changed',
      data: {
        before: { address: 'care@acme.example', name: 'acme', answers: true },
        after: { ...change, answers: true },
      },
    })
    expect([await comesTo('help@acme.example'), await comesTo('care@acme.example')]).toEqual([id, id])
    expect(await senderOf(id)).toBe('Acme help <help@acme.example>')
    const taken = await call('PATCH', `/mail/addresses/${id}`, { address: 'sales@acme.example' })
    expect(taken).toMatchObject({ status: 409, body: { code: 'name-taken' } })
    const { at } = await audit()
    await call('PATCH', `/mail/addresses/${id}`, change)
    expect(await audit()).toMatchObject({ at, code: 'name-taken' })
  })

  it('answer in turn: mail to nobody goes to the one that answers', async () => {
    const [help, sales] = [await idOf('help@acme.example'), await idOf('sales@acme.example')]
    const directory = openMailboxDirectory(app.desk.store, 'default')
    expect((await directory.find('nobody@acme.example'))?.mailbox).toBe(help)
    directory.close()
    expect(await call('PATCH', `/mail/addresses/${sales}`, { answers: true })).toMatchObject({
      body: { answers: true },
    })
    expect((await addresses()).map(({ address, answers }) => [address, answers])).toEqual([
      ['sales@acme.example', true],
      ['help@acme.example', false],
    ])
    const after = openMailboxDirectory(app.desk.store, 'default')
    expect((await after.find('nobody@acme.example'))?.mailbox).toBe(sales)
    after.close()
    const refused = await call('DELETE', `/mail/addresses/${sales}`)
    expect(refused).toMatchObject({ status: 409, body: { code: 'address-answers' } })
  })

  it('that are removed take no mail; what was to leave from them leaves from the one that answers', async () => {
    const id = await idOf('help@acme.example')
    expect(await call('DELETE', `/mail/addresses/${id}`)).toMatchObject({ status: 204 })
    expect(await audit()).toMatchObject({ data: { before: { address: 'help@acme.example' }, after: null } })
    expect([await comesTo('help@acme.example'), await comesTo('care@acme.example')]).toEqual([undefined, undefined])
    expect(await senderOf(id)).toBe('acme <sales@acme.example>')
    expect(await call('DELETE', `/mail/addresses/${id}`)).toMatchObject({ status: 404 })
    const { body } = await call('GET', '/mail/intake')
    expect(body.items.map(({ mailbox }: { mailbox: string }) => mailbox)).toEqual(['sales@acme.example'])
    const back = await call('POST', '/mail/addresses', { address: 'help@acme.example', name: 'Help' })
    expect(back).toMatchObject({ status: 201, body: { id, name: 'Help' } })
  })

  it('cannot be removed by two at the same time so that none is left', async () => {
    const all = (await addresses()).map(({ id }) => id)
    const answers = await Promise.all(
      [...all, ...all].map((id) => call('DELETE', `/mail/addresses/${id}`).then(({ status }) => status)),
    )
    expect(answers.filter((status) => status === 204)).toHaveLength(1)
    expect(await addresses()).toMatchObject([{ answers: true }])
  })

  it('are changed by administrators alone', async () => {
    const lead = await app.signInAs(['lead', 'author', 'approver'])
    for (const [method, body] of [['GET'], ['POST', { address: 'x@acme.example' }]] as const)
      expect(await call(method, '/mail/addresses', body, lead)).toMatchObject({ status: 403 })
  })
})

describe('an account that mail is fetched from', () => {
  const account = { host: '127.0.0.1', port: 1, security: 'none', username: 'care' }
  const path = async () => `/mail/addresses/${await idOf('sales@acme.example')}/account`

  it('needs a password, and encryption where it is not on this machine', async () => {
    const missing = await call('POST', await path(), account)
    expect(missing).toMatchObject({ status: 400, body: { code: 'bad-request', at: [{ path: 'password' }] } })
    const bare = await call('POST', await path(), { ...account, host: 'mail.example', password: 'hush' })
    expect(bare).toMatchObject({ status: 400, body: { code: 'bad-request', at: [{ path: 'security' }] } })
    const nowhere = await call('POST', `/mail/addresses/${randomUUID()}/account`, { ...account, password: 'hush' })
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  it('is set, tried and removed; its password is told nowhere and goes to no other server', async () => {
    const set = await call('POST', await path(), { ...account, password: 'hush-hush', from: 'all' })
    const folders = [{ name: 'INBOX', fetched: 0 }]
    expect(set).toMatchObject({
      status: 200,
      body: { account: { ...account, folders, since: null, fetched_at: null, failure: null } },
    })
    expect(await audit()).toMatchObject({
      action: 'mail-account.set',
      data: { before: null, after: { host: '127.0.0.1' } },
    })
    const stored = await run(({ db, workspace }) =>
      db.selectFrom('mail_account').select('sealed_password').where('workspace_id', '=', workspace).execute(),
    )
    expect(JSON.stringify([set, stored, await audit()])).not.toContain('hush')

    const tried = await call('POST', `${await path()}/trial`, account)
    expect(tried).toMatchObject({ status: 200, body: { failure: { code: 'port-closed' }, folders: [] } })
    const elsewhere = await call('POST', `${await path()}/trial`, { ...account, host: 'localhost' })
    expect(elsewhere).toMatchObject({ status: 400, body: { at: [{ path: 'password' }] } })

    const changed = await call('POST', await path(), { ...account, folders: ['INBOX', 'Junk'] })
    expect(changed.body.account).toMatchObject({ since: null, folders: [{ name: 'INBOX' }, { name: 'Junk' }] })
    expect(await call('DELETE', await path())).toMatchObject({ status: 204 })
    expect((await addresses()).every((each) => each.account === null)).toBe(true)
  })
})

describe('a server that mail of an address leaves by', () => {
  const server = { host: '127.0.0.1', port: 1, security: 'none' }
  const path = async (of = 'sender') => `/mail/addresses/${await idOf('sales@acme.example')}/${of}`

  it('needs a password, unless it asks for no name, and encryption where it is not on this machine', async () => {
    for (const [body, at] of [
      [{ ...server, username: 'care' }, 'password'],
      [{ ...server, password: 'hush' }, 'username'],
      [{ ...server, sign_in: 'same' }, 'password'],
      [{ ...server, sign_in: 'none', host: 'relay.example' }, 'security'],
    ] as const)
      expect(await call('POST', await path(), body)).toMatchObject({ status: 400, body: { at: [{ path: at }] } })
    const open = await call('POST', await path(), { ...server, sign_in: 'none' })
    expect(open.body.sender).toEqual({ ...server, sign_in: 'none', username: null, failure: null })
    const nowhere = await call('POST', `/mail/addresses/${randomUUID()}/sender`, { ...server, sign_in: 'none' })
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'not-found' } })
  })

  it('is set, tried and removed; its password is told nowhere and goes to no other server', async () => {
    const typed = { ...server, username: 'care' }
    const set = await call('POST', await path(), { ...typed, password: 'hush-hush' })
    expect(set).toMatchObject({ status: 200, body: { sender: { ...typed, sign_in: 'own', failure: null } } })
    expect(await audit()).toMatchObject({ action: 'mail-sender.set', data: { after: { host: '127.0.0.1' } } })
    expect(JSON.stringify([set, await audit()])).not.toContain('hush')
    expect(await call('POST', `${await path()}/trial`, typed)).toMatchObject({
      status: 200,
      body: { failure: { code: 'port-closed' } },
    })
    for (const other of [{ host: 'localhost' }, { username: 'sales' }])
      expect(await call('POST', `${await path()}/trial`, { ...typed, ...other })).toMatchObject({
        status: 400,
        body: { at: [{ path: 'password' }] },
      })
    expect(await call('DELETE', await path())).toMatchObject({ status: 204 })
    expect(await audit()).toMatchObject({ action: 'mail-sender.removed' })
    expect((await addresses()).every(({ sender }) => sender === null)).toBe(true)
  })

  it('takes the password of the account only from somebody who knows it, or where it went before', async () => {
    await call('POST', await path('account'), { ...server, username: 'care', password: 'hush-hush' })
    const same = { ...server, sign_in: 'same' }
    for (const body of [same, { ...same, password: 'guessed' }])
      expect(await call('POST', await path(), body)).toMatchObject({
        status: 400,
        body: { at: [{ path: 'password' }] },
      })
    const set = await call('POST', await path(), { ...same, password: 'hush-hush' })
    expect(set.body.sender).toMatchObject({ sign_in: 'same', username: null })
    expect(await call('POST', await path(), { ...same, port: 2 })).toMatchObject({ status: 200 })
    expect(await call('POST', await path(), { ...same, host: 'localhost' })).toMatchObject({ status: 400 })
    // It goes with the account.
    await call('DELETE', await path('account'))
    expect((await addresses()).every(({ sender }) => sender === null)).toBe(true)
  })
})
