import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { folderBlobs } from '../src/blobs/index.ts'
import {
  createFolderSubmitter,
  createMailReader,
  createMailVerifier,
  type Intake,
  type IntakeOptions,
  type Lookup,
  openIntake,
  type Submitter,
} from '../src/channels/email/index.ts'
import { transaction } from '../src/db/index.ts'
import type { Desk } from '../src/desk.ts'
import { EVENT_HANDLERS } from '../src/event-handlers.ts'
import { type MailReading, startMailReading } from '../src/jobs/mail-reader/index.ts'
import { type Outbox, startOutbox } from '../src/jobs/outbox/index.ts'
import { openKeys } from '../src/secrets/index.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { ROOT } from './root.ts'

/** Everything between a mail that comes in and one that goes out, on loopback and in a folder of its own. */
export interface MailHouse {
  readonly database: TestDatabase
  readonly desk: Desk
  readonly folder: string
  readonly intake: Intake
  readonly reading: MailReading
  readonly outbox: Outbox
  makeMailbox(workspace: string, address: string, options?: { isDefault?: boolean; language?: string }): Promise<string>
  /** Everything taken in is settled, and everything due has left. */
  settle(): Promise<void>
  /** Mails of ours in the folder. */
  sent(): readonly string[]
  close(): Promise<void>
}

/** A DNS in which there is nothing. */
const NO_RECORDS: Lookup = (name) =>
  Promise.reject(Object.assign(new Error(`ENOTFOUND ${name}`), { code: 'ENOTFOUND' }))

export interface MailHouseOptions extends Partial<IntakeOptions> {
  readonly lookup?: Lookup
  /** The way out, by the port at which the house takes mail in; a folder where left out. */
  readonly submitterTo?: (port: number) => Submitter
}

export async function openMailHouse({
  lookup = NO_RECORDS,
  submitterTo,
  ...options
}: MailHouseOptions = {}): Promise<MailHouse> {
  const database = await openTestDatabase(EVENT_HANDLERS)
  const folder = mkdtempSync(join(tmpdir(), 'avow-mail-'))
  const desk: Desk = {
    store: database.store,
    blobs: folderBlobs(join(folder, 'blobs')),
    keys: openKeys(join(folder, 'secret')),
    publicUrl: 'https://care.example.com',
    log: pino({ level: 'fatal' }),
    zoneData: 'test',
    root: ROOT,
  }
  const reader = createMailReader({ workers: 2, deadlineMs: 5_000 })
  const verifier = createMailVerifier({ lookup })
  const reading = startMailReading({ desk, reader, verifier, everyMs: 200 })
  const intake = await openIntake({ ...desk, host: '127.0.0.1', port: 0, unknown: 'refuse', next: reading, ...options })
  const submitter = submitterTo?.(intake.port) ?? createFolderSubmitter(join(folder, 'outgoing'))
  const outbox = startOutbox({ ...desk, submitter, isFolder: submitterTo === undefined })
  return {
    database,
    desk,
    folder,
    intake,
    reading,
    outbox,
    makeMailbox: (workspace, address, given = {}) => makeMailbox(desk, workspace, address, given),
    async settle() {
      await reading.idle()
      await outbox.runOnce()
    },
    sent() {
      const outgoing = join(folder, 'outgoing')
      return readdirSync(outgoing).map((file) => readFileSync(join(outgoing, file), 'utf8'))
    },
    async close() {
      await intake.close()
      await reading.close()
      await verifier.close()
      await reader.close()
      await outbox.close()
      await submitter.close()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function makeMailbox(
  { store }: Pick<Desk, 'store'>,
  workspace: string,
  address: string,
  { isDefault = false, language }: { isDefault?: boolean; language?: string } = {},
): Promise<string> {
  const id = await transaction(store, { workspace }, async (tx) => {
    const row = {
      workspace_id: workspace,
      id: tx.newId(),
      address,
      name: 'Care',
      language: language ?? null,
      zone: null,
    }
    await tx.db.insertInto('mailbox').values(row).execute()
    return row.id
  })
  await store.control
    .insertInto('control.mailbox_address')
    .values({ address, workspace_id: workspace, mailbox_id: id, is_default: isDefault })
    .execute()
  return id
}
