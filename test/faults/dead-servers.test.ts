import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONNECT_WITHIN } from '../../packages/server/src/channels/email/imap/open-imap.ts'
import { createSubmitter, failureOf, openImap } from '../../packages/server/src/channels/email/index.ts'
import { VERIFY_WITHIN } from '../../packages/server/src/channels/email/verifying/mail-verifier.ts'
import { smtpSettings } from '../../packages/server/src/channels/email/writing/smtp-settings.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { fetchNow, setMailAccount } from '../../packages/server/src/features/mail-accounts/index.ts'
import { startMailFetching } from '../../packages/server/src/jobs/mail-fetching/index.ts'
import { startOutbox } from '../../packages/server/src/jobs/outbox/index.ts'
import { type FaultDesk, openFaultDesk } from './mail-desk.ts'
import { receiveMail } from './receive-mail.ts'

const PATIENCE = { timeout: 120_000, interval: 100 }
/** No step may take longer, ms: what is set is held to that; what a busy machine takes, to ten times as long. */
const MOST = 10_000
const ADDRESS = 'carla@home.example'

let desk: FaultDesk
/** Takes every connection, and never says a word. */
let mute: Server
let mutePort: number

beforeAll(async () => {
  desk = await openFaultDesk()
  mute = createServer((socket) => socket.on('error', () => undefined))
  await new Promise<void>((listening) => mute.listen(0, '127.0.0.1', listening))
  const at = mute.address()
  mutePort = at !== null && typeof at === 'object' ? at.port : 0
})
afterAll(async () => {
  mute?.close()
  await desk?.close()
})

/** Where nothing is to be had: nobody listens, no name, no word. */
const dead = (): readonly (readonly [string, { readonly host: string; readonly port: number }])[] => [
  ['a port where nobody listens', { host: '127.0.0.1', port: 1 }],
  ['a name that no machine has', { host: 'mail.no-such-host.invalid', port: 2525 }],
  ['a server that says nothing', { host: '127.0.0.1', port: mutePort }],
]

describe('fault F29: servers that mail depends on are dead', () => {
  it('fault F29: nothing is set to wait longer than ten seconds for a step', () => {
    const { connectionTimeout, greetingTimeout, socketTimeout, dnsTimeout } = smtpSettings('smtp://127.0.0.1:2525')
    const waits = { connectionTimeout, greetingTimeout, socketTimeout, dnsTimeout, CONNECT_WITHIN, VERIFY_WITHIN }
    for (const [name, ms] of Object.entries(waits)) expect(ms, name).toBeLessThanOrEqual(MOST)
  })

  it('fault F29: each attempt to send ends soon, and is for later', async () => {
    for (const [name, { host, port }] of dead()) {
      const submitter = createSubmitter(`smtp://${host}:${port}`)
      const begun = performance.now()
      const { accepted, refused } = await submitter.submit(
        { from: 'care@acme.example', to: [ADDRESS] },
        Buffer.from('x'),
      )
      expect(performance.now() - begun, name).toBeLessThan(10 * MOST)
      expect([accepted, refused], name).toMatchObject([[], [{ address: ADDRESS, permanent: false }]])
      await submitter.close()
    }
  })

  it('fault F29: each attempt to fetch ends soon, and says why', async () => {
    const reasons: string[] = []
    for (const [name, { host, port }] of dead()) {
      const begun = performance.now()
      const account = { host, port, security: 'none', username: 'care', password: 'hush' } as const
      const error = await openImap(account).then(
        () => undefined,
        (failure: unknown) => failure,
      )
      expect(performance.now() - begun, name).toBeLessThan(10 * MOST)
      reasons.push(failureOf(error).code)
    }
    expect(reasons).toEqual(['port-closed', 'no-such-host', 'too-slow'])
  })

  it('fault F29: the desk works meanwhile, and what waited is sent and fetched once they are back', async () => {
    const { app, reading, mailbox } = desk
    const { store, blobs, keys, log } = app.desk
    const { workspace } = app
    const account = { host: '127.0.0.1', port: mutePort, security: 'none', username: 'care', password: 'hush' } as const
    await transaction(store, { workspace }, (tx) =>
      setMailAccount(tx, keys, mailbox, { ...account, folders: ['INBOX'], since: undefined }),
    )
    const submitter = createSubmitter(`smtp://127.0.0.1:${mutePort}`)
    const outbox = startOutbox({ store, blobs, keys, log, submitter, isFolder: false, everyMs: 100 })
    const fetching = startMailFetching({ desk: app.desk, next: reading, lookMs: 100 })
    try {
      expect(await desk.send('while all is dead')).toMatch(/^250/)
      await reading.idle()
      expect((await desk.api.call('listTickets')).items).toMatchObject([{ subject: 'while all is dead' }])
      await expect
        .poll(async () => (await desk.api.call('listOutgoing')).items[0], PATIENCE)
        .toMatchObject({
          state: 'deferred',
          attempts: 1,
          last_error: expect.stringMatching(/./),
        })
      await expect
        .poll(async () => (await desk.api.call('readMailHealth')).items[0], PATIENCE)
        .toMatchObject({ out_day: { deferred: 1 }, account: { failure: { code: 'too-slow' } } })
      const [health] = (await desk.api.call('readMailHealth')).items
      expect(health?.failing_since).not.toBeNull()
    } finally {
      await outbox.close()
      await submitter.close()
    }

    const receiver = await receiveMail()
    const living = createSubmitter(`smtp://127.0.0.1:${receiver.port}`)
    const again = startOutbox({ store, blobs, keys, log, submitter: living, isFolder: false, everyMs: 100 })
    try {
      // By itself in a minute; by the button at once.
      const [waiting] = (await desk.api.call('listOutgoing', { query: { state: 'waiting' } })).items
      await desk.api.call('retryOutgoing', { params: { id: waiting?.id ?? '' } })
      await expect.poll(() => receiver.taken, PATIENCE).toMatchObject([{ to: ADDRESS }])
      await expect
        .poll(async () => (await desk.api.call('listOutgoing')).items[0], PATIENCE)
        .toMatchObject({ state: 'sent' })
      expect(await transaction(store, { workspace }, (tx) => fetchNow(tx, mailbox))).toBe(true)
    } finally {
      await again.close()
      await living.close()
      await receiver.stop()
      await fetching.stop()
    }
  })
})
