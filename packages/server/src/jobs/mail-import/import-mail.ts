import { setTimeout as wait } from 'node:timers/promises'
import {
  type ArchivedMail,
  archivedMails,
  archiveFiles,
  createMailReader,
  INTAKE_LIMITS,
  type MboxFormat,
} from '../../channels/email/index.ts'
import { transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { type ImportInto, type ImportSteps, keepImported } from '../../features/mail/index.ts'
import { startMailReading } from '../mail-reader/index.ts'

export interface MailImport extends ImportInto, ImportSteps {
  /** Files, Maildirs, folders of either. */
  readonly paths: readonly string[]
  /** Of its mboxes, where it is known. */
  readonly format?: MboxFormat | undefined
  /** Hears how many bytes were read so far. */
  readonly onProgress?: (bytes: number) => void
  /** The largest mail that is kept whole, bytes. */
  readonly mostBytes?: number
}

/** What came of an import. */
export interface ImportTally {
  readonly mails: number
  /** Those that the mailbox had not. */
  readonly kept: number
  /** Those of them of which only the beginning is kept. */
  readonly cut: number
  /** Files in which no mail was found. */
  readonly others: readonly string[]
}

/** So many are kept in one transaction, or so many bytes; more than one large mail is not held in memory. */
const TOGETHER = 50
const TOGETHER_BYTES = 4 * 1024 * 1024
const READ_WITHIN = 10_000
const LOOK_AGAIN = 200

/**
 * Imports mail from files into a mailbox: each mail is kept before it is read, and read here; answers when all of it is
 * settled. Broken off at any instant and begun again, it goes on: what was kept is known by its bytes, and what was kept and
 * not read is read. Throws what the file system or the database throws.
 */
export async function importMail(desk: Desk, wanted: MailImport): Promise<ImportTally> {
  const { paths, format, onProgress = () => undefined, mostBytes = INTAKE_LIMITS.bytes } = wanted
  const reader = createMailReader({ workers: 1, deadlineMs: READ_WITHIN })
  const leaseMs = 2 * READ_WITHIN
  const reading = startMailReading({ desk, reader, leaseMs, only: 'imported' })
  const tally = { mails: 0, kept: 0, cut: 0, others: [] as string[] }
  let batch: ArchivedMail[] = []
  let bytes = 0
  let read = 0
  const keep = async (): Promise<void> => {
    const mails = batch
    batch = []
    bytes = 0
    if (mails.length === 0) return
    const { rows, raw } = await keepImported(desk, wanted, mails, {
      leaseMs,
      ...(wanted.onStep === undefined ? {} : { onStep: wanted.onStep }),
    })
    tally.mails += mails.length
    tally.kept += rows.length
    tally.cut += rows.filter(({ isCut }) => isCut).length
    reading.take(rows, raw)
    await reading.room()
    onProgress(read)
  }
  try {
    for (const path of paths)
      for await (const file of archiveFiles(path)) {
        if (file.kind === 'other') {
          tally.others.push(file.path)
          continue
        }
        for await (const mail of archivedMails(file, { most: mostBytes, format })) {
          batch.push(mail)
          bytes += mail.bytes.length
          read += mail.read
          if (batch.length === TOGETHER || bytes >= TOGETHER_BYTES) await keep()
        }
      }
    await keep()
    for (;;) {
      await reading.idle()
      if (!(await isAnyPending(desk, wanted))) break
      // Another process has it in hand, or it is tried again in a moment.
      await wait(LOOK_AGAIN)
    }
    return tally
  } finally {
    await reading.close()
    await reader.close()
  }
}

function isAnyPending({ store }: Desk, { workspace, mailbox }: ImportInto): Promise<boolean> {
  return transaction(store, { workspace }, async ({ db }) => {
    const found = await db
      .selectFrom('inbound_mail')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('mailbox_id', '=', mailbox)
      .where('outcome', 'is', null)
      .where('imported_at', 'is not', null)
      .limit(1)
      .executeTakeFirst()
    return found !== undefined
  })
}
