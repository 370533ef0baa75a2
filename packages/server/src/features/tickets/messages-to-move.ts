import { sql } from 'kysely'
import type { JsonObject, JsonValue, Transaction } from '../../db/index.ts'
import { Refusal } from '../../refusal.ts'
import type { NewAttachment, NewMessage } from './new-message.ts'
import type { TicketAtHand } from './ticket-at-hand.ts'

/** A message of a customer, as it stands on its ticket. */
export interface MovableMessage {
  /** Of its event. */
  readonly id: string
  readonly seq: number
  readonly message: NewMessage & { readonly at: number }
}

interface Row {
  readonly id: string
  readonly seq: number
  readonly at: Date
  readonly envelope: JsonObject
  readonly content: JsonObject | null
  readonly files: readonly File[] | null
  /** A message of the customer stood before it. */
  readonly is_later: boolean
}

interface File extends Pick<NewAttachment, 'name' | 'type'> {
  readonly key: string
  readonly sha256: string
  readonly size: number
  readonly content_id: string | null
  readonly is_inline: boolean
}

/**
 * The messages of these ids, the first first. Throws `cannot-be` for what is no message of a customer on this ticket, was
 * moved or erased, or is the one that the ticket began with: that ticket is merged instead.
 */
export async function messagesToMove(
  tx: Transaction,
  ticket: TicketAtHand,
  ids: readonly string[],
): Promise<readonly MovableMessage[]> {
  const { rows } = await sql<Row>`
    select e.id, e.seq, e.at, e.envelope,
           (select json_object_agg(c.part, c.value) from event_content c
             where c."workspace_id" = ${tx.workspace} and c.ticket_id = e.ticket_id and c.seq = e.seq) as content,
           (select json_agg(json_build_object('key', f.blob_key, 'sha256', encode(b.sha256, 'hex'), 'size', f.size,
                     'name', f.name, 'type', f.type, 'content_id', f.content_id, 'is_inline', f.is_inline) order by f.id)
              from attachment f join blob b on b."workspace_id" = ${tx.workspace} and b.key = f.blob_key
             where f."workspace_id" = ${tx.workspace} and f.ticket_id = e.ticket_id and f.seq = e.seq) as files,
           exists (select from event o where o."workspace_id" = ${tx.workspace} and o.ticket_id = e.ticket_id
                      and o.seq < e.seq and o.type = 'message.received') as is_later
      from event e
     where e."workspace_id" = ${tx.workspace} and e.ticket_id = ${ticket.id} and e.id = any (${ids}::text[])
       and e.type = 'message.received'
       and not exists (select from event m where m."workspace_id" = ${tx.workspace} and m.ticket_id = e.ticket_id
                          and m.type = 'message.moved' and m.envelope ->> 'message' = e.id)
     order by e.at, e.seq`.execute(tx.db)
  for (const id of ids) {
    const row = rows.find((each) => each.id === id)
    if (row === undefined) throw cannot(id, `Ticket ${ticket.number} has no such message of a customer.`)
    if (row.content?.['text'] === undefined) throw cannot(id, 'This message was erased.')
    if (!row.is_later && ticket.merged_id === null)
      throw cannot(id, 'The ticket began with this message. Merge the ticket into another instead.')
  }
  return rows.map(movableOf)
}

function movableOf({ id, seq, at, envelope, content, files }: Row): MovableMessage {
  const text = (value: JsonValue | undefined) => (typeof value === 'string' ? value : undefined)
  const optional = {
    quoted: text(content?.['quoted']),
    html: text(content?.['html']),
    from: senderOf(content?.['from']),
    doubt: text(envelope['doubt']),
    mail: text(envelope['mail']),
    language: text(envelope['language']),
    channel: text(envelope['channel']),
    automatic: envelope['automatic'] === true ? true : undefined,
    saidAt: envelope['said_at'] === undefined ? undefined : Date.parse(String(envelope['said_at'])),
  }
  const known: Partial<NewMessage> = Object.fromEntries(
    Object.entries(optional).filter(([, value]) => value !== undefined),
  )
  return {
    id,
    seq,
    message: {
      ...known,
      at: at.getTime(),
      subject: text(content?.['subject']) ?? '',
      text: text(content?.['text']) ?? '',
      attachments: (files ?? []).map(({ key, sha256, size, content_id, is_inline, ...file }) => ({
        ...file,
        blob: { key, sha256: Buffer.from(sha256, 'hex'), size },
        isInline: is_inline,
        ...(content_id === null ? {} : { contentId: content_id }),
      })),
    },
  }
}

function senderOf(value: JsonValue | undefined): NewMessage['from'] {
  if (typeof value !== 'object' || value === null || !('address' in value)) return undefined
  const { address, name } = value
  if (typeof address !== 'string') return undefined
  return { address, ...(typeof name === 'string' ? { name } : {}) }
}

function cannot(typed: string, message: string): Refusal {
  return new Refusal('cannot-be', message, { at: [{ path: 'messages', message, typed }] })
}
