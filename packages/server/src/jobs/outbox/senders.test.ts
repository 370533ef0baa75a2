import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from '../../../test/desk.ts'
import { LOCALHOST_CERTIFICATE } from '../../../test/fixtures/localhost-certificate.ts'
import { makeMailbox } from '../../../test/mail.ts'
import { createSubmitter, type Submitter } from '../../channels/email/index.ts'
import { openTicket, transaction } from '../../db/index.ts'
import { removeMailAccount, setMailAccount } from '../../features/mail-accounts/index.ts'
import { type MailSender, removeMailSender, setMailSender } from '../../features/mail-senders/index.ts'
import { sendMail } from '../../features/outbox/index.ts'
import { startOutbox } from './start-outbox.ts'

const PASSWORD = 'a password with “quotes” and spaces'

let desk: TestDesk
let workspace: string
let house: Server
let houseSubmitter: Submitter
let own: Server
beforeAll(async () => {
  desk = await openTestDesk()
  workspace = await desk.database.makeWorkspace('acme')
  house = await openServer()
  own = await openServer('care')
  houseSubmitter = createSubmitter(`smtp://127.0.0.1:${house.port}`)
})
afterAll(async () => {
  await houseSubmitter.close()
  await desk.close()
  await house.close()
  await own.close()
})

interface Server {
  readonly port: number
  /** To whom mail was taken, and as whom its sender had signed in. */
  readonly taken: { readonly to: string; readonly from: string; readonly as: unknown }[]
  close(): Promise<void>
}

/** Where mail leaves: with a certificate, for one user, where one is named. */
async function openServer(user?: string): Promise<Server> {
  const taken: Server['taken'] = []
  const server = new SMTPServer({
    authOptional: user === undefined,
    ...(user === undefined
      ? { disabledCommands: ['AUTH', 'STARTTLS'] }
      : { secure: true, key: LOCALHOST_CERTIFICATE.key, cert: LOCALHOST_CERTIFICATE.certificate }),
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === user && password === PASSWORD ? done(null, { user }) : done(new Error('not you')),
    onData(stream, { envelope, user: as }, done) {
      text(stream).then((mail) => {
        const from = /^From: .*<(.*)>/mu.exec(mail)?.[1] ?? ''
        for (const { address } of envelope.rcptTo) taken.push({ to: address, from, as })
        done()
      }, done)
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const at = server.server.address()
  const port = at !== null && typeof at === 'object' ? at.port : 0
  return { port, taken, close: () => new Promise<void>((closed) => server.close(() => closed())) }
}

const run: <T>(work: Parameters<typeof transaction<T>>[2]) => Promise<T> = (work) =>
  transaction(desk.store, { workspace }, work)

async function put(mailbox: string, to: string): Promise<string> {
  const { ticket } = await run((tx) => openTicket(tx, { by: 'customer' }))
  return transaction(desk.store, { workspace, tickets: [ticket] }, (tx) =>
    sendMail(tx, { kind: 'answer', once: to, ticket, to, subject: 'Lamp', text: 'Soon.', language: 'en', mailbox }),
  )
}
async function sendAll(): Promise<void> {
  const { store, blobs, keys, log } = desk
  const trust = { ca: LOCALHOST_CERTIFICATE.certificate }
  const outbox = startOutbox({
    store,
    blobs,
    keys,
    log,
    trust,
    submitter: houseSubmitter,
    isFolder: false,
    everyMs: 3_600_000,
  })
  await outbox.runOnce()
  await outbox.close()
}
const senderOf = (mailbox: string) =>
  run(({ db }) =>
    db
      .selectFrom('mail_sender')
      .selectAll()
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .executeTakeFirstOrThrow(),
  )
const attention = () =>
  run(({ db }) =>
    db
      .selectFrom('attention')
      .select(['code', 'data'])
      .where('workspace_id', '=', workspace)
      .where('settled_at', 'is', null)
      .execute(),
  )
const rowOf = (id: string) =>
  run(({ db }) =>
    db.selectFrom('outbox').selectAll().where('workspace_id', '=', workspace).where('id', '=', id).executeTakeFirst(),
  )
const dueNow = () =>
  run(({ db, now }) =>
    db
      .updateTable('outbox')
      .set({ due: new Date(now) })
      .where('workspace_id', '=', workspace)
      .where('sent_at', 'is', null)
      .execute(),
  )
const sender = (change: Partial<MailSender> = {}): MailSender => ({
  host: 'localhost',
  port: own.port,
  security: 'tls',
  signIn: { by: 'own', username: 'care', password: PASSWORD },
  ...change,
})
const set = (mailbox: string, change: Partial<MailSender> = {}) =>
  run((tx) => setMailSender(tx, desk.keys, mailbox, sender(change)))

describe('mail of a mailbox with a server of its own', () => {
  it('leaves by it, and that of others by the installation’s', async () => {
    const care = await makeMailbox(desk.database, workspace, 'care@acme.example')
    const shop = await makeMailbox(desk.database, workspace, 'shop@acme.example')
    await set(care)
    await Promise.all([put(care, 'ada@home.example'), put(shop, 'berta@home.example')])
    await sendAll()
    expect(own.taken).toEqual([{ to: 'ada@home.example', from: 'care@acme.example', as: 'care' }])
    expect(house.taken).toMatchObject([{ to: 'berta@home.example', from: 'shop@acme.example' }])
    expect((await senderOf(care)).sealed_password).not.toContain(PASSWORD)

    await run((tx) => removeMailSender(tx, care))
    await put(care, 'carla@home.example')
    await sendAll()
    expect(house.taken.map(({ to }) => to)).toEqual(['berta@home.example', 'carla@home.example'])
  })

  it('leaves by the sign-in of its account, and by no password when that has gone', async () => {
    const mailbox = await makeMailbox(desk.database, workspace, 'both@acme.example')
    const account = { host: 'localhost', port: 993, security: 'tls', folders: ['INBOX'], since: undefined } as const
    await run((tx) => setMailAccount(tx, desk.keys, mailbox, { ...account, username: 'care', password: PASSWORD }))
    await set(mailbox, { signIn: { by: 'same' } })
    await put(mailbox, 'dora@home.example')
    await sendAll()
    expect(own.taken.at(-1)).toMatchObject({ to: 'dora@home.example', as: 'care' })
    await run((tx) => removeMailAccount(tx, mailbox))
    await put(mailbox, 'eva@home.example')
    await sendAll()
    expect(house.taken.at(-1)).toMatchObject({ to: 'eva@home.example' })
  })

  it('waits where that is not to be had, which is told, and leaves once it is mended', async () => {
    const mailbox = await makeMailbox(desk.database, workspace, 'late@acme.example')
    await set(mailbox, { signIn: { by: 'own', username: 'care', password: 'wrong' } })
    const id = await put(mailbox, 'frida@home.example')
    const before = house.taken.length
    await sendAll()
    expect(await rowOf(id)).toMatchObject({ sent_at: null, given_up_at: null, attempts: 1 })
    expect(await senderOf(mailbox)).toMatchObject({ failure: 'sign-in' })
    const told = [{ code: 'mail-cannot-leave', data: { address: 'late@acme.example', failure: 'sign-in' } }]
    expect(await attention()).toEqual(told)
    // A word of the network is told as what it is.
    await set(mailbox, { host: '127.0.0.1' })
    expect(await attention()).toEqual([])
    await dueNow()
    await sendAll()
    expect(await senderOf(mailbox)).toMatchObject({ failure: 'certificate-name' })
    expect(await attention()).toHaveLength(1)
    // It never leaves by another server than its own.
    expect(house.taken).toHaveLength(before)

    await set(mailbox)
    await dueNow()
    await sendAll()
    expect(own.taken.at(-1)).toMatchObject({ to: 'frida@home.example' })
    expect(await senderOf(mailbox)).toMatchObject({ failed_at: null, failure: null, said: null })
    expect(await attention()).toEqual([])
  })
})
