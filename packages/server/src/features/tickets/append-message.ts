import { formatInstant } from '@avow/core'
import { keepBlob } from '../../blobs/index.ts'
import type { AppendedEvent, NewContent, NewEvent, Transaction } from '../../db/index.ts'
import type { NewAttachment, NewMessage } from './new-message.ts'

export interface MessagePlace {
  readonly ticket: string
  readonly customer: string
  readonly channel: string
}

/** Appends `message.received` with all that belongs to it. Undefined where its id is already taken: nothing changes. */
export async function appendMessage(
  tx: Transaction,
  to: MessagePlace,
  message: NewMessage,
): Promise<AppendedEvent | undefined> {
  const event = await tx.append(eventOfMessage(tx, to, message))
  if (event !== undefined) await keepAttachments(tx, event, to.customer, message.attachments ?? [])
  return event
}

/** The event of a message, to be appended; its attachments are kept by keepAttachments. */
export function eventOfMessage(
  tx: Transaction,
  { ticket, customer, channel }: MessagePlace,
  message: NewMessage,
): NewEvent {
  const part = (name: string, value: NewContent['value'] | undefined): NewContent[] =>
    value === undefined || value === '' ? [] : [{ part: name, person: customer, value }]
  const { from } = message
  return {
    id: message.id ?? tx.newId(),
    ticket,
    type: 'message.received',
    by: 'customer',
    person: customer,
    ...(message.at === undefined ? {} : { at: message.at }),
    fields: {
      channel: message.channel ?? channel,
      ...(message.automatic === true ? { automatic: true } : {}),
      ...(message.mail === undefined ? {} : { mail: message.mail }),
      ...(message.language === undefined ? {} : { language: message.language }),
      ...(message.doubt === undefined ? {} : { doubt: message.doubt }),
      ...(message.saidAt === undefined ? {} : { said_at: formatInstant(message.saidAt) }),
      ...(message.movedFrom === undefined
        ? {}
        : {
            moved_from: message.movedFrom.ticket,
            moved_from_number: message.movedFrom.number,
            moved_message: message.movedFrom.message,
          }),
    },
    content: [
      ...part('subject', message.subject),
      { part: 'text', person: customer, value: message.text },
      ...part('quoted', message.quoted),
      ...part('html', message.html),
      ...part(
        'appointments',
        message.appointments?.map((each) => ({ ...each })),
      ),
      ...part('from', from === undefined ? undefined : { name: from.name ?? null, address: from.address }),
    ],
  }
}

/** Files with the ids that they will have, in their order: ids of one instant are in no order, so they are sorted. */
export function withIds(
  tx: Transaction,
  files: readonly NewAttachment[],
): readonly (NewAttachment & { readonly id: string })[] {
  const ids = files.map(() => tx.newId()).sort()
  return files.map((file, index) => ({ ...file, id: ids[index] ?? tx.newId() }))
}

/** Keeps what came with a message that was appended. */
export async function keepAttachments(
  tx: Transaction,
  { ticket, seq }: AppendedEvent,
  person: string,
  attachments: readonly NewAttachment[],
): Promise<void> {
  if (attachments.length === 0) return
  const { key } = await tx.db
    .selectFrom('person_key')
    .select('key')
    .where('workspace_id', '=', tx.workspace)
    .where('ticket_id', '=', ticket)
    .where('person_id', '=', person)
    .executeTakeFirstOrThrow()
  const files = attachments.every(hasId) ? attachments : withIds(tx, attachments)
  for (const { id, blob, name, type, contentId, isInline } of files)
    await tx.db
      .insertInto('attachment')
      .values({
        workspace_id: tx.workspace,
        id,
        ticket_id: ticket,
        seq,
        person: key,
        blob_key: await keepBlob(tx, blob),
        name,
        type,
        size: blob.size,
        content_id: contentId ?? null,
        is_inline: isInline,
      })
      .execute()
}

function hasId(file: NewAttachment): file is NewAttachment & { readonly id: string } {
  return file.id !== undefined
}
