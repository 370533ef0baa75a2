import { buffer } from 'node:stream/consumers'
import type { MailContent } from '@avow/contract'
import type { BlobStore } from '../../blobs/index.ts'
import { cleanText, createMailReader } from '../../channels/email/index.ts'

export interface KeptMail {
  readonly workspace: string
  readonly blobKey: string
  readonly envelopeFrom: string
}

const PATIENCE = 10_000
/** More than anybody reads of a mail that is no ticket; the raw mail has the rest. */
const MOST_TEXT = 100_000
const MOST_RAW = 20_000

/** What stands in a mail, made safe to show; of one that cannot be read its beginning as it came. Nothing is kept of it. */
export async function showMail(blobs: BlobStore, { workspace, blobKey, envelopeFrom }: KeptMail): Promise<MailContent> {
  const raw = await buffer(await blobs.open(workspace, blobKey))
  // Somebody asked for this one mail: a process of its own, which ends with it.
  const reader = createMailReader({ workers: 1, deadlineMs: PATIENCE })
  try {
    const mail = await reader.read(raw, { envelopeFrom })
    if ('unreadable' in mail) return { text: cleanText(raw.toString('utf8', 0, MOST_RAW)), html: null, is_raw: true }
    const safe = mail.html === null ? undefined : await reader.sanitise(mail.html)
    const html = safe === undefined || 'unreadable' in safe || safe.html === '' ? null : safe.html
    return { text: mail.text.slice(0, MOST_TEXT).toWellFormed(), html, is_raw: false }
  } finally {
    await reader.close()
  }
}
