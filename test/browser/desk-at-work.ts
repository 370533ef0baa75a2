/** A desk with a small demo, served as it is in earnest, and what happens to it from outside. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '@avow/contract'
import { transaction } from '../../packages/server/src/db/index.ts'
import { publishCharter } from '../../packages/server/src/features/charters/index.ts'
import { demoCharter, demoWorkspace, loadDemo } from '../../packages/server/src/features/demo/index.ts'
import { findOrAddCustomer } from '../../packages/server/src/features/people/index.ts'
import { openRequest, receiveMessage } from '../../packages/server/src/features/tickets/index.ts'
import type { Outward } from '../../packages/server/src/outward/index.ts'
import { openTestApp, type TestApp, type TestPerson } from '../../packages/server/test/app.ts'
import { buildWebWhereStale } from '../../tools/build-web.ts'
import { ROOT } from '../../tools/run-command.ts'

export interface Letter {
  readonly name: string
  readonly email: string
  readonly subject: string
  readonly text: string
  readonly quoted?: string
  /** As a mail is kept: sanitised. */
  readonly html?: string
  readonly language?: string
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: string }[]
}

export interface DeskAtWork {
  readonly app: TestApp
  /** A customer writes for the first time. Answers the ticket. */
  receive(letter: Letter): Promise<{ readonly ticket: string; readonly number: number }>
  /** Somebody of the desk who holds positions of the charter, signed in. */
  hire(name: string, roles: readonly Role[], positions: readonly string[]): Promise<TestPerson>
  /** The customer of a ticket writes again. */
  receiveMore(ticket: string, text: string): Promise<void>
  close(): Promise<void>
}

export interface DeskAtWorkOptions {
  readonly tickets: number
  /** Servers of strangers; the public web alone where left out. */
  readonly outward?: Outward
}

const MAILBOX = 'care@bramble.example'

/** Opens it; for one test file, closed in `afterAll`. */
export async function openDeskAtWork({ tickets, outward }: DeskAtWorkOptions): Promise<DeskAtWork> {
  const app = await openTestApp({
    webFolder: await buildWebWhereStale(),
    ...(outward === undefined ? {} : { desk: { outward } }),
  })
  const { workspace } = app
  const { store } = app.desk
  const mailbox = await transaction(store, { workspace }, async (tx) => {
    const id = tx.newId()
    const row = { workspace_id: workspace, id, address: MAILBOX, name: 'Care', language: null, zone: null }
    await tx.db.insertInto('mailbox').values(row).execute()
    return id
  })
  const now = await transaction(store, { workspace }, async (tx) => tx.now)
  const charter = demoCharter(readFileSync(join(ROOT, 'charters/retailer.yaml'), 'utf8'), now, 'test')
  await transaction(store, { workspace }, (tx) =>
    publishCharter(tx, { source: charter.text, zoneData: 'test', effective: charter.effectiveAt }),
  )
  await loadDemo(store, { workspace, mailbox }, demoWorkspace({ now, charter: charter.compiled, tickets }))

  return {
    app,
    receive: ({ name, email, subject, text, quoted, html, language, files = [] }) =>
      transaction(store, { workspace }, async (tx) => {
        const attachments = await Promise.all(
          files.map(async ({ bytes, ...file }) => {
            const blob = await app.desk.blobs.put(workspace, [Buffer.from(bytes)])
            return { blob, ...file, isInline: false }
          }),
        )
        const customer = await findOrAddCustomer(tx, { email, name })
        return openRequest(tx, {
          channel: 'email',
          by: 'customer',
          customer,
          mailbox,
          ...(language === undefined ? {} : { language }),
          message: {
            subject,
            text,
            from: { name, address: email },
            attachments,
            ...(quoted === undefined ? {} : { quoted }),
            ...(html === undefined ? {} : { html }),
          },
        })
      }),
    async hire(name, roles, positions) {
      const person = await app.signInAs(roles)
      await transaction(store, { workspace }, async ({ db }) => {
        await db
          .updateTable('person')
          .set({ name })
          .where('workspace_id', '=', workspace)
          .where('id', '=', person.person)
          .execute()
        const held = positions.map((position) => ({ workspace_id: workspace, position, person_id: person.person }))
        if (held.length > 0) await db.insertInto('position_holder').values(held).execute()
      })
      return person
    },
    receiveMore: (ticket, text) =>
      transaction(store, { workspace, tickets: [ticket] }, async (tx) => {
        await receiveMessage(tx, ticket, { subject: '', text })
      }),
    close: () => app.close(),
  }
}
