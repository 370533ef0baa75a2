import { randomUUID } from 'node:crypto'
import { type Ticket, ticket as ticketShape } from '@avow/contract'
import { createSubmitter } from '../src/channels/email/index.ts'
import { transaction } from '../src/db/index.ts'
import { findOrAddCustomer } from '../src/features/people/index.ts'
import { openRequest } from '../src/features/tickets/index.ts'
import { startOutbox } from '../src/jobs/outbox/index.ts'
import { openTestApp, type TestApp, type TestPerson } from './app.ts'
import { ALWAYS_OPEN } from './charters.ts'
import { makeMailbox } from './mail.ts'
import { otherEnd, type ReceivedMail } from './other-end.ts'
import { publish } from './publish.ts'

type Sender = Pick<TestPerson, 'cookie'>

/** A file as an answer names it. */
export interface NamedFile {
  readonly upload: string
  readonly name: string
  readonly type?: string
}

/** A desk over HTTP whose people attach files, with a mail server that takes what leaves. */
export interface FileDesk {
  readonly app: TestApp
  readonly anna: TestPerson
  readonly ben: TestPerson
  /** Number and id of a new ticket of a customer by mail. */
  open(): Promise<{ readonly ticket: string; readonly number: number }>
  /** Uploads bytes; answers the response. */
  put(who: Sender, bytes: string | Uint8Array | ReadableStream, id?: string): Promise<Response>
  /** Uploads bytes; answers the id. */
  upload(who: Sender, bytes: string | Uint8Array): Promise<string>
  /** Answers, or notes, with files. */
  say(who: Sender, number: number, files: readonly NamedFile[], what?: Said): Promise<Response>
  read(number: number): Promise<Ticket>
  /** Sends what is due; answers what arrived by now. */
  send(): Promise<readonly ReceivedMail[]>
  close(): Promise<void>
}

export interface Said {
  readonly as?: 'replies' | 'notes'
  readonly key?: string
  readonly text?: string
}

/** For one test file: in `beforeAll`, closed in `afterAll`. */
export async function openFileDesk(options: Parameters<typeof openTestApp>[0] = {}): Promise<FileDesk> {
  const app = await openTestApp(options)
  const { workspace, desk } = app
  await publish(desk.store, workspace, ALWAYS_OPEN)
  const mailbox = await makeMailbox(desk, workspace, 'help@acme.example')
  const [anna, ben] = [await app.signInAs(['agent']), await app.signInAs(['agent'])]
  const end = await otherEnd()
  const submitter = createSubmitter(end.url)
  const outbox = startOutbox({ ...desk, submitter, isFolder: false, everyMs: 3_600_000 })
  const put: FileDesk['put'] = ({ cookie }, bytes, id = randomUUID()) =>
    fetch(`${app.url}/api/v1/uploads/${id}`, {
      method: 'PUT',
      headers: { origin: desk.publicUrl, cookie, 'content-type': 'application/octet-stream' },
      body: bytes instanceof Uint8Array ? new Blob([Buffer.from(bytes)]) : bytes,
      ...(bytes instanceof ReadableStream ? { duplex: 'half' } : {}),
    })
  let count = 0
  return {
    app,
    anna,
    ben,
    put,
    open: () =>
      transaction(desk.store, { workspace }, async (tx) => {
        const email = `carla-${++count}@customer.example`
        const { ticket, number } = await openRequest(tx, {
          channel: 'email',
          by: 'customer',
          customer: await findOrAddCustomer(tx, { email, name: 'Carla Customer' }),
          customerSays: { name: 'Carla Customer', address: email },
          mailbox,
          message: { subject: 'The kettle leaks', text: 'It leaks from the lid.' },
        })
        return { ticket, number }
      }),
    async upload(who, bytes) {
      const id = randomUUID()
      const answer = await put(who, bytes, id)
      if (answer.status !== 200) throw new Error(`the upload was answered by ${answer.status}: ${await answer.text()}`)
      return id
    },
    say: ({ cookie }, number, files, { as = 'replies', key = randomUUID(), text = 'Here it is.' } = {}) =>
      app.ask('POST', `/api/v1/tickets/${number}/${as}`, {
        cookie,
        headers: { 'idempotency-key': key },
        body: as === 'notes' ? { text, files } : { text, files, seen: 0, anyway: true },
      }),
    read: async (number) =>
      ticketShape.parse(await (await app.ask('GET', `/api/v1/tickets/${number}`, { cookie: anna.cookie })).json()),
    async send() {
      await outbox.runOnce()
      return end.received
    },
    async close() {
      await outbox.close()
      await submitter.close()
      await end.close()
      await app.close()
    },
  }
}
