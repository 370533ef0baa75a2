import type { BlobStore } from '../../blobs/index.ts'
import {
  deliveryReport,
  type MailAttachment,
  type MailReader,
  type MailRow,
  type ReadMail,
  type ReportedRecipient,
  type Unreadable,
} from '../../channels/email/index.ts'
import type { NewAttachment } from '../tickets/index.ts'
import { type MachineMail, machineMail, namedByMachine } from './machine-mail.ts'

/** A mail that was read, with its parts as a ticket takes them. */
export interface PreparedMail {
  /** Without the parts that are kept, which may be large. */
  readonly mail: Omit<ReadMail, 'attachments' | 'html' | 'text' | 'fresh' | 'quoted'>
  /** A machine wrote it, and it wants no ticket. */
  readonly machine: MachineMail | undefined
  /** What may be Message-IDs of ours anywhere in it, where a machine wrote it. */
  readonly named: readonly string[]
  /** What it says of the delivery of a mail, where it is a report. */
  readonly report: readonly ReportedRecipient[]
  /** What its author added. */
  readonly fresh: string
  readonly quoted: string
  /** Sanitised; undefined where there is none, or it could not be made safe. */
  readonly html: string | undefined
  /** Their bytes are kept already. */
  readonly attachments: readonly NewAttachment[]
}

export interface MailSources {
  readonly blobs: BlobStore
  readonly reader: MailReader
}

/** More than anybody sends on purpose; the raw mail has the rest. */
const MOST_ATTACHMENTS = 100
const AT_ONCE = 8
/** Pictures up to these sizes, in bytes, stand in the HTML itself; larger ones among the attachments alone. */
const LARGEST_PICTURE = 100_000
const LARGEST_PICTURES = 500_000
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** Reads a mail from its raw bytes, in a process of its own, and keeps its attachments. */
export async function prepareMail(
  { blobs, reader }: MailSources,
  { workspace, mailbox, envelopeFrom }: MailRow,
  raw: Uint8Array<ArrayBuffer>,
): Promise<PreparedMail | Unreadable> {
  const mail = await reader.read(raw, { envelopeFrom, lane: mailbox })
  if ('unreadable' in mail) return mail
  const safe = mail.html === null ? undefined : await reader.sanitise(mail.html, picturesOf(mail.attachments), mailbox)
  const attachments = await keepAttachments(blobs, workspace, mail.attachments.slice(0, MOST_ATTACHMENTS))
  const html = safe === undefined || 'unreadable' in safe || safe.html === '' ? undefined : safe.html
  const machine = machineMail(mail)
  const { attachments: _parts, html: _html, text: _text, fresh, quoted, ...kept } = mail
  return {
    mail: kept,
    machine,
    named: machine === undefined ? [] : namedByMachine(mail),
    report: machine === 'bounce' ? deliveryReport(mail) : [],
    fresh: fresh.trimEnd(),
    quoted,
    html,
    attachments,
  }
}

function picturesOf(attachments: readonly MailAttachment[]): Record<string, string> {
  const pictures: Record<string, string> = Object.create(null)
  let left = LARGEST_PICTURES
  for (const { contentId, type, bytes } of attachments) {
    if (contentId === null || !PICTURES.includes(type) || bytes.length > Math.min(left, LARGEST_PICTURE)) continue
    left -= bytes.length
    pictures[contentId] = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  }
  return pictures
}

async function keepAttachments(
  blobs: BlobStore,
  workspace: string,
  attachments: readonly MailAttachment[],
): Promise<NewAttachment[]> {
  const kept: NewAttachment[] = []
  for (let first = 0; first < attachments.length; first += AT_ONCE) {
    const some = attachments.slice(first, first + AT_ONCE).map(async ({ bytes, name, type, isInline, contentId }) => {
      const blob = await blobs.put(workspace, [bytes])
      return { blob, name, type, isInline, ...(contentId === null ? {} : { contentId }) }
    })
    kept.push(...(await Promise.all(some)))
  }
  return kept
}
