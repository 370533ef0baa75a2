import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MailDomain, MailKey } from '@avow/contract'
import { dkimVerify } from 'mailauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { publish } from '../../../test/publish.ts'
import { dnsError, type Lookup } from '../../channels/email/verifying/lookup.ts'
import { transaction } from '../../db/index.ts'
import { openKeys } from '../../secrets/index.ts'
import { exportWorkspace } from '../export/index.ts'
import { addMailbox } from '../mailboxes/index.ts'
import { type MailKind, sendMail, writeOut } from '../outbox/index.ts'

/** What the DNS holds: texts by name. */
const dns = new Map<string, readonly (readonly string[])[]>()
const lookup: Lookup = async (name, type) => {
  const found = type === 'TXT' ? dns.get(name) : undefined
  if (found === undefined) throw dnsError('ENOTFOUND', name)
  return found.map((strings) => [...strings])
}

let app: TestApp
let admin: TestPerson
let care: string
beforeAll(async () => {
  app = await openTestApp({ desk: { lookup } })
  admin = await app.signInAs(['admin'])
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  care = await run((tx) => addMailbox(tx, { address: 'care@mill.example', name: 'The mill' }))
  await run((tx) => addMailbox(tx, { address: 'care@brook.example', name: 'The brook' }))
})
afterAll(() => app?.close())
beforeEach(async () => {
  dns.clear()
  await run(({ db }) => db.deleteFrom('mail_key').where('workspace_id', '=', app.workspace).execute())
})

const run: <T>(work: Parameters<typeof transaction<T>>[2]) => Promise<T> = (work) =>
  transaction(app.desk.store, { workspace: app.workspace }, work)

async function call(method: string, path: string, body?: unknown, person = admin) {
  const answer = await app.ask(method, `/api/v1${path}`, {
    cookie: person.cookie,
    ...(method === 'POST' ? { headers: { 'idempotency-key': randomUUID() } } : {}),
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text), text }
}
const domains = async (): Promise<readonly MailDomain[]> => (await call('GET', '/mail/domains')).body.items
const keysOf = async (domain: string) => (await domains()).find((each) => each.domain === domain)?.keys ?? []
const audit = async () => (await call('GET', '/audit?limit=1')).body.items[0]
/** Makes a key by the press. */
async function make(kind: MailKey['kind'] = 'rsa', domain = 'mill.example'): Promise<MailKey> {
  const before = new Set((await keysOf(domain)).map(({ id }) => id))
  const { body } = await call('POST', `/mail/domains/${domain}/keys`, { kind })
  return (
    body.keys.find(({ id }: MailKey) => !before.has(id)) ?? body.keys.find(({ state }: MailKey) => state === 'waiting')
  )
}
const putIntoDns = ({ record }: MailKey) => dns.set(record.name, [record.strings])
const check = async ({ id }: MailKey): Promise<MailKey> =>
  (await call('POST', `/mail/keys/${id}/check`)).body.keys.find((key: MailKey) => key.id === id)
const selectorOf = ({ record }: MailKey) => record.name.split('.')[0]

/** A mail of ours as it leaves. */
async function leaves(kind: MailKind = 'answer', mailbox = care, keys = app.desk.keys): Promise<Buffer> {
  return run(async (tx) => {
    const words = { to: 'carla@home.example', subject: 'Your kettle', text: 'It leaks.', language: 'en' }
    const id = await sendMail(tx, { kind, once: randomUUID(), mailbox, ...words })
    const row = await tx.db
      .selectFrom('outbox')
      .select(['id', 'kind', 'ticket_id', 'payload'])
      .where('workspace_id', '=', tx.workspace)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const written = await writeOut(tx, keys, row)
    return (await written?.bytes(app.desk.blobs)) ?? Buffer.alloc(0)
  })
}
/** Selector and verdict of each signature. */
async function signatures(raw: Buffer): Promise<readonly string[]> {
  const { results } = await dkimVerify(raw, { resolver: lookup })
  return results
    .filter(({ signingDomain }) => signingDomain !== undefined)
    .map(({ selector, signingDomain, status }) => `${status.result} ${selector} ${signingDomain} ${status.aligned}`)
}

describe('the keys that mail is signed by', () => {
  it('are none at first, of each domain that mail leaves from, and nothing is signed', async () => {
    expect(await domains()).toEqual([
      { domain: 'mill.example', addresses: ['care@mill.example'], keys: [] },
      { domain: 'brook.example', addresses: ['care@brook.example'], keys: [] },
    ])
    expect((await leaves()).toString()).not.toContain('DKIM-Signature')
  })

  it('are made by one press, with the record to copy, and sign nothing until it is seen', async () => {
    const key = await make()
    expect(key).toMatchObject({ kind: 'rsa', state: 'waiting', lost: false, checked: null, seen_at: null })
    expect(key.record.name).toMatch(/^avow-\d{8}-[0-9a-f]{6}\._domainkey\.mill\.example$/)
    expect(key.record.value).toMatch(/^v=DKIM1; k=rsa; p=[A-Za-z0-9+/]{390,400}={0,2}$/)
    expect(key.record.strings.join('')).toBe(key.record.value)
    expect(Math.max(...key.record.strings.map(({ length }) => length))).toBeLessThanOrEqual(255)
    expect(await audit()).toMatchObject({ action: 'mail-key.made', data: { domain: 'mill.example', kind: 'rsa' } })
    // Another press makes no other.
    expect((await make()).id).toBe(key.id)
    expect(await signatures(await leaves())).toEqual([])

    expect(await check(key)).toMatchObject({ state: 'waiting', checked: { finding: 'missing', said: null } })
    dns.set(key.record.name, [['v=DKIM1; k=rsa; p=AAAA']])
    expect(await check(key)).toMatchObject({
      state: 'waiting',
      seen_at: null,
      checked: { finding: 'other-key', said: 'v=DKIM1; k=rsa; p=AAAA' },
    })
    expect(await signatures(await leaves())).toEqual([])

    putIntoDns(key)
    expect(await check(key)).toMatchObject({ state: 'signing', being_replaced: false, checked: { finding: 'found' } })
    expect(await audit()).toMatchObject({ action: 'mail-key.signs', data: { selector: selectorOf(key), seen: true } })
    for (const kind of ['answer', 'acknowledgement', 'staff', 'rating'] as const)
      expect(await signatures(await leaves(kind))).toEqual([`pass ${selectorOf(key)} mill.example mill.example`])
  })

  it('sign mail of their own domain and of no other', async () => {
    const key = await make()
    putIntoDns(key)
    await check(key)
    const brook = await run(async ({ db }) => {
      const rows = db.selectFrom('mailbox').select('id').where('workspace_id', '=', app.workspace)
      return rows.where('address', '=', 'care@brook.example').executeTakeFirstOrThrow()
    })
    expect((await leaves('answer', brook.id)).toString()).not.toContain('DKIM-Signature')
  })

  it('of both kinds sign beside each other', async () => {
    for (const kind of ['rsa', 'ed25519'] as const) {
      const key = await make(kind)
      putIntoDns(key)
      expect(await check(key)).toMatchObject({ kind, state: 'signing' })
    }
    expect((await signatures(await leaves())).map((line) => line.split(' ')[0])).toEqual(['pass', 'pass'])
  })

  it('are replaced once the record of the next is seen, and not before; then the old one can be removed', async () => {
    const old = await make()
    putIntoDns(old)
    await check(old)
    const next = await make()
    expect(next.id).not.toBe(old.id)
    expect((await keysOf('mill.example')).map(({ id, state, being_replaced: is }) => [id, state, is])).toEqual([
      [old.id, 'signing', true],
      [next.id, 'waiting', false],
    ])
    await check(next)
    expect(await signatures(await leaves())).toEqual([`pass ${selectorOf(old)} mill.example mill.example`])
    putIntoDns(next)
    await check(next)
    expect((await keysOf('mill.example')).map(({ id, state, being_replaced: is }) => [id, state, is])).toEqual([
      [next.id, 'signing', false],
      [old.id, 'replaced', false],
    ])
    expect(await signatures(await leaves())).toEqual([`pass ${selectorOf(next)} mill.example mill.example`])
    // One that was replaced does not come back by being seen.
    await check(old)
    expect(await keysOf('mill.example')).toMatchObject([{ id: next.id }, { id: old.id, state: 'replaced' }])
    expect(await call('DELETE', `/mail/keys/${old.id}`)).toMatchObject({ status: 204 })
    expect(await keysOf('mill.example')).toMatchObject([{ id: next.id }])
    expect(await audit()).toMatchObject({ action: 'mail-key.removed', data: { selector: selectorOf(old) } })
  })

  it('whose record is lost go on signing, and say so', async () => {
    const key = await make()
    putIntoDns(key)
    await check(key)
    dns.clear()
    expect(await check(key)).toMatchObject({ state: 'signing', checked: { finding: 'missing' } })
    expect((await leaves()).toString()).toContain('DKIM-Signature')
  })

  it('sign without their record where somebody chooses so, and that is on record', async () => {
    const key = await make()
    expect((await call('POST', `/mail/keys/${key.id}/use`)).body.keys).toMatchObject([
      { state: 'signing', seen_at: null },
    ])
    expect(await audit()).toMatchObject({ action: 'mail-key.signs', data: { seen: false } })
    expect((await leaves()).toString()).toContain(`s=${selectorOf(key)};`)
    // And one that was replaced comes back the same way.
    const next = await make()
    await call('POST', `/mail/keys/${next.id}/use`)
    await call('POST', `/mail/keys/${key.id}/use`)
    expect(await keysOf('mill.example')).toMatchObject([
      { id: key.id, state: 'signing' },
      { id: next.id, state: 'replaced' },
    ])
  })

  it('are made once by two who press at once, and signed by once', async () => {
    const made = await Promise.all(
      [1, 2, 3].map(() => call('POST', '/mail/domains/mill.example/keys', { kind: 'rsa' })),
    )
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201])
    const [key, ...others] = await keysOf('mill.example')
    expect(others).toEqual([])
    if (key === undefined) throw new Error('no key was made')
    putIntoDns(key)
    await Promise.all([1, 2, 3].map(() => check(key)))
    expect(await keysOf('mill.example')).toMatchObject([{ state: 'signing' }])
  })

  it('of other companies and of domains without an address are nobody’s', async () => {
    expect(await call('POST', '/mail/domains/elsewhere.example/keys', { kind: 'rsa' })).toMatchObject({ status: 404 })
    expect(await call('GET', '/mail/domains/elsewhere.example/records')).toMatchObject({ status: 404 })
    const key = await make()
    const theirs = await app.signInAs(['admin'], await app.makeWorkspace(`other-${randomUUID().slice(0, 8)}`))
    for (const [method, path] of [
      ['POST', `/mail/keys/${key.id}/check`],
      ['POST', `/mail/keys/${key.id}/use`],
      ['DELETE', `/mail/keys/${key.id}`],
    ] as const)
      expect(await call(method, path, undefined, theirs)).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(await call('GET', '/mail/domains', undefined, await app.signInAs(['agent']))).toMatchObject({ status: 403 })
  })

  it('stand in no answer, line of the log, export or row, and open with the installation’s keys alone', async () => {
    const key = await make('ed25519')
    putIntoDns(key)
    await check(key)
    const { sealed_private: sealed } = await run(({ db }) =>
      db
        .selectFrom('mail_key')
        .select('sealed_private')
        .where('workspace_id', '=', app.workspace)
        .executeTakeFirstOrThrow(),
    )
    const pem = app.desk.keys.unseal('signing-key', key.id, sealed) ?? ''
    expect(pem).toContain('PRIVATE KEY')
    const secret = pem.split('\n')[1] ?? ''
    expect(secret.length).toBeGreaterThan(40)
    let exported = ''
    for await (const line of exportWorkspace(app.desk.store, app.workspace)) exported += line
    const { text } = await call('GET', '/mail/domains')
    for (const told of [sealed, text, exported, app.desk.logged.join('\n'), (await leaves()).toString()]) {
      expect(told).not.toContain(secret)
      expect(told).not.toContain('PRIVATE KEY')
    }
    for (const told of [text, exported]) expect(told).not.toContain(sealed)

    const folder = mkdtempSync(join(tmpdir(), 'avow-keys-'))
    const others = openKeys(join(folder, 'secret'))
    rmSync(folder, { recursive: true })
    // The mail leaves all the same.
    expect((await leaves('answer', care, others)).toString()).toMatch(/^Content-Language: en\r\nFrom: The mill /)
  })

  it('that do not open any more are told as lost', async () => {
    const key = await make('ed25519')
    await call('POST', `/mail/keys/${key.id}/use`)
    const rows = await run(({ db }) =>
      db.selectFrom('mail_key').selectAll().where('workspace_id', '=', app.workspace).execute(),
    )
    // Sealed for another key, as where rows were mixed up.
    await run(async ({ db }) => {
      await db.deleteFrom('mail_key').where('workspace_id', '=', app.workspace).execute()
      await db
        .insertInto('mail_key')
        .values(rows.map((row) => ({ ...row, id: randomUUID() })))
        .execute()
    })
    expect(await keysOf('mill.example')).toMatchObject([{ lost: true, state: 'signing' }])
    expect((await leaves()).toString()).not.toContain('DKIM-Signature')
  })
})

describe('what a domain says beside its keys', () => {
  it('is asked when somebody looks', async () => {
    dns.set('mill.example', [['v=spf1 mx -all'], ['verification=1']])
    dns.set('_dmarc.mill.example', [['v=DMARC1; p=none']])
    expect((await call('GET', '/mail/domains/Mill.example/records')).body).toEqual({
      spf: { name: 'mill.example', state: 'there', said: ['v=spf1 mx -all'] },
      dmarc: { name: '_dmarc.mill.example', state: 'watching', said: ['v=DMARC1; p=none'] },
    })
    expect((await call('GET', '/mail/domains/brook.example/records')).body).toMatchObject({
      spf: { state: 'missing' },
      dmarc: { state: 'missing' },
    })
  })
})
