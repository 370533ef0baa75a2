import { setTimeout as wait } from 'node:timers/promises'
import { createMailReader, type IntakeOptions, openIntake } from '../packages/server/src/channels/email/index.ts'
import { transaction } from '../packages/server/src/db/index.ts'
import { type MailReading, startMailReading } from '../packages/server/src/jobs/mail-reader/index.ts'
import { type BenchDesk, MAILBOX } from './bench-desk.ts'

/** A desk that takes in mail to MAILBOX over SMTP and reads it. */
export interface TakingIn {
  readonly port: number
  readonly reading: MailReading
  close(): Promise<void>
}

/** Opens the bench's mailbox to the network, with the readers that a server has; without `overQuota` an attack meets no quota. */
export async function takeInMail(
  { desk, workspace, mailbox }: BenchDesk,
  { overQuota }: Pick<IntakeOptions, 'overQuota'> = {},
): Promise<TakingIn> {
  await desk.store.control
    .insertInto('control.mailbox_address')
    .values({ address: MAILBOX, workspace_id: workspace, mailbox_id: mailbox, is_default: true })
    .execute()
  const reader = createMailReader({ workers: 2, deadlineMs: 10_000 })
  const reading = startMailReading({ desk, reader })
  const intake = await openIntake({ ...desk, host: '127.0.0.1', port: 0, unknown: 'refuse', next: reading, overQuota })
  return {
    port: intake.port,
    reading,
    async close() {
      await intake.close()
      await reading.close()
      await reader.close()
    },
  }
}

/** Waits until no mail to these addresses, or to any, waits: one that broke its reader is tried again first. */
export async function settled({ desk: { store }, workspace }: BenchDesk, to?: readonly string[]): Promise<void> {
  for (;;) {
    const waiting = await transaction(store, { workspace }, ({ db }) =>
      db
        .selectFrom('inbound_mail')
        .select('id')
        .where('workspace_id', '=', workspace)
        .where('outcome', 'is', null)
        .$if(to !== undefined, (query) => query.where('envelope_to', 'in', to ?? []))
        .execute(),
    )
    if (waiting.length === 0) return
    await wait(100)
  }
}
