import { type Commitment, type ConsequenceDue, consequenceDue, type LawRow } from '@avow/core'
import { sql } from 'kysely'
import type { NewEvent, Transaction } from '../../db/index.ts'
import { settleAttention } from '../attention/index.ts'
import { lawClocks } from './law-clocks.ts'
import type { Reckoning } from './reckon-ticket.ts'

/** What the law did on a ticket, since the time of one of its rows, which a promise carries, is over. */
interface Consequence {
  readonly ticket: string
  readonly commitment: Commitment
  readonly row: LawRow
  /** UTC ms: the end of the law's time. */
  readonly limit: number
  readonly due: ConsequenceDue
}

/**
 * The events that the log lacks to say what the law did. Ids follow from the commitment and the row, so that none is
 * written twice.
 */
export function missingConsequences(reckonings: readonly Reckoning[]): readonly NewEvent[] {
  return reckonings.flatMap((reckoning) => {
    const known = new Set(reckoning.log.entries.map(({ event }) => event.id))
    return consequencesOf(reckoning)
      .map(
        ({ ticket, commitment: { promise, run }, row, limit, due: { kind } }): NewEvent => ({
          id: `${ticket}/${promise}/${run}/law/${row.id}`,
          ticket,
          type: `law.${kind}`,
          by: 'system',
          at: limit,
          fields: { promise, run, row: row.id },
        }),
      )
      .filter(({ id }) => !known.has(id))
  })
}

/**
 * Makes a task of each consequence, once; the amount of an open one follows the delay. What a late event shows to have been
 * answered in time is settled.
 */
export async function raiseConsequences(tx: Transaction, reckonings: readonly Reckoning[]): Promise<void> {
  const due = reckonings.flatMap(consequencesOf)
  const open = new Set(due.map(nameOf))
  const gone = reckonings.flatMap(({ log, charter }) =>
    log.entries.flatMap(({ event, envelope }) => {
      if (charter === undefined || !event.type.startsWith('law.')) return []
      const name = `law/${log.ticket}/${String(envelope['promise'])}/${String(envelope['run'])}/${String(envelope['row'])}`
      return open.has(name) ? [] : [name]
    }),
  )
  await settleAttention(tx, gone)
  if (due.length === 0) return
  const rows = due.map((consequence) => {
    const { ticket, commitment, row, due: what } = consequence
    const { amount } = what
    return {
      id: tx.newId(),
      once: nameOf(consequence),
      code: `law-${what.kind}`,
      ticket_id: ticket,
      data: {
        promise: commitment.promise,
        run: commitment.run,
        row: row.id,
        ...(amount === undefined ? {} : { minor: amount.minor, currency: amount.currency }),
      },
    }
  })
  await sql`
    insert into attention ("workspace_id", id, once, code, ticket_id, data, raised_at)
    select ${tx.workspace}, n.id, n.once, n.code, n.ticket_id, n.data, ${new Date(tx.now)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as n (id uuid, once text, code text, ticket_id uuid, data jsonb)
    on conflict ("workspace_id", once) do update set data = excluded.data
     where attention.settled_at is null and attention.data is distinct from excluded.data`.execute(tx.db)
}

function nameOf({ ticket, commitment: { promise, run }, row }: Consequence): string {
  return `law/${ticket}/${promise}/${run}/${row.id}`
}

/**
 * By the law's own time, whatever the promise says: one that gives longer is not yet broken then, and one that was kept may
 * have been kept too late for the law.
 */
function consequencesOf(reckoning: Reckoning): readonly Consequence[] {
  const { log, decision } = reckoning
  return lawClocks(reckoning).flatMap(({ commitment, row, limit, stopped }) => {
    const end = stopped ?? decision.at
    if (row.consequence === undefined || end <= limit) return []
    const due = consequenceDue(row.consequence, { start: commitment.start, limit, end })
    return [{ ticket: log.ticket, commitment, row, limit, due }]
  })
}
