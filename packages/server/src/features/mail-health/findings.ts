import type { MailboxHealth } from '@avow/contract'
import { formatInstant } from '@avow/core'
import { z } from 'zod'
import type { JsonObject, Transaction } from '../../db/index.ts'

/** What comparing a folder with what was kept of it found, as it is kept. */
export const reconciliation = z.object({
  there: z.number(),
  known: z.number(),
  fetched: z.number(),
  failed: z.number(),
  gone: z.number(),
})

/** What reading the kept bytes again found, as it is kept. */
export const bytesCheck = z.object({
  mails: z.number(),
  whole: z.number(),
  missing: z.number(),
  damaged: z.number(),
  /** Ids of those that are missing or damaged. */
  bad: z.array(z.string()).default([]),
})

export type BytesCheck = z.infer<typeof bytesCheck>

/** The last reconciliation of each folder that had one. */
export async function readReconciliations({
  db,
  workspace,
}: Transaction): Promise<
  readonly { readonly mailbox: string; readonly found: MailboxHealth['reconciliations'][number] }[]
> {
  const rows = await db
    .selectFrom('mail_folder')
    .select(['mailbox_id', 'name', 'reconciled_at', 'reconciliation'])
    .where('workspace_id', '=', workspace)
    .orderBy('name')
    .execute()
  return rows.flatMap(({ mailbox_id: mailbox, name: folder, reconciled_at: at, reconciliation: kept }) =>
    at === null || kept === null
      ? []
      : [{ mailbox, found: { folder, at: formatInstant(at.getTime()), ...reconciliation.parse(kept) } }],
  )
}

export function bytesCheckOf(at: Date | null, kept: JsonObject | null): MailboxHealth['bytes'] {
  if (at === null || kept === null) return null
  const { bad: _, ...counts } = bytesCheck.parse(kept)
  return { at: formatInstant(at.getTime()), ...counts }
}
