/** A desk that answers over HTTP, takes mail in and reads it, over a blob store of the test's choosing. */
import type { BlobStore } from '../../packages/server/src/blobs/index.ts'
import { createMailReader, openIntake } from '../../packages/server/src/channels/email/index.ts'
import { transaction } from '../../packages/server/src/db/index.ts'
import { type MailReading, startMailReading } from '../../packages/server/src/jobs/mail-reader/index.ts'
import { openTestApp, type TestApp } from '../../packages/server/test/app.ts'
import { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
import { makeMailbox } from '../../packages/server/test/mail.ts'
import { publish } from '../../packages/server/test/publish.ts'
import { sendOne } from '../../packages/server/test/raw-smtp.ts'
import { apiOf, type DeskApi } from '../running/desk-api.ts'

export interface FaultDesk {
  readonly app: TestApp
  readonly reading: MailReading
  /** Id of care@acme.example. */
  readonly mailbox: string
  /** As an administrator. */
  readonly api: DeskApi
  /** Sends a mail over SMTP; answers the reply to it. */
  send(subject: string, options?: { readonly body?: string; readonly headers?: string }): Promise<string>
  /** Codes of what asks for attention. */
  attention(): Promise<readonly string[]>
  close(): Promise<void>
}

export async function openFaultDesk({ blobs }: { readonly blobs?: BlobStore } = {}): Promise<FaultDesk> {
  const app = await openTestApp(blobs === undefined ? {} : { desk: { blobs } })
  const { desk, workspace } = app
  await publish(desk.store, workspace, ALWAYS_OPEN)
  const mailbox = await makeMailbox(desk, workspace, 'care@acme.example')
  const key = await app.keyFor(['admin'])
  const reader = createMailReader({ workers: 1, deadlineMs: 20_000 })
  const reading = startMailReading({ desk, reader, everyMs: 200 })
  const intake = await openIntake({ ...desk, host: '127.0.0.1', port: 0, unknown: 'refuse', next: reading })
  return {
    app,
    reading,
    mailbox,
    api: apiOf(() => app.url, key),
    send: (subject, { body = 'It is broken.', headers = '' } = {}) =>
      sendOne(intake.port, {
        to: ['care@acme.example'],
        mail: `From: Carla <carla@home.example>\r\nTo: care@acme.example\r\nSubject: ${subject}\r\nMessage-ID: <${subject.replaceAll(' ', '-')}@home.example>\r\n${headers}\r\n${body}\r\n`,
      }),
    attention: () =>
      transaction(desk.store, { workspace }, async ({ db }) => {
        const rows = db.selectFrom('attention').select('code').where('workspace_id', '=', workspace)
        return (await rows.where('settled_at', 'is', null).orderBy('code').execute()).map(({ code }) => code)
      }),
    async close() {
      await intake.close()
      await reading.close()
      await reader.close()
      await app.close()
    },
  }
}
