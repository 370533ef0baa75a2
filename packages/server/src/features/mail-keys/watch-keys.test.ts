import { randomUUID } from 'node:crypto'
import type { KeyFinding, MailKey } from '@avow/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../../test/app.ts'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type DnsRecord, startDns } from '../../../test/dns-server.ts'
import { publish } from '../../../test/publish.ts'
import type { Lookup } from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import { addMailbox } from '../mailboxes/index.ts'
import { afterLook, nextLookAt } from './after-look.ts'
import { type StoredKey, storedKeys } from './mail-key.ts'
import { watchKeys } from './watch-keys.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const records: Record<string, readonly DnsRecord[] | 'failing'> = {}

let dns: Awaited<ReturnType<typeof startDns>>
let lookup: Lookup
let app: TestApp
let admin: TestPerson
/** Names that the DNS was asked for. */
const asked: string[] = []
beforeAll(async () => {
  dns = await startDns(records)
  const ask: Lookup = async (name, type) => (await dns.resolver.resolve(name, type)) as string[]
  lookup = (name, type) => {
    asked.push(name)
    return ask(name, type)
  }
  app = await openTestApp({ desk: { lookup } })
  admin = await app.signInAs(['admin'])
  await publish(app.desk.store, app.workspace, ALWAYS_OPEN)
  await run((tx) => addMailbox(tx, { address: 'care@mill.example', name: 'The mill' }))
})
afterAll(async () => {
  await app?.close()
  await dns?.close()
})
beforeEach(async () => {
  await run(async ({ db }) => {
    await db.deleteFrom('mail_key').where('workspace_id', '=', app.workspace).execute()
    await db
      .updateTable('attention')
      .set({ settled_at: new Date() })
      .where('workspace_id', '=', app.workspace)
      .execute()
  })
  for (const name of Object.keys(records)) delete records[name]
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
  expect(answer.ok, text).toBe(true)
  return text === '' ? undefined : JSON.parse(text)
}
const keys = async (): Promise<readonly MailKey[]> => (await call('GET', '/mail/domains')).items[0].keys
const first = async (): Promise<MailKey> => {
  const [key] = await keys()
  if (key === undefined) throw new Error('there is no key')
  return key
}
const put = ({ record: { name, strings } }: MailKey) => {
  records[`TXT ${name}`] = [{ strings }]
}
const say = ({ record: { name } }: MailKey, text: string) => {
  records[`TXT ${name}`] = [{ strings: [text] }]
}
/** A key that signs, its record seen. */
async function signing(): Promise<MailKey> {
  const { keys: made } = await call('POST', '/mail/domains/mill.example/keys', { kind: 'ed25519' })
  put(made[0])
  const { keys: seen } = await call('POST', `/mail/keys/${made[0].id}/check`)
  expect(seen[0]).toMatchObject({ state: 'signing', checked: { finding: 'found' } })
  return seen[0]
}
/** Looks by itself, after so long. */
async function lookAfter(ms = DAY): Promise<MailKey> {
  await run(({ db }) =>
    db
      .updateTable('mail_key')
      .set({ checked_at: sql<Date>`checked_at - ${`${ms} milliseconds`}::interval` })
      .where('workspace_id', '=', app.workspace)
      .execute(),
  )
  await watchKeys({ ...app.desk, lookup }, app.workspace)
  return first()
}
const alarms = async (): Promise<readonly string[]> =>
  (await call('GET', '/attention')).items
    .filter(({ code }: { code: string }) => code.startsWith('mail-key-'))
    .map(({ code, data }: { code: string; data: { domain: string } }) => `${code} ${data.domain}`)
const health = async () => (await call('GET', '/mail/health')).keys

describe('the records of keys that sign', () => {
  it('are looked for once a day without being asked, and of other keys not', async () => {
    const key = await signing()
    asked.length = 0
    const before = key.checked?.at ?? ''
    expect((await lookAfter(HOUR)).checked?.at).not.toBe('')
    expect(asked).toEqual([])
    await lookAfter(DAY)
    expect(asked).toEqual([key.record.name])
    expect(Date.parse((await first()).checked?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(before))
    await watchKeys({ ...app.desk, lookup }, app.workspace)
    expect(asked).toHaveLength(1)
    expect([await alarms(), await health()]).toEqual([[], []])

    // The next one waits for a press, and the one that it replaced is nobody's matter any more.
    const { keys: both } = await call('POST', '/mail/domains/mill.example/keys', { kind: 'ed25519' })
    const next: MailKey = both.find(({ state }: MailKey) => state === 'waiting')
    await call('POST', `/mail/keys/${next.id}/use`)
    asked.length = 0
    await lookAfter(DAY)
    expect(asked).toEqual([next.record.name, `${next.record.name}.mill.example`])
  })

  it('raise an alarm where they are gone; after three looks in a row nothing is signed until they are back', async () => {
    const key = await signing()
    delete records[`TXT ${key.record.name}`]
    const gone = await lookAfter()
    expect(gone).toMatchObject({ state: 'signing', stopped_at: null, checked: { finding: 'missing' } })
    expect(gone.lacking_since).toBe(gone.checked?.at)
    expect(await alarms()).toEqual(['mail-key-lacking mill.example'])
    expect(await health()).toMatchObject([{ domain: 'mill.example', since: gone.lacking_since, stopped_at: null }])
    // Presses do not count, nor does what comes before its time.
    for (const _ of [1, 2, 3]) await call('POST', `/mail/keys/${key.id}/check`)
    await watchKeys({ ...app.desk, lookup }, app.workspace)
    expect(await lookAfter(HOUR)).toMatchObject({ state: 'signing' })
    // Another record under the name is no better than none.
    say(key, 'v=DKIM1; k=ed25519; p=AAAA')
    const stopped = await lookAfter(HOUR)
    expect(stopped).toMatchObject({ state: 'stopped', seen_at: null, checked: { finding: 'other-key' } })
    expect(await alarms()).toEqual(['mail-key-stopped mill.example'])
    expect(await health()).toMatchObject([{ since: gone.lacking_since, stopped_at: stopped.stopped_at }])
    expect(app.desk.logged.join('\n')).toContain('mail is no longer signed by this key')

    put(key)
    expect(await lookAfter(HOUR)).toMatchObject({ state: 'signing', lacking_since: null, stopped_at: null })
    expect([await alarms(), await health()]).toEqual([[], []])
    // And three more are needed to stop it again.
    delete records[`TXT ${key.record.name}`]
    await lookAfter()
    expect(await lookAfter(HOUR)).toMatchObject({ state: 'signing' })
  })

  it('are not held to be gone where nobody answers, however often', async () => {
    const key = await signing()
    records[`TXT ${key.record.name}`] = 'failing'
    for (const _ of [1, 2, 3, 4]) expect(await lookAfter()).toMatchObject({ state: 'signing', lacking_since: null })
    expect((await first()).checked?.finding).toBe('unanswered')
    expect(await alarms()).toEqual([])
    // Once it is known, silence changes nothing of it either.
    delete records[`TXT ${key.record.name}`]
    await lookAfter()
    records[`TXT ${key.record.name}`] = 'failing'
    for (const _ of [1, 2, 3]) expect(await lookAfter(HOUR)).toMatchObject({ state: 'signing' })
    expect(await alarms()).toEqual(['mail-key-lacking mill.example'])
  })

  it('that are only a trial any more raise an alarm, and the key goes on', async () => {
    const key = await signing()
    say(key, `${key.record.value}; t=y`)
    for (const _ of [1, 2, 3, 4]) expect(await lookAfter()).toMatchObject({ state: 'signing' })
    expect(await alarms()).toEqual(['mail-key-lacking mill.example'])
    put(key)
    await call('POST', `/mail/keys/${key.id}/check`)
    expect(await alarms()).toEqual([])
  })

  it('that nobody ever saw stop no key: who chose that it signs knows another DNS', async () => {
    const { keys: made } = await call('POST', '/mail/domains/mill.example/keys', { kind: 'ed25519' })
    await call('POST', `/mail/keys/${made[0].id}/use`)
    for (const _ of [1, 2, 3, 4]) expect(await lookAfter()).toMatchObject({ state: 'signing', lacking_since: null })
    expect(await alarms()).toEqual([])
  })

  it('need nobody once a stopped key is replaced, removed, or made to sign all the same', async () => {
    const stop = async (): Promise<MailKey> => {
      const key = await signing()
      delete records[`TXT ${key.record.name}`]
      for (const _ of [1, 2, 3]) await lookAfter()
      expect(await alarms()).toEqual(['mail-key-stopped mill.example'])
      return key
    }
    const one = await stop()
    await call('POST', `/mail/keys/${one.id}/use`)
    expect(await first()).toMatchObject({ state: 'signing', seen_at: null, lacking_since: null, stopped_at: null })
    for (const _ of [1, 2, 3]) expect(await lookAfter()).toMatchObject({ state: 'signing' })
    expect(await alarms()).toEqual([])
    await call('DELETE', `/mail/keys/${one.id}`)

    const two = await stop()
    const { keys: both } = await call('POST', '/mail/domains/mill.example/keys', { kind: 'ed25519' })
    const next: MailKey = both.find(({ state }: MailKey) => state === 'waiting')
    put(next)
    await call('POST', `/mail/keys/${next.id}/check`)
    expect((await keys()).map(({ id, state }) => [id, state])).toEqual([
      [next.id, 'signing'],
      [two.id, 'replaced'],
    ])
    expect(await alarms()).toEqual([])
    for (const { id } of await keys()) await call('DELETE', `/mail/keys/${id}`)

    const three = await stop()
    await call('DELETE', `/mail/keys/${three.id}`)
    expect(await alarms()).toEqual([])
  })

  it('are counted once by two who look at once', async () => {
    const key = await signing()
    delete records[`TXT ${key.record.name}`]
    await run(({ db }) =>
      db
        .updateTable('mail_key')
        .set({ checked_at: new Date(0) })
        .where('id', '=', key.id)
        .where('workspace_id', '=', app.workspace)
        .execute(),
    )
    await Promise.all([1, 2, 3, 4].map(() => watchKeys({ ...app.desk, lookup }, app.workspace)))
    expect(await run(async (tx) => (await storedKeys(tx)).map(({ missed }) => missed))).toEqual([1])
  })
})

describe('what follows from a look', () => {
  const now = Date.UTC(2026, 10, 2, 12)
  const key = (over: Partial<StoredKey> = {}): StoredKey => ({
    id: '018f0000-0000-7000-8000-000000000000',
    domain: 'mill.example',
    selector: 'one',
    kind: 'rsa',
    publicKey: '',
    sealed: '',
    madeAt: 0,
    signsSince: 0,
    replacedAt: undefined,
    seenAt: 0,
    lackingSince: undefined,
    missed: 0,
    stoppedAt: undefined,
    checked: { at: now, finding: 'found', said: null },
    ...over,
  })

  it.each(['missing', 'doubled-name', 'several', 'syntax', 'other-key', 'withdrawn'] as const)(
    '%s counts',
    (finding) => {
      expect(afterLook(key({ missed: 2, lackingSince: 7 }), finding, now, true)).toEqual({
        seenAt: undefined,
        lackingSince: 7,
        missed: 3,
        stoppedAt: now,
      })
      expect(afterLook(key({ replacedAt: 1 }), finding, now, true)).toMatchObject({
        missed: 0,
        lackingSince: undefined,
      })
    },
  )

  it('a look between that finds it begins the count anew', () => {
    for (const finding of ['found', 'testing'] satisfies KeyFinding[])
      expect(afterLook(key({ missed: 2, lackingSince: 7 }), finding, now, true)).toMatchObject({ missed: 0 })
  })

  it('is when to look again: after a day or an hour, up to a twelfth earlier by the id', () => {
    const late = { id: '018f0000-0000-7000-8000-00000000ffff' }
    const wrong = { checked: { at: now, finding: 'missing', said: null } } as const
    expect(nextLookAt(key())).toBe(now + DAY)
    expect(nextLookAt(key(wrong))).toBe(now + HOUR)
    expect(nextLookAt(key({ ...wrong, seenAt: undefined }))).toBe(now + DAY)
    expect(nextLookAt(key({ ...wrong, seenAt: undefined, stoppedAt: now }))).toBe(now + HOUR)
    expect(nextLookAt(key(late)) - now).toBeGreaterThan(22 * HOUR)
    expect(nextLookAt(key(late)) - now).toBeLessThan(22 * HOUR + 2 * 60_000)
    expect(nextLookAt({ ...key(), checked: undefined })).toBe(0)
  })
})
