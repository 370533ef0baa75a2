import { sql } from 'kysely'
import type { AppendedEvent, EventHandler, Transaction } from '../../db/index.ts'

/** Characters that a list shows of a subject and of the latest words. */
const SUBJECT = 300
const SNIPPET = 160

const WORDS: readonly string[] = ['message.received', 'message.sent', 'note.added', 'ticket.forwarded', 'note.received']
/** What is said among staff gives a ticket no subject. */
const ASIDE: readonly string[] = ['note.added', 'ticket.forwarded', 'note.received']

/** What is looked at of an event. */
type Told = Pick<AppendedEvent, 'ticket' | 'type' | 'content' | 'envelope'>
type Words = Pick<Told, 'type' | 'envelope'> & { readonly content: Told['content'] | null }

interface Preview {
  readonly ticket_id: string
  readonly person: string
  readonly subject: string
  readonly snippet: string
}

/** Keeps what a list shows of a ticket, read anew from the words that are still on it. */
export async function previewAnew(tx: Transaction, ticket: string): Promise<void> {
  await sql`
    delete from ticket_preview where "workspace_id" = ${tx.workspace} and ticket_id = ${ticket}`.execute(tx.db)
  const { rows } = await sql<Words>`
    select e.type, e.envelope, (select json_agg(json_build_object('part', c.part, 'value', c.value, 'person', k.person_id))
             from event_content c
             join person_key k on k."workspace_id" = ${tx.workspace} and k.ticket_id = c.ticket_id and k.key = c.person
            where c."workspace_id" = ${tx.workspace} and c.ticket_id = e.ticket_id and c.seq = e.seq) as content
      from event e
     where e."workspace_id" = ${tx.workspace} and e.ticket_id = ${ticket} and e.type = any (${WORDS}::text[])
     order by e.seq`.execute(tx.db)
  await keepPreviews(
    tx,
    rows.map(({ content, ...row }) => ({ ...row, ticket, content: content ?? [] })),
  )
}

/** Keeps what a list shows of tickets: the first subject, and the latest words of a person. */
export const previewTickets: EventHandler = (events, tx) => keepPreviews(tx, events)

async function keepPreviews(tx: Transaction, events: readonly Told[]): Promise<void> {
  const previews = new Map<string, Preview>()
  for (const event of events) {
    const preview = previewOf(event)
    if (preview === undefined) continue
    const before = previews.get(event.ticket)
    previews.set(event.ticket, {
      ...preview,
      subject: before === undefined || before.subject === '' ? preview.subject : before.subject,
      snippet: preview.snippet === '' ? (before?.snippet ?? '') : preview.snippet,
    })
  }
  if (previews.size === 0) return
  await sql`
    insert into ticket_preview ("workspace_id", ticket_id, person, subject, snippet)
    select ${tx.workspace}, n.ticket_id, k.key, n.subject, n.snippet
      from jsonb_to_recordset(${JSON.stringify([...previews.values()])}::jsonb)
           as n (ticket_id uuid, person uuid, subject text, snippet text)
      join person_key k on k."workspace_id" = ${tx.workspace} and k.ticket_id = n.ticket_id and k.person_id = n.person
    on conflict ("workspace_id", ticket_id) do update
       set subject = case when ticket_preview.subject = '' then excluded.subject else ticket_preview.subject end,
           snippet = case when excluded.snippet = '' then ticket_preview.snippet else excluded.snippet end`.execute(
    tx.db,
  )
}

function previewOf({ ticket, type, content, envelope }: Told): Preview | undefined {
  if (!WORDS.includes(type)) return undefined
  const part = (name: string) => content.find((found) => found.part === name)
  const text = envelope['automatic'] === true ? undefined : part('text')
  const subject = ASIDE.includes(type) ? undefined : part('subject')
  const person = text?.person ?? subject?.person
  if (person === undefined) return undefined
  return { ticket_id: ticket, person, subject: lineOf(subject?.value, SUBJECT), snippet: lineOf(text?.value, SNIPPET) }
}

/** One line, cut between characters. */
function lineOf(value: unknown, length: number): string {
  if (typeof value !== 'string') return ''
  const line = value
    .slice(0, 4 * length)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return [...line].slice(0, length).join('').toWellFormed()
}
