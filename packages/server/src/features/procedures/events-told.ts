import type { PersonRef, SettledStep } from '@avow/contract'
import type { FactValue } from '@avow/core'
import type { JsonObject, JsonValue, Transaction } from '../../db/index.ts'
import { isFactValue } from '../tickets/index.ts'

/** What an event says of the step that it settled. What was erased is absent. */
export type EventTold = Pick<SettledStep, 'at' | 'by' | 'reason' | 'handed'>

/** By seq. */
export type EventsTold = ReadonlyMap<number, EventTold>

interface Row {
  readonly seq: number
  readonly at: string
  readonly content: JsonObject | null
  readonly id: string | null
  readonly name: string | null
  readonly email: string | null
  readonly to_id: string | null
  readonly to_name: string | null
  readonly to_email: string | null
}

/** Reads events of a ticket with who acted, in one statement. */
export async function readTold(tx: Transaction, ticket: string, seqs: readonly number[]): Promise<EventsTold> {
  if (seqs.length === 0) return new Map()
  const { workspace } = tx
  const rows = await tx.read<Row>`
    select e.seq, e.envelope ->> 'at' as at, p.id, p.name, p.email, t.id as to_id, t.name as to_name, t.email as to_email,
           (select json_object_agg(c.part, c.value) from event_content c
             where c."workspace_id" = ${workspace} and c.ticket_id = ${ticket} and c.seq = e.seq) as content
      from event e
      left join person_key k on k."workspace_id" = ${workspace} and k.ticket_id = ${ticket} and k.key = e.person
      left join person p on p."workspace_id" = ${workspace} and p.id = k.person_id
      left join person_key l on l."workspace_id" = ${workspace} and l.ticket_id = ${ticket}
                            and l.key::text = e.envelope ->> 'given_to'
      left join person t on t."workspace_id" = ${workspace} and t.id = l.person_id
     where e."workspace_id" = ${workspace} and e.ticket_id = ${ticket} and e.seq = any (${[...seqs]}::bigint[])`
  return new Map(rows.map((row) => [Number(row.seq), toldBy(row)]))
}

function toldBy({ at, content, id, name, email, to_id, to_name, to_email }: Row): EventTold {
  const words = content?.['handed']
  const facts = content?.['known']
  const reason = content?.['text']
  const isHandedOver = words !== undefined || facts !== undefined
  return {
    at,
    by: personOf(id, name, email),
    reason: typeof reason === 'string' ? reason : null,
    handed: isHandedOver
      ? { words: textsOf(words), facts: factsOf(facts), to: personOf(to_id, to_name, to_email) }
      : null,
  }
}

function personOf(id: string | null, name: string | null, email: string | null): PersonRef | null {
  return id === null ? null : { id, name: name ?? email ?? '', email }
}

function textsOf(value: JsonValue | undefined): Record<string, string> {
  return Object.fromEntries(entriesOf(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

function factsOf(value: JsonValue | undefined): Record<string, FactValue> {
  return Object.fromEntries(entriesOf(value).filter((entry): entry is [string, FactValue] => isFactValue(entry[1])))
}

function entriesOf(value: JsonValue | undefined): [string, JsonValue][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
