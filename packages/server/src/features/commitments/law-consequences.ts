import { type Commitment, consequenceDue, formatInstant, type LawConsequence, type LawRow } from '@avow/core'
import { sql } from 'kysely'
import type { JsonObject, NewEvent, Transaction } from '../../db/index.ts'
import { settleAttention } from '../attention/index.ts'
import { type LawClock, lawClocks } from './law-clocks.ts'
import type { Reckoning } from './reckon-ticket.ts'

/**
 * What a row of law asks for on a ticket whose promise carries it: a letter before its time is over; then what the law does
 * by itself, or, where it does nothing, that somebody looks.
 */
interface Consequence {
  readonly ticket: string
  readonly commitment: Commitment
  readonly row: LawRow
  readonly kind: LawConsequence['kind'] | 'letter-drafted' | 'limit-passed'
  /** UTC ms: since when. */
  readonly at: number
  readonly data: JsonObject
}

/**
 * The events that the log lacks to say what the law asked for and did. Ids follow from the commitment and the row, so that none is
 * written twice.
 */
export function missingConsequences(reckonings: readonly Reckoning[]): readonly NewEvent[] {
  return reckonings.flatMap((reckoning) => {
    const known = new Set(reckoning.log.entries.map(({ event }) => event.id))
    return consequencesOf(reckoning)
      .map(
        ({ ticket, commitment: { promise, run }, row, kind, at }): NewEvent => ({
          id: `${ticket}/${promise}/${run}/law/${row.id}${asLetter(`law.${kind}`)}`,
          ticket,
          type: `law.${kind}`,
          by: 'system',
          at,
          fields: { promise, run, row: row.id },
        }),
      )
      .filter(({ id }) => !known.has(id))
  })
}

/**
 * Makes a task of each, once; the amount of an open one follows the delay. A letter that is answered, or too late, is settled,
 * and so is what a late event shows to have been answered in time.
 */
export async function raiseConsequences(tx: Transaction, reckonings: readonly Reckoning[]): Promise<void> {
  const due = reckonings.flatMap(consequencesOf)
  const open = new Set(due.map(nameOf))
  const gone = reckonings.flatMap(({ log, charter }) =>
    log.entries.flatMap(({ event, envelope }) => {
      if (charter === undefined || !event.type.startsWith('law.')) return []
      const { promise, run, row } = envelope
      const name = `law/${log.ticket}/${String(promise)}/${String(run)}/${String(row)}${asLetter(event.type)}`
      return open.has(name) ? [] : [name]
    }),
  )
  await settleAttention(tx, gone)
  if (due.length === 0) return
  const rows = due.map((consequence) => {
    const { ticket, commitment, row, kind, data } = consequence
    const { promise, run } = commitment
    const about = { promise, run, row: row.id, ...data }
    return { id: tx.newId(), once: nameOf(consequence), code: `law-${kind}`, ticket_id: ticket, data: about }
  })
  await sql`
    insert into attention ("workspace_id", id, once, code, ticket_id, data, raised_at)
    select ${tx.workspace}, n.id, n.once, n.code, n.ticket_id, n.data, ${new Date(tx.now)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as n (id uuid, once text, code text, ticket_id uuid, data jsonb)
    on conflict ("workspace_id", once) do update set data = excluded.data
     where attention.settled_at is null and attention.data is distinct from excluded.data`.execute(tx.db)
}

function nameOf({ ticket, commitment: { promise, run }, row, kind }: Consequence): string {
  return `law/${ticket}/${promise}/${run}/${row.id}${asLetter(`law.${kind}`)}`
}

/** A letter is a task beside what the row does when its time is over. */
function asLetter(type: string): string {
  return type === 'law.letter-drafted' ? '/letter' : ''
}

/**
 * By the law's own time, whatever the promise says: one that gives longer is not yet broken then, and one that was kept may
 * have been kept too late for the law.
 */
function consequencesOf(reckoning: Reckoning): readonly Consequence[] {
  const { log, decision } = reckoning
  return lawClocks(reckoning).flatMap((clock) => {
    const asked = askedBy(clock, decision.at)
    return asked === undefined ? [] : [{ ticket: log.ticket, commitment: clock.commitment, row: clock.row, ...asked }]
  })
}

function askedBy(
  { commitment: { start }, row: { consequence }, letter, limit, stopped }: LawClock,
  now: number,
): Pick<Consequence, 'kind' | 'at' | 'data'> | undefined {
  const end = stopped ?? now
  if (end <= limit) {
    if (stopped !== undefined || now <= letter) return undefined
    return { kind: 'letter-drafted', at: letter, data: { limit: formatInstant(limit) } }
  }
  if (consequence === undefined) return { kind: 'limit-passed', at: limit, data: {} }
  const { kind, amount } = consequenceDue(consequence, { start, limit, end })
  return { kind, at: limit, data: amount === undefined ? {} : { ...amount } }
}
