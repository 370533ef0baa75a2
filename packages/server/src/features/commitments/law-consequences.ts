import {
  type Commitment,
  type CompiledCharter,
  type ConsequenceDue,
  consequenceDue,
  type LawRow,
  lawLimit,
  lawRow,
} from '@avow/core'
import { sql } from 'kysely'
import type { NewEvent, Transaction } from '../../db/index.ts'
import { settleAttention } from '../attention/index.ts'
import type { Reckoning } from './reckon-ticket.ts'

/** What the law did on a ticket, since a promise that carries one of its rows broke and the law's own time is over. */
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

function consequencesOf({ charter, log: { ticket }, decision }: Reckoning): readonly Consequence[] {
  if (charter === undefined) return []
  return decision.commitments.flatMap((commitment) =>
    commitment.state === 'broken'
      ? rowsCarried(charter, commitment.promise).flatMap((row) => {
          const limit = limitOf(row, commitment, charter)
          const end = commitment.fulfilled_at ?? decision.at
          if (limit === undefined || row.consequence === undefined || end <= limit) return []
          const due = consequenceDue(row.consequence, { start: commitment.start, limit, end })
          return [{ ticket, commitment, row, limit, due }]
        })
      : [],
  )
}

/** The rows whose clocks a promise carries, as far as they are not switched off. */
function rowsCarried({ document: { promises, law } }: CompiledCharter, id: string): readonly LawRow[] {
  const carried = promises.find((promise) => promise.id === id)?.law ?? []
  return carried
    .filter((row) => !law?.off.some((off) => off.row === row))
    .map(lawRow)
    .filter((row) => row !== undefined)
}

/** A call's minutes end nothing by themselves. */
function limitOf({ limit }: LawRow, { start }: Commitment, charter: CompiledCharter): number | undefined {
  if (limit === undefined || limit.within.unit === 'minute') return undefined
  const { zone, calendars, document } = charter
  const holidays = document.law?.holidays === undefined ? undefined : calendars.get(document.law.holidays)
  return lawLimit(limit.within, start, zone, new Set(holidays?.rules.closed))
}
